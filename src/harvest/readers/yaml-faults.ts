/** Faults of YAML files in German; the seeds are checked by developers, and say them in English only. */
import { inGerman, type InGerman } from '../../rdf/reading/parser-words';
import type { Label } from '../../vocabulary/label';

const syntax: InGerman = [
  [/^Map keys must be unique$/, 'derselbe Schlüssel steht zweimal'],
  [/^Tabs are not allowed as indentation$/, 'eingerückt wird mit Leerzeichen, nicht mit Tabulatoren'],
  [/^Missing closing .*quote$/, 'ein Anführungszeichen wird nicht geschlossen'],
  [/^Excessive alias count.*$/, 'Verweise (*…) vervielfachen den Inhalt'],
  [/^Unresolved alias.*: (.*)$/, 'den Verweis „$1“ gibt es nicht'],
  [
    /^Nested mappings are not allowed.*$/,
    'zwei Doppelpunkte stehen in einer Zeile; solche Texte gehören in Anführungszeichen',
  ],
  [/^All .*items must start at the same column$/, 'die Einträge sind verschieden weit eingerückt'],
  [
    /^Implicit map keys? need.*$/,
    'nach einem Schlüssel fehlt der Doppelpunkt, oder er hat mehr als eine Zeile',
  ],
];

const notUnderstood = 'diese Stelle ist nicht verständlich';

/** What `src/intake/strict-yaml.ts` and `src/intake/yaml-reader.ts` say. */
const messages: InGerman = [
  [
    /^The file is not a map of class names\.$/,
    'Die Datei ordnet nicht den Namen von Klassen ihre Einträge zu.',
  ],
  [/^"(.*)" holds no list of records\.$/, 'Unter „$1“ steht keine Liste von Einträgen.'],
  [/^The tag "(.*)" is not understood\.$/, 'Die Auszeichnung „$1“ ist nicht verständlich.'],
  [/^The directive "(.*)" is not understood\.$/, 'Die Anweisung „$1“ ist nicht verständlich.'],
  [/^The file is not in UTF-8\.$/, 'Die Datei ist nicht in UTF-8.'],
];

const remedies: InGerman = [
  [
    /^Write a class name with a list of records below it.*$/,
    'Den Namen einer Klasse schreiben, und darunter eine Liste von Einträgen, etwa „Institution:“.',
  ],
  [/^Mend the syntax at this place\.$/, 'An dieser Stelle beheben.'],
  [/^Write the value out, without the tag\.$/, 'Den Wert ausschreiben, ohne Auszeichnung.'],
  [/^Write the value out\.$/, 'Den Wert ausschreiben.'],
  [/^Leave it out: files are in YAML 1\.2\.$/, 'Sie weglassen: Dateien sind in YAML 1.2.'],
  [/^Save it as UTF-8\.$/, 'Sie als UTF-8 speichern.'],
];

/** Why a file is not read, with what is to be done. */
export function yamlFault({ message, remedy }: { message: string; remedy: string }): Label {
  const [, fault] = /^It is not (?:YAML|understood): (.*?)\.?$/s.exec(message) ?? [];
  const de =
    fault === undefined
      ? inGerman(message, messages, 'Die Datei ist so nicht verständlich.')
      : `Das ist kein YAML: ${inGerman(fault, syntax, notUnderstood)}.`;
  const en = /[.!?]$/.test(message) ? message : `${message}.`;
  return { de: `${de} ${inGerman(remedy, remedies, 'An dieser Stelle beheben')}`, en: `${en} ${remedy}` };
}
