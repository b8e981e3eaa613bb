/** The words of the pages of records. */

const de = {
  recordLead: (one: string, name: string) =>
    `${one} „${name}“: was Quellen dazu sagen, womit der Eintrag verknüpft ist, und seit wann.`,
  linkLead: (one: string, name: string) =>
    `${one} „${name}“: seit wann sie belegt ist, und von welcher Quelle.`,
  sourceLead: (name: string) => `Quelle „${name}“: was sie ist, und welche Einträge sich auf sie stützen.`,
  onThisPage: 'Auf dieser Seite',
  permanent: 'Beständige Adresse',
  report: 'Fehler melden',
  reportField: 'Fehler in dieser Angabe melden',
  errorIn: (name: string) => `Fehler im Verzeichnis: ${name}`,
  notKnown: 'unbekannt',
  fair: 'Wie FAIR',
};

const en: typeof de = {
  recordLead: (one, name) =>
    `${one} “${name}”: what sources say of it, what it is linked with, and since when.`,
  linkLead: (one, name) => `${one} “${name}”: since when it is attested, and by which source.`,
  sourceLead: (name) => `Source “${name}”: what it is, and which records rest on it.`,
  onThisPage: 'On this page',
  permanent: 'Permanent address',
  report: 'Report an error',
  reportField: 'Report an error in this statement',
  errorIn: (name) => `Error in the catalogue: ${name}`,
  notKnown: 'unknown',
  fair: 'How FAIR',
};

export const recordWords = { de, en };
