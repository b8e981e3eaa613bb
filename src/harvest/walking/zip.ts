/** Reads ZIP archives member by member. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import type { Label } from '../../vocabulary/label';

/** Folders and hidden files count here, and are no members. */
const mostEntries = 100_000;

/** An archive that is open in memory, with what is in it. */
export interface Archive {
  readonly members: readonly Member[];
  /** Whether it is a workbook or another document of an office, which is read as a whole. */
  readonly isOfficeDocument: boolean;
  /** The size of all members, unpacked, as the archive states it. */
  readonly size: number;
}

/** A file in an archive. */
export interface Member {
  readonly name: string;
  /** Unpacked, as the archive states it. */
  readonly size: number;
  /** @throws MemberFault */
  readonly content: () => Promise<Uint8Array>;
}

/** Why a member cannot be read. The others can. */
export class MemberFault extends Error {
  constructor(readonly said: Label) {
    super(said.en);
    this.name = 'MemberFault';
  }
}

const faults = {
  encrypted: { de: 'sie ist mit einem Kennwort verschlüsselt', en: 'it is encrypted with a password' },
  outside: {
    de: 'ihr Pfad führt aus dem Archiv hinaus',
    en: 'its path leads out of the archive',
  },
  damaged: { de: 'sie ist beschädigt', en: 'it is damaged' },
} as const satisfies Record<string, Label>;

/** What workbooks, binary ones, texts and slides have. */
const partsOfOffices = ['xl/workbook.xml', 'xl/workbook.bin', 'word/document.xml', 'ppt/presentation.xml'];

/** @throws any error if it is no archive, or breaks off */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const archive = await opened(bytes);
  const entries = (await listed(archive)).map((entry) => ({ entry, name: nameOf(entry) }));
  const names = new Set(entries.map(({ name }) => name));
  return {
    members: entries
      .filter(({ name }) => !isLeftOut(name))
      .map(({ entry, name }) => ({
        name,
        size: entry.uncompressedSize,
        content: () => contentOf(archive, entry, name),
      })),
    isOfficeDocument:
      partsOfOffices.some((part) => names.has(part)) || (names.has('content.xml') && names.has('mimetype')),
    size: entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0),
  };
}

/** Names are read here, as one that leads out of the archive must not cost the members behind it. Nothing is written to disk. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

/** Folders, hidden files, and what macOS adds. */
const isLeftOut = (name: string): boolean => /\/$|(?:^|\/)(?:\.(?!\.?\/)|__MACOSX\/)/.test(name);

/** Sizes that are not what is said are errors. */
const opened = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, decodeStrings: false },
      (error, archive) => (error ? reject(error) : resolve(archive)),
    ),
  );

/** The entries of an archive; one more than are read, if there are more. */
async function listed(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      archive.removeAllListeners();
      archive
        .once('entry', resolve)
        .once('end', () => resolve(null))
        .once('error', reject);
      archive.readEntry();
    });
    if (!entry || entries.length > mostEntries) return entries;
    entries.push(entry);
  }
}

async function contentOf(archive: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  if (validateFileName(name) !== null) throw new MemberFault(faults.outside);
  if (entry.isEncrypted()) throw new MemberFault(faults.encrypted);
  const bytes = await inflated(archive, entry).catch(() => null);
  if (bytes === null || crc32(bytes) !== entry.crc32) throw new MemberFault(faults.damaged);
  return bytes;
}

async function inflated(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    archive.openReadStream(entry, (error, opening) => (error ? reject(error) : resolve(opening))),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
