/** Unpacks ZIP and gzip in memory, bounded in size and number. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { digestOf } from '../digest';
import type { SourceDocument } from '../document';
import { walkFinding } from './finding-texts';
import type { Walking } from './walking';
import { MemberFault, openArchive } from './zip';

const megabyte = 1024 * 1024;
/** Of one member, and of all of an archive; and of archives in archives. */
const limits = {
  bytes: 50 * megabyte,
  allBytes: 500 * megabyte,
  members: 10_000,
  workbook: 150 * megabyte,
  depth: 3,
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 8;
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
export const isPacked = (bytes: Uint8Array): boolean => isZip(bytes) || isGzip(bytes);

/** What is left of the limits, for an archive with all that is packed in it. */
interface Budget {
  bytes: number;
  members: number;
}

/** The document itself, or those that are packed in it. */
export const unpacked = (
  document: SourceDocument,
  { report }: Pick<Walking, 'report'>,
): AsyncGenerator<SourceDocument> =>
  contents(document, { report, left: { bytes: limits.allBytes, members: limits.members }, depth: 0 });

interface Unpacking extends Pick<Walking, 'report'> {
  readonly left: Budget;
  readonly depth: number;
}

async function* contents(document: SourceDocument, unpacking: Unpacking): AsyncGenerator<SourceDocument> {
  const { report, depth } = unpacking;
  const read = isGzip(document.bytes) ? gunzipped : isZip(document.bytes) ? members : null;
  if (!read) yield document;
  else if (depth >= limits.depth) report(walkFinding('archive-too-deep', document.address));
  else yield* read(document, { ...unpacking, depth: depth + 1 });
}

const unzip = promisify(gunzip) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

async function* gunzipped(document: SourceDocument, unpacking: Unpacking): AsyncGenerator<SourceDocument> {
  const { address } = document;
  const bytes = await unzip(document.bytes, { maxOutputLength: limits.bytes }).catch((error: unknown) => {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    unpacking.report(
      isTooLarge
        ? walkFinding('file-too-large', address, { number: limits.bytes / megabyte })
        : walkFinding('broken-archive', address),
    );
    return null;
  });
  // The type is that of the packed file.
  if (bytes) yield* contents({ ...document, bytes, digest: digestOf(bytes), type: null }, unpacking);
}

async function* members(document: SourceDocument, unpacking: Unpacking): AsyncGenerator<SourceDocument> {
  const { report, left } = unpacking;
  const archive = await openArchive(document.bytes).catch(() => null);
  if (!archive) {
    report(walkFinding('broken-archive', document.address));
    return;
  }
  if (archive.isOfficeDocument) {
    if (archive.size <= limits.workbook) yield document;
    else report(walkFinding('file-too-large', document.address, { number: limits.workbook / megabyte }));
    return;
  }
  for (const { name, size, content } of archive.members) {
    const address = `${document.address}${document.address.includes('#') ? '!/' : '#'}${encodeURI(name)}`;
    left.members -= 1;
    left.bytes -= size;
    if (left.members < 0 || left.bytes < 0) {
      report(walkFinding('too-many-documents', document.address, { number: limits.members }));
      return;
    }
    if (size > limits.bytes) {
      report(walkFinding('file-too-large', address, { number: limits.bytes / megabyte }));
      continue;
    }
    const bytes = await content().catch((error: unknown) => {
      if (!(error instanceof MemberFault)) throw error;
      report(walkFinding('member-left-out', address, { whyDe: error.said.de, whyEn: error.said.en }));
      return null;
    });
    if (bytes)
      yield* contents({ ...document, address, bytes, digest: digestOf(bytes), type: null }, unpacking);
  }
}
