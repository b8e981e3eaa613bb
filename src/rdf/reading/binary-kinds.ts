/** Files of other kinds that their first bytes tell: their text would be noise. */
import type { OtherKind } from './other-kind';

const unpack: OtherKind['how'] = {
  de: 'Es entpacken und die Datei darin angeben.',
  en: 'Unpack it, and give the file in it.',
};
const elsewhere: OtherKind['how'] = {
  de: 'Datei oder Adresse der Metadaten in Turtle, JSON-LD oder RDF/XML angeben.',
  en: 'Give the file or address of the metadata in Turtle, JSON-LD or RDF/XML.',
};
const picture: OtherKind = { what: { de: 'ein Bild', en: 'a picture' }, how: elsewhere };

/** The first bytes, as characters of Latin-1. */
const kinds: readonly (readonly [start: string, kind: OtherKind])[] = [
  [
    'PK\x03\x04',
    {
      what: { de: 'eine ZIP-Datei oder Arbeitsmappe', en: 'a ZIP file or workbook' },
      how: {
        de: 'Sie entpacken und die Datei darin angeben; eine Arbeitsmappe wird als Quelle der Art TABLE eingelesen.',
        en: 'Unpack it, and give the file in it; a workbook is harvested as a source of the kind TABLE.',
      },
    },
  ],
  ['%PDF-', { what: { de: 'ein PDF', en: 'a PDF' }, how: elsewhere }],
  ['\x89PNG\r\n', picture],
  ['\xff\xd8\xff', picture],
  ['GIF8', picture],
  ['BZh', { what: { de: 'ein Archiv (bzip2)', en: 'an archive (bzip2)' }, how: unpack }],
  ['\xfd7zXZ\0', { what: { de: 'ein Archiv (xz)', en: 'an archive (xz)' }, how: unpack }],
  ['7z\xbc\xaf', { what: { de: 'ein Archiv (7z)', en: 'an archive (7z)' }, how: unpack }],
  ['\x28\xb5\x2f\xfd', { what: { de: 'ein Archiv (Zstandard)', en: 'an archive (Zstandard)' }, how: unpack }],
  [
    'SQLite format 3\0',
    { what: { de: 'eine Datenbank (SQLite)', en: 'a database (SQLite)' }, how: elsewhere },
  ],
];

/** Null for what may be a text. */
export function binaryKind(bytes: Uint8Array): OtherKind | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return kinds.find(([sign]) => start.startsWith(sign))?.[1] ?? null;
}
