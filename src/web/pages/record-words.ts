/** The words of the pages of records. */

const de = {
  onThisPage: 'Auf dieser Seite',
  permanent: 'Beständige Adresse',
  report: 'Fehler melden',
  reportField: 'Fehler in dieser Angabe melden',
  errorIn: (name: string) => `Fehler im Verzeichnis: ${name}`,
  notKnown: 'unbekannt',
  fair: 'Wie FAIR',
};

const en: typeof de = {
  onThisPage: 'On this page',
  permanent: 'Permanent address',
  report: 'Report an error',
  reportField: 'Report an error in this statement',
  errorIn: (name) => `Error in the catalogue: ${name}`,
  notKnown: 'unknown',
  fair: 'How FAIR',
};

export const recordWords = { de, en };
