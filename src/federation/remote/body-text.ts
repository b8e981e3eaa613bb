/** Reads the text of an answer, uncompressed and up to a maximum size. */
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { boundedText } from './bounded-text';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createUnzip,
  'x-gzip': createUnzip,
  deflate: createUnzip,
  br: createBrotliDecompress,
};

/** The value of `Accept-Encoding`. */
export const acceptedEncodings = 'gzip, deflate, br';

/** @param maxBytes of the uncompressed text @throws TooLong */
export function bodyText(
  { headers, body }: Pick<Dispatcher.ResponseData, 'headers' | 'body'>,
  maxBytes: number,
): Promise<string> {
  const decoder = decoders[String(headers['content-encoding'] ?? '').toLowerCase()];
  if (decoder) return boundedText({ body: decoded(body, decoder()) }, maxBytes);
  // The client refuses bodies of another length than the header says, so a known length need not be counted.
  const length = Number(headers['content-length'] ?? Infinity);
  return length <= maxBytes ? body.text() : boundedText({ body }, maxBytes);
}

function decoded(body: Readable, decoder: Transform): Transform {
  body.on('error', (error) => decoder.destroy(error));
  // Who reads no further closes the connection.
  decoder.on('close', () => body.destroy());
  return body.pipe(decoder);
}
