/** Unpacks ZIP and gzip in memory, bounded in size and number. Paths of members are names only: nothing is written to disk. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { reasonOf } from '../../errors';
import { digestOf } from '../digest';
import type { SourceDocument } from '../document';
import { walkFinding } from './finding-texts';
import type { Walking } from './walking';

const megabyte = 1024 * 1024;
/** Of one member, and of all of an archive. */
const limits = { bytes: 50 * megabyte, allBytes: 500 * megabyte, members: 10_000 };
/** Folders and hidden files count here, and are no members. */
const most = { entries: 10 * limits.members, workbook: 150 * megabyte };

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 8;
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
export const isPacked = (bytes: Uint8Array): boolean => isZip(bytes) || isGzip(bytes);

/** The document itself, or those that are packed in it. */
export async function* unpacked(
  document: SourceDocument,
  walking: Pick<Walking, 'report'>,
): AsyncGenerator<SourceDocument> {
  if (isGzip(document.bytes)) yield* gunzipped(document, walking);
  else if (isZip(document.bytes)) yield* members(document, walking);
  else yield document;
}

const unzip = promisify(gunzip) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

async function* gunzipped(
  document: SourceDocument,
  walking: Pick<Walking, 'report'>,
): AsyncGenerator<SourceDocument> {
  try {
    const bytes = await unzip(document.bytes, { maxOutputLength: limits.bytes });
    // The type is that of the packed file.
    yield { ...document, bytes, digest: digestOf(bytes), type: null };
  } catch (error) {
    walking.report(packedFault(error, document.address));
  }
}

async function* members(
  document: SourceDocument,
  { report }: Pick<Walking, 'report'>,
): AsyncGenerator<SourceDocument> {
  let left = limits.allBytes;
  let number = 0;
  try {
    const archive = await opened(document.bytes);
    const entries = await listed(archive);
    if (isOfficeDocument(entries)) {
      const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
      if (size <= most.workbook) yield document;
      else report(walkFinding('file-too-large', document.address, { number: most.workbook / megabyte }));
      return;
    }
    for (const entry of entries) {
      if (isLeftOut(entry.fileName)) continue;
      const address = `${document.address}#${encodeURI(entry.fileName)}`;
      if ((number += 1) > limits.members || (left -= entry.uncompressedSize) < 0) {
        report(walkFinding('too-many-documents', document.address, { number: limits.members }));
        return;
      }
      if (entry.uncompressedSize > limits.bytes) {
        report(walkFinding('file-too-large', address, { number: limits.bytes / megabyte }));
        continue;
      }
      const bytes = await contentOf(archive, entry);
      yield { ...document, address, bytes, digest: digestOf(bytes), type: null };
    }
  } catch (error) {
    report(packedFault(error, document.address));
  }
}

function packedFault(error: unknown, address: string) {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_BUFFER_TOO_LARGE'
    ? walkFinding('file-too-large', address, { number: limits.bytes / megabyte })
    : walkFinding('broken-archive', address, { value: reasonOf(error) });
}

/** Folders, hidden files, and what macOS adds. */
const isLeftOut = (name: string): boolean => /\/$|(?:^|\/)(?:\.|__MACOSX\/)/.test(name);

/** Names that lead out of the archive, and sizes that are not what is said, are errors. */
const opened = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true },
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
    if (!entry || entries.length > most.entries) return entries;
    entries.push(entry);
  }
}

/** Workbooks are archives, too, and are read as a whole. */
const isOfficeDocument = (entries: readonly Entry[]): boolean => {
  const names = new Set(entries.map(({ fileName }) => fileName));
  return names.has('xl/workbook.xml') || (names.has('content.xml') && names.has('mimetype'));
};

async function contentOf(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    archive.openReadStream(entry, (error, opening) => (error ? reject(error) : resolve(opening))),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
