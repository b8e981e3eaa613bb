/** How texts are compressed: which way a client prefers, and from which size on it is worth it. */
import { promisify } from 'node:util';
import type { Transform } from 'node:stream';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** A way to compress. */
export type Encoding = 'br' | 'gzip';

/** Smaller bodies fit into one packet as they are. */
export const worthCompressing = 1_024;

/** Four is where brotli is as fast as gzip at its usual level, and smaller; each further level takes half as long again. */
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

/** Compresses what is written to it piece by piece, as fast as it is read. */
export const compressing = (encoding: Encoding): Transform => streams[encoding]();

/** Compresses, outside of the thread that answers. */
export const compressed = (bytes: Buffer, encoding: Encoding): Promise<Buffer> => ways[encoding](bytes);

/** What its types leave out: which way the server prefers among those that the client likes equally. */
interface Preferring {
  encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
}

const offered: Encoding[] = ['br', 'gzip'];

/** What a client takes, after its `Accept-Encoding`; null for texts as they are. */
export function encodingFor(acceptEncoding: string | undefined): Encoding | null {
  if (acceptEncoding === undefined) return null;
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const preferred = negotiator.encoding([...offered, 'identity'], { preferred: offered });
  return offered.find((encoding) => encoding === preferred) ?? null;
}
