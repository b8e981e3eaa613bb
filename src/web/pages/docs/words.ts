/** The words of the documentation. */
import type { LanguageTag } from '../../../resource/text';

const en = {
  docs: 'Documentation',
  lead: 'How to ask the gateway, what its data say, and how to run and change it, with a search over all sections and queries that run.',
  search: 'Search in the documentation',
  find: 'Search',
  found: (count: number, words: string) =>
    count === 0
      ? `Nothing about “${words}”. Try fewer words, or their beginnings.`
      : `${count === 1 ? 'One section' : `${count} sections`} on “${words}”`,
  all: 'All pages',
  contents: 'On this page',
  groups: {
    use: 'Asking',
    data: 'The data',
    operate: 'Running a gateway',
    develop: 'Changing it',
  },
  language: null,
};

const de: Omit<typeof en, 'language'> & { language: string | null } = {
  docs: 'Dokumentation',
  lead: 'Wie man das Gateway befragt, was seine Daten sagen, und wie man es betreibt und ändert: mit einer Suche über alle Abschnitte und Abfragen, die laufen.',
  search: 'In der Dokumentation suchen',
  find: 'Suchen',
  found: (count, words) =>
    count === 0
      ? `Nichts zu „${words}“. Weniger Wörter oder Wortanfänge helfen vielleicht.`
      : `${count === 1 ? 'Ein Abschnitt' : `${count} Abschnitte`} zu „${words}“`,
  all: 'Alle Seiten',
  contents: 'Auf dieser Seite',
  groups: {
    use: 'Abfragen',
    data: 'Die Daten',
    operate: 'Ein Gateway betreiben',
    develop: 'Es verändern',
  },
  language: 'Die Dokumentation ist englisch geschrieben.',
};

export const docsWords: Readonly<Record<LanguageTag, typeof de>> = { en, de };
export type DocsGroup = keyof typeof en.groups;
