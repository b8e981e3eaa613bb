/** What a value takes (`WrongValue.takes`), in German: reports of harvests and checks are read in both languages. */

/** Texts that are always the same. */
const fixed: Readonly<Record<string, string>> = {
  'a text that is not empty': 'ein Text, der nicht leer ist',
  'a text: put the number in quotes': 'ein Text: die Zahl in Anführungszeichen setzen',
  'a text whose characters are all known; U+FFFD stands where another program lost one: write that one anew':
    'ein Text, dessen Zeichen alle bekannt sind; U+FFFD steht, wo ein anderes Programm eines verloren hat: dieses neu schreiben',
  'an absolute web address that begins with https:// or http://':
    'eine vollständige Webadresse, die mit https:// oder http:// beginnt',
  'an absolute web address, or an IRI that begins with urn:':
    'eine vollständige Webadresse, oder eine IRI, die mit urn: beginnt',
  "a quoted date as stated: '2022', '2022-09' or '2022-09-01'":
    "ein Datum, wie es angegeben ist, in Anführungszeichen: '2022', '2022-09' oder '2022-09-01'",
  '{ startsOn, endsOn }, each a day such as 2022-09-01, at least one of them, in this order':
    '{ startsOn, endsOn }, beide ein Tag wie 2022-09-01, mindestens einer davon, in dieser Reihenfolge',
  '{ algorithm, value }, such as { algorithm: SHA256, value: 9f86d08… } in hexadecimal digits':
    '{ algorithm, value }, etwa { algorithm: SHA256, value: 9f86d08… } in hexadezimalen Ziffern',
  '{ amount, currency, qualifier }, such as { amount: 3800000, currency: EUR, qualifier: APPROXIMATE }, the amount in digits with two decimals at most: 3800 or 3.80, not 3.800':
    '{ amount, currency, qualifier }, etwa { amount: 3800000, currency: EUR, qualifier: APPROXIMATE }, der Betrag in Ziffern mit höchstens zwei Nachkommastellen: 3800 oder 3.80, nicht 3.800',
  '{ latitude, longitude, precision } in degrees such as 50.81, latitude from -90 to 90 and longitude from -180 to 180':
    '{ latitude, longitude, precision } in Grad wie 50.81, die Breite von -90 bis 90, die Länge von -180 bis 180',
  'texts by language, such as { de: …, en: … }': 'Texte nach Sprache, etwa { de: …, en: … }',
  'a language, such as de': 'eine Sprache, etwa de',
  'true or false': 'true oder false',
  'no value: the gateway sets it itself': 'kein Wert: Das Gateway setzt ihn selbst',
  'a list of codes': 'eine Liste von Codes',
  'a list of texts': 'eine Liste von Texten',
  'a list of maps of fields': 'eine Liste von Einträgen mit Feldern',
  'a map of fields': 'ein Eintrag mit Feldern',
  'its scheme beside it, such as ROR or DOI': 'daneben sein Schema, etwa ROR oder DOI',
  'a list of records, such as [funding-periods/num-period-2]':
    'eine Liste von Datensätzen, etwa [funding-periods/num-period-2]',
  'a duration in the notation of ISO 8601, such as P1D, P1M or PT1H':
    'eine Dauer in der Schreibweise von ISO 8601, etwa P1D, P1M oder PT1H',
  'a telephone number that begins with + and the code of the country, such as +49-30-123456':
    'eine Telefonnummer, die mit + und der Vorwahl des Landes beginnt, etwa +49-30-123456',
  'a DOI, such as 10.1007/s00063-020-00764-2': 'ein DOI, etwa 10.1007/s00063-020-00764-2',
  'the id of a funder in the Crossref Funder Registry, such as 10.13039/501100002347':
    'die Kennung eines Förderers in der Crossref Funder Registry, etwa 10.13039/501100002347',
  'a Wikidata item, such as Q560144': 'ein Objekt in Wikidata, etwa Q560144',
  'the number of a grant, such as 01KX2121, without the words of a sentence':
    'das Förderkennzeichen allein, etwa 01KX2121, ohne Wörter eines Satzes',
  'a ROR id, such as https://ror.org/01rdrb571; its last two digits check the others':
    'eine ROR-Kennung, etwa https://ror.org/01rdrb571; ihre letzten zwei Ziffern prüfen die anderen',
  'a GRID id, such as grid.10253.35': 'eine GRID-Kennung, etwa grid.10253.35',
  'an ISNI of 16 digits, such as 0000 0001 2218 4662; the last one, which may be X, checks the others':
    'eine ISNI aus 16 Ziffern, etwa 0000 0001 2218 4662; die letzte, die X sein kann, prüft die anderen',
  'the code of a site in the Medical Informatics Initiative, such as UKA or MUL-CT':
    'das Kürzel eines Standorts der Medizininformatik-Initiative, etwa UKA oder MUL-CT',
  'the id of an article in PubMed, such as 39934366': 'die Nummer eines Artikels in PubMed, etwa 39934366',
  'the id of an article in PubMed Central, such as PMC9870206':
    'die Kennung eines Artikels in PubMed Central, etwa PMC9870206',
  'the id of a manuscript on arXiv, such as 2606.16861 or hep-th/9901001':
    'die Kennung eines Manuskripts auf arXiv, etwa 2606.16861 oder hep-th/9901001',
};

/** Texts with something of the value or of its declaration in them. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/^one of (.+)$/s, 'einer von $1'],
  [/^only (\{.+\})$/s, 'nur $1'],
  [/^a list of (\{.+\})$/s, 'eine Liste von $1'],
  [
    /^a text of at most (\S+) bytes in UTF-8: shorten it, or put it into a description or quotation$/,
    'ein Text von höchstens $1 Bytes in UTF-8: kürzen, oder in eine Beschreibung oder ein Zitat schreiben',
  ],
  [
    /^a text without control characters; this one holds (.+)$/s,
    'ein Text ohne Steuerzeichen; in diesem steht $1',
  ],
  [
    /^an address that RDF can state; this one holds (.+): percent-encode it$/s,
    'eine Adresse, die in RDF stehen kann; in dieser steht $1: mit Prozentzeichen kodieren',
  ],
  [
    /^a whole number of bytes from 0 to (\d+), in digits only, such as (\d+)$/,
    'eine ganze Zahl von Bytes, 0 bis $1, nur in Ziffern, etwa $2',
  ],
  [
    /^a whole number from (-?\d+) to (\d+), in digits only: (-?\d+) without quotes, not (.+)$/s,
    'eine ganze Zahl von $1 bis $2, nur in Ziffern: $3 ohne Anführungszeichen, nicht $4',
  ],
  [/^a whole number from (-?\d+) to (\d+), in digits only$/, 'eine ganze Zahl von $1 bis $2, nur in Ziffern'],
  [
    /^the (\d+) hexadecimal digits of a checksum of (\S+), in quotes$/,
    'die $1 hexadezimalen Ziffern einer Prüfsumme mit $2, in Anführungszeichen',
  ],
  [
    /^lower-case letters, digits and single hyphens, at most (\d+) characters$/,
    'Kleinbuchstaben, Ziffern und einzelne Bindestriche, höchstens $1 Zeichen',
  ],
  [/^the slug of a record of (\S+)$/, 'der Slug eines Datensatzes der Klasse $1'],
  [/^a path and a slug, such as (\S+); paths: (.+)$/s, 'ein Pfad und ein Slug, etwa $1; Pfade: $2'],
  [
    /^true or false; true only beside a "statedOn" and a "property" that is a list: (.+)$/s,
    'true oder false; true nur neben „statedOn“ und einer „property“, die eine Liste ist: $1',
  ],
];

/** @param takes as `WrongValue` says it; what is not known here stays as it is */
export function takesInGerman(takes: string): string {
  const known = fixed[takes];
  if (known !== undefined) return known;
  const [pattern, german] = patterns.find(([each]) => each.test(takes)) ?? [];
  return pattern && german !== undefined ? takes.replace(pattern, german) : takes;
}
