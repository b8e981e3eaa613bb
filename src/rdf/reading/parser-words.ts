/** What parsers say of faults, in German: their own words are English. */

/** What a parser says, as a pattern, and the same in German; `$1` is what it names. */
export type InGerman = readonly (readonly [pattern: RegExp, german: string])[];

/** @param kind what is wrong in general, for words that are not known: these are quoted as the parser has them */
export function inGerman(said: string, known: InGerman, kind: string): string {
  const [pattern, german] = known.find(([one]) => one.test(said)) ?? [];
  return pattern && german !== undefined
    ? said.replace(pattern, german)
    : `${kind} (der Parser sagt dazu: „${said}“)`;
}

/** Of the parsers of XML and of RDF/XML. */
export const xmlInGerman: InGerman = [
  [/^unclosed tag: (.*)$/s, 'das Element $1 wird nicht geschlossen'],
  [/^unmatched closing tag: (.*)$/s, 'das Element $1 wird geschlossen, ohne geöffnet zu sein'],
  [/^unexpected close tag$/, 'hier wird ein anderes Element geschlossen, als geöffnet ist'],
  [/^unexpected end$/, 'das Dokument endet zu früh'],
  [/^unbound namespace prefix: "(.*)"$/, 'das Präfix $1: ist nicht vereinbart'],
  [/^duplicate attribute: (.*)$/, 'das Attribut $1 steht zweimal'],
  [/^attribute without value$/, 'ein Attribut hat keinen Wert'],
  [/^unquoted attribute value$/, 'der Wert eines Attributs steht nicht in Anführungszeichen'],
  [/^no whitespace between attributes$/, 'zwischen zwei Attributen fehlt ein Leerzeichen'],
  [/^disallowed character(?: in .*)?$/, 'hier steht ein Zeichen, das XML nicht erlaubt'],
  [/^malformed (?:character )?entity$/, 'eine Entität ist nicht richtig geschrieben'],
  [/^malformed comment$/, 'ein Kommentar ist nicht richtig geschrieben'],
  [/^text data outside of root node$/, 'außerhalb des ersten Elements steht Text'],
  [/^documents may contain only one root$/, 'das Dokument hat mehr als ein oberstes Element'],
  [/^document must contain a root element$/, 'das Dokument hat kein Element'],
  [/^an XML declaration must be at the start of the document$/, 'vor der XML-Deklaration steht etwas'],
  [/^Illegal (?:node|property) element name: (.*)$/, 'das Element $1 darf hier nicht stehen'],
  [/^Found multiple occurrences of rdf:ID='(.*)'$/, 'rdf:ID="$1" steht mehrmals'],
];

/** Of the parser of JSON-LD. */
export const jsonLdInGerman: InGerman = [
  [
    /^Can not have both '@language' and '@type' in a value: .*$/s,
    'ein Wert hat sowohl „@language“ als auch „@type“',
  ],
  [
    /^The value of an '@value' can not be an object.*$/s,
    '„@value“ ist ein Objekt statt eines Textes oder einer Zahl',
  ],
];
