// The words around answers in both languages.
import type { Language } from '../examples';

const en = {
  views: 'The answer as',
  json: 'JSON',
  table: 'Table',
  chart: 'Chart',
  network: 'Network',
  drawing: 'The picture is being drawn …',
  rows: (shown: string, all: string | null) =>
    all === null || all === shown ? `${shown} rows` : `${shown} of ${all} rows: the query asks for no more`,
  firstOnly: (count: string) =>
    `Only the first ${count} are shown here; the table that one downloads has all.`,
  answerTable: 'Answer',
  errors: (count: number) => (count === 1 ? 'The answer has an error' : `The answer has ${count} errors`),
  bars: (count: string) => `${count} bars. The table has the same numbers.`,
  unknown: 'unknown',
  matrix: (rows: string, columns: string) => `${rows} rows and ${columns} columns. The table has the same.`,
  linked: 'linked',
  noLink: 'the answer has no link',
  timeline: 'Times',
  timelineAbout: (count: string) => `${count} bars of time, as far as the answer says.`,
  stated: 'sources state beginning and end',
  open: 'beginning or end stated',
  attested: 'attested on these days',
  undated: 'the answer has no day',
  since: (from: string, to: string) => `${from} to ${to}`,
  attestedOn: (from: string, to: string) => `attested ${from} to ${to}`,
  map: 'Places',
  mapAbout: (count: string) => `${count} places in Germany.`,
  place: 'place of a record',
  networkAbout: (nodes: string, edges: string) => `${nodes} records and ${edges} connections.`,
  within: 'contains, as the query asks',
  saveSvg: 'Save as SVG',
  savePng: 'Save as PNG',
};

const de: typeof en = {
  views: 'Die Antwort als',
  json: 'JSON',
  table: 'Tabelle',
  chart: 'Diagramm',
  network: 'Netz',
  drawing: 'Das Bild wird gezeichnet …',
  rows: (shown, all) =>
    all === null || all === shown
      ? `${shown} Zeilen`
      : `${shown} von ${all} Zeilen: Die Abfrage will nicht mehr`,
  firstOnly: (count) => `Hier stehen nur die ersten ${count}; die Tabelle zum Herunterladen enthält alle.`,
  answerTable: 'Antwort',
  errors: (count) => (count === 1 ? 'Die Antwort hat einen Fehler' : `Die Antwort hat ${count} Fehler`),
  bars: (count) => `${count} Balken. Die Tabelle hat dieselben Zahlen.`,
  unknown: 'unbekannt',
  matrix: (rows, columns) => `${rows} Zeilen und ${columns} Spalten. Die Tabelle hat dasselbe.`,
  linked: 'verknüpft',
  noLink: 'die Antwort hat keine Verknüpfung',
  timeline: 'Zeiten',
  timelineAbout: (count) => `${count} Zeitbalken, soweit die Antwort es sagt.`,
  stated: 'Quellen nennen Beginn und Ende',
  open: 'Beginn oder Ende genannt',
  attested: 'an diesen Tagen belegt',
  undated: 'die Antwort nennt keinen Tag',
  since: (from, to) => `${from} bis ${to}`,
  attestedOn: (from, to) => `belegt ${from} bis ${to}`,
  map: 'Orte',
  mapAbout: (count) => `${count} Orte in Deutschland.`,
  place: 'Ort eines Eintrags',
  networkAbout: (nodes, edges) => `${nodes} Einträge und ${edges} Verbindungen.`,
  within: 'enthält, wie die Abfrage es will',
  saveSvg: 'Als SVG speichern',
  savePng: 'Als PNG speichern',
};

export const answerWords: Readonly<Record<Language, typeof en>> = { en, de };
export type AnswerWords = typeof en;
