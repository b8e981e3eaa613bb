/** The words of the matrix. */
import type { Label } from '../../../vocabulary/label';

const de = {
  title: 'Matrix',
  lead: 'Wer ist womit verknüpft? Was keine Quelle sagt, ist etwas anderes als ein Nein.',
  kinds: {
    PARTICIPATION: 'Standorte und Infrastrukturen',
    USAGE: 'Projekte und Infrastrukturen',
    INVOLVEMENT: 'Institutionen und Projekte',
    CONFORMANCE: 'Infrastrukturen, Datensätze und Standards',
  },
  yes: 'ja, belegt',
  probably: 'vermutlich weiterhin',
  undated: 'unbekannt: ohne Datum genannt',
  no: 'nein: Eine vollständige Liste nennt es nicht, oder es gab eins von beiden an dem Tag nicht',
  noInTable: 'nein',
  none: 'unbekannt: Keine Quelle sagt etwas',
  noneInTable: 'unbekannt',
  link: 'verknüpft',
  row: 'Zeile',
  truncated: 'Es gibt mehr Verknüpfungen, als hier Platz haben.',
  about: (rows: string, columns: string) =>
    `${rows} Zeilen und ${columns} Spalten. Leere Felder sind unbekannt, kein Nein.`,
};

type MatrixWords = typeof de;

const en: MatrixWords = {
  title: 'Matrix',
  lead: 'What is linked with what? What no source says is something else than a no.',
  kinds: {
    PARTICIPATION: 'Sites and infrastructures',
    USAGE: 'Projects and infrastructures',
    INVOLVEMENT: 'Institutions and projects',
    CONFORMANCE: 'Infrastructures, datasets and standards',
  },
  yes: 'yes, known',
  probably: 'probably still',
  undated: 'unknown: named without a date',
  no: 'no: a complete list leaves it out, or one of the two did not exist on that day',
  noInTable: 'no',
  none: 'unknown: no source says anything',
  noneInTable: 'unknown',
  link: 'linked',
  row: 'Row',
  truncated: 'There are more links than have room here.',
  about: (rows, columns) =>
    `${rows} rows and ${columns} columns. Empty fields are unknown, which is not a no.`,
};

export const matrixWords: Label<MatrixWords> = { de, en };
