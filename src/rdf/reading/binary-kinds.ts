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

const tar: OtherKind = { what: { de: 'ein Archiv (tar)', en: 'an archive (tar)' }, how: unpack };

/** The first bytes, as characters of Latin-1. */
const kinds: readonly (readonly [start: string, kind: OtherKind])[] = [
  [
    'PK\x03\x04',
    {
      what: { de: 'eine ZIP-Datei oder Arbeitsmappe', en: 'a ZIP file or workbook' },
      how: {
        de: 'Sie entpacken und die Datei darin angeben; „num-gateway harvest“ liest ein ZIP Datei für Datei, und eine Arbeitsmappe als Quelle der Art TABLE.',
        en: 'Unpack it, and give the file in it; "num-gateway harvest" reads a ZIP file by file, and a workbook as a source of the kind TABLE.',
      },
    },
  ],
  ['\x1f\x8b', { what: { de: 'eine gzip-Datei', en: 'a gzip file' }, how: unpack }],
  [
    '\xd0\xcf\x11\xe0',
    { what: { de: 'ein Office-Dokument (bis 2003)', en: 'an office document (up to 2003)' }, how: elsewhere },
  ],
  ['%PDF-', { what: { de: 'ein PDF', en: 'a PDF' }, how: elsewhere }],
  ['\x89PNG\r\n', picture],
  ['\xff\xd8\xff', picture],
  ['GIF8', picture],
  ['Rar!\x1a\x07', { what: { de: 'ein Archiv (RAR)', en: 'an archive (RAR)' }, how: unpack }],
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
  if (Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar') return tar;
  return kinds.find(([sign]) => start.startsWith(sign))?.[1] ?? null;
}
