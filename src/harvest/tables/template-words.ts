/** The words of templates. */
import type { CellForm } from '../../resource/row-form';

type Form = CellForm | 'reference';

interface TemplateWords {
  readonly intro: (title: string) => readonly string[];
  readonly head: readonly [
    sheet: string,
    column: string,
    about: string,
    form: string,
    needed: string,
    example: string,
  ];
  readonly needed: string;
  readonly atLeastOne: string;
  readonly forms: Readonly<Record<Form, string>>;
  readonly list: string;
  readonly code: string;
  readonly choose: string;
  readonly fromList: string;
  readonly leadsTo: string;
}

export const templateWords: Readonly<Record<'de' | 'en', TemplateWords>> = {
  de: {
    intro: (title) => [
      `Vorlage: ${title}`,
      'Je Datensatz eine Zeile, unter der Überschrift. Was nicht bekannt ist, bleibt leer; nichts wird geraten.',
      'Spalten mit * werden gebraucht. Spalten, die leer bleiben, dürfen gelöscht und verschoben werden; die Namen in eckigen Klammern müssen bleiben.',
      'Mehrere Werte in einer Zelle trennt ein Semikolon: Sepsis; Grippe. Ein Semikolon im Text selbst: \\;',
      'Verweise: der Schlüssel (charite-berlin, institutions/charite-berlin), eine Webadresse (ROR, DOI) oder der Name. Was nicht sicher erkannt wird, wird zum Vorschlag.',
      'Personen gehören nicht hinein: Kontakte sind Stellen.',
      'Weitere Sprachen: eine Spalte hinzufügen, etwa [name.fr]. Weitere Werte: die nächste Nummer, etwa [identifiers.3.scheme].',
      'Prüfen: num-gateway check DATEI --lang de. Einlesen: als Quelle mit „kind: TABLE“ (docs/harvest.md).',
    ],
    head: ['Blatt', 'Spalte', 'Bedeutung (englisch)', 'Form', 'Nötig', 'Beispiel'],
    needed: 'ja',
    atLeastOne: 'eine Sprache',
    forms: {
      text: 'Text',
      texts: 'Texte, mit Semikolon getrennt',
      code: 'Wert der Codeliste',
      codes: 'Werte der Codeliste, mit Semikolon getrennt',
      date: 'Tag, Monat oder Jahr, so genau wie bekannt',
      day: 'Tag',
      whole: 'ganze Zahl, nur Ziffern',
      decimal: 'Zahl, mit Punkt oder Komma',
      amount: 'Betrag, höchstens zwei Stellen nach dem Komma',
      flag: 'ja oder nein',
      reference: 'Verweis',
    },
    list: 'Auswahl',
    code: 'Code',
    choose: 'Aus der Liste wählen.',
    fromList: 'Codeliste',
    leadsTo: 'Verweis auf',
  },
  en: {
    intro: (title) => [
      `Template: ${title}`,
      'One row for each record, below the head. What is not known stays empty; nothing is guessed.',
      'Columns with * are needed. Columns that stay empty may be deleted and moved; the names in square brackets must stay.',
      'Several values in one cell have a semicolon between them: sepsis; flu. A semicolon within a text: \\;',
      'References: the slug (charite-berlin, institutions/charite-berlin), a web address (ROR, DOI) or the name. What is not recognised for sure becomes a proposal.',
      'No individuals: contact points are offices.',
      'Further languages: add a column, such as [name.fr]. Further values: the next number, such as [identifiers.3.scheme].',
      'To check it: num-gateway check FILE. To bring it in: as a source with "kind: TABLE" (docs/harvest.md).',
    ],
    head: ['Sheet', 'Column', 'Meaning', 'Form', 'Needed', 'Example'],
    needed: 'yes',
    atLeastOne: 'one language',
    forms: {
      text: 'text',
      texts: 'texts, with semicolons between them',
      code: 'value of the code list',
      codes: 'values of the code list, with semicolons between them',
      date: 'day, month or year, as exact as it is known',
      day: 'day',
      whole: 'whole number, digits only',
      decimal: 'number',
      amount: 'amount, with two decimals at most',
      flag: 'yes or no',
      reference: 'reference',
    },
    list: 'Choice',
    code: 'Code',
    choose: 'Choose from the list.',
    fromList: 'code list',
    leadsTo: 'reference to',
  },
};
