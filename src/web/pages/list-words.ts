/** The words of lists: how they are narrowed, ordered and paged. */
import { counting } from './counting';

const de = {
  listLead: (many: string, count: string) =>
    `${many} im Verzeichnis der Forschungsinfrastrukturen der Universitätsmedizin (${count}): mit Suche und Filtern, als Tabelle, und jede Angabe mit ihrer Quelle.`,
  found: counting('Eintrag', 'Einträge'),
  shown: (shown: string, all: string) => `${shown} von ${all}`,
  all: (count: string) => `Alle ${count} anzeigen`,
  next: 'Nächste Seite',
  previous: 'Vorige Seite',
  first: 'Zur ersten Seite',
  pages: 'Seiten',
  search: 'Suche',
  searchTitles: 'Titel oder Herausgeber enthält',
  any: 'alle',
  narrow: 'Liste eingrenzen',
  apply: 'Anzeigen',
  sort: 'Reihenfolge',
  usualOrder: 'üblich',
  columns: 'Spalten wählen',
  moreFilters: 'Weitere Filter',
  active: 'Gewählte Filter',
  remove: 'Filter entfernen',
  reset: 'Zurücksetzen',
  nothing: 'Nichts gefunden.',
  table: 'Ganze Liste als Tabelle',
  listForms: 'Diese Liste in anderen Formaten',
};

const en: typeof de = {
  listLead: (many, count) =>
    `${many} in the catalogue of research infrastructures of university medicine (${count}): with search and filters, as a table, and each statement with its source.`,
  found: counting('record', 'records'),
  shown: (shown, all) => `${shown} of ${all}`,
  all: (count) => `Show all ${count}`,
  next: 'Next page',
  previous: 'Previous page',
  first: 'To the first page',
  pages: 'Pages',
  search: 'Search',
  searchTitles: 'Title or publisher contains',
  any: 'any',
  narrow: 'Narrow the list',
  apply: 'Show',
  sort: 'Order',
  usualOrder: 'usual',
  columns: 'Choose columns',
  moreFilters: 'More filters',
  active: 'Chosen filters',
  remove: 'Remove filter',
  reset: 'Reset',
  nothing: 'Nothing was found.',
  table: 'The whole list as a table',
  listForms: 'This list in other formats',
};

export const listWords = { de, en };
