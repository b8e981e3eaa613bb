/** The words of the network page. */
import type { Label } from '../../../vocabulary/label';

const de = {
  title: 'Netz',
  lead: 'Was mit einem Eintrag verknüpft ist, oder was zwei verbindet – mit dem Beleg jeder Verknüpfung.',
  around: (name: string) => `Rund um ${name}`,
  between: (from: string, to: string) => `Zwischen ${from} und ${to}`,
  of: 'Rund um',
  to: 'Bis zu (leer: rund um einen)',
  nobody: '–',
  depth: 'Schritte',
  size: 'Höchstens so viele',
  kinds: 'Nur diese Verknüpfungen',
  further: 'Einen Schritt weiter',
  more: 'Mehr Einträge zeigen',
  record: 'Zum Eintrag',
  truncated: 'Es gibt mehr, als hier gezeigt wird.',
  alone: 'Dazu ist keine Verknüpfung bekannt.',
  unconnected: 'Zwischen den beiden ist keine Verbindung bekannt.',
  link: 'Verknüpfung',
  role: 'Art',
  time: 'Zeit',
  evidence: 'Beleg',
  none: 'kein Beleg mit Wortlaut',
  atTheLink: 'auf der Seite der Verknüpfung',
  about: (nodes: string, links: string) =>
    `${nodes} Einträge und ${links} Verbindungen. Ein Klick auf einen Eintrag klappt auf, womit er verknüpft ist, und wieder zu.`,
  aboutPaths: (nodes: string, links: string) =>
    `${nodes} Einträge und ${links} Verbindungen. Ein Klick auf einen Eintrag zeigt das Netz um ihn.`,
  unfolded: 'Aufgeklappt:',
  fold: 'zuklappen',
  centre: 'in die Mitte',
  others: 'Sonstiges',
  asTable: (links: string) => `Alle ${links} Verknüpfungen als Tabelle`,
};

type NetworkWords = typeof de;

const en: NetworkWords = {
  title: 'Network',
  lead: 'What is linked with a record, or what connects two – with the evidence of each link.',
  around: (name) => `Around ${name}`,
  between: (from, to) => `Between ${from} and ${to}`,
  of: 'Around',
  to: 'As far as (empty: around one)',
  nobody: '–',
  depth: 'Steps',
  size: 'At most so many',
  kinds: 'Only these links',
  further: 'One step further',
  more: 'Show more records',
  record: 'To the record',
  truncated: 'There is more than is shown here.',
  alone: 'No link to it is known.',
  unconnected: 'No connection of the two is known.',
  link: 'Link',
  role: 'Kind',
  time: 'Time',
  evidence: 'Evidence',
  none: 'no evidence in words',
  atTheLink: 'on the page of the link',
  about: (nodes, links) =>
    `${nodes} records and ${links} connections. A click on a record unfolds what it is linked with, and folds it again.`,
  aboutPaths: (nodes, links) =>
    `${nodes} records and ${links} connections. A click on a record shows the network around it.`,
  unfolded: 'Unfolded:',
  fold: 'fold',
  centre: 'to the centre',
  others: 'Others',
  asTable: (links) => `All ${links} links as a table`,
};

export const networkWords: Label<NetworkWords> = { de, en };
