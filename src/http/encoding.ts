/** Compression of answers: by `Accept-Encoding`, above a minimum size. */
import { promisify } from 'node:util';
import { availableParallelism } from 'node:os';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { Semaphore } from '../store/reading/semaphore';

/** A content encoding. */
export type Encoding = 'br' | 'gzip';

/** Minimum size in bytes. Smaller bodies fit into one packet anyway. */
export const worthCompressing = 1_024;

/** At level 4, brotli is as fast as gzip at its default level, and smaller. Each further level takes half as long again. */
const brotliQuality = 4;

/** Size in bytes from which an answer is compressed in pieces, and waits for the others that are as long. */
const long = 256 * 1_024;

/** One core is left to the thread that answers everybody else. */
const longOnes = new Semaphore(Math.max(1, availableParallelism() - 1));

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

const ways: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => zipped(bytes),
};

const streams: Readonly<Record<Encoding, () => Transform>> = {
  br: () =>
    createBrotliCompress({
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: () => createGzip(),
};

/** A stream that compresses and flushes as it is read. */
export const compressing = (encoding: Encoding): Transform => streams[encoding]();

/** Compresses in zlib's thread pool. Pieces are never joined before, as megabytes for each answer keep the garbage collector busy. */
export async function compressed(pieces: readonly Buffer[], encoding: Encoding): Promise<readonly Buffer[]> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  if (size < long) return [await ways[encoding](joined(pieces))];
  return longOnes.run(() => pipeline(pieces, compressing(encoding), inPieces));
}

function joined(pieces: readonly Buffer[]): Buffer {
  const [only, ...others] = pieces;
  return only && others.length === 0 ? only : Buffer.concat(pieces);
}

async function inPieces(compressedPieces: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const piece of compressedPieces) all.push(piece);
  return all;
}

/** Missing in Negotiator's types: the server's preference among encodings that the client weights equally. */
interface Preferring {
  encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
}

const offered: Encoding[] = ['br', 'gzip'];

/** The encoding for an `Accept-Encoding`; null for no compression. */
export function encodingFor(acceptEncoding: string | undefined): Encoding | null {
  if (acceptEncoding === undefined) return null;
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const preferred = negotiator.encoding([...offered, 'identity'], { preferred: offered });
  return offered.find((encoding) => encoding === preferred) ?? null;
}
