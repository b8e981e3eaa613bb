/** Compression of answers: by `Accept-Encoding`, above a minimum size. */
import { promisify } from 'node:util';
import type { Transform } from 'node:stream';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** A content encoding. */
export type Encoding = 'br' | 'gzip';

/** Minimum size in bytes. Smaller bodies fit into one packet anyway. */
export const worthCompressing = 1_024;

/** At level 4, brotli is as fast as gzip at its default level, and smaller. Each further level takes half as long again. */
const brotliQuality = 4;

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

/** Compresses in zlib's thread pool. */
export const compressed = (bytes: Buffer, encoding: Encoding): Promise<Buffer> => ways[encoding](bytes);

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
