/** Sends an answer in pieces at the client's speed. One that fails is cut off, so that it does not look complete. */
import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { ClientGone } from '../../errors';
import { compressing, type Encoding } from '../encoding';
import { noteRefusal } from '../watch-requests';
import { codeOf } from './failures';

/** Compresses the pieces. They are produced on demand, and an error ends the stream. */
export function encoded(
  pieces: AsyncIterable<string | Uint8Array>,
  encoding: Encoding | null,
): AsyncIterable<string | Uint8Array> {
  if (encoding === null) return pieces;
  const packer = compressing(encoding);
  // The reader of `packer` gets the error.
  pipeline(Readable.from(pieces), packer, () => undefined);
  return packer;
}

/**
 * Sends all pieces. An error is logged, and the connection is reset.
 * @param what is sent, such as `A table`
 */
export async function write(
  log: Logger,
  response: Response,
  pieces: AsyncIterable<string | Uint8Array>,
  whole: AbortSignal,
  what = 'A table',
): Promise<void> {
  try {
    // The first compressed piece may take a while.
    response.flushHeaders();
    for await (const piece of pieces) {
      whole.throwIfAborted();
      if (!response.write(piece)) await drained(response, whole);
    }
    response.end();
  } catch (error) {
    breakOff(log, response, whole.aborted ? whole.reason : error, what);
  }
}

async function drained(response: Response, whole: AbortSignal): Promise<void> {
  await once(response, 'drain', { signal: whole }).catch(() => whole.throwIfAborted());
}

/** Resets the connection. A proxy that does not pass chunks on would turn a closed stream into a normal end of file. */
function breakOff(log: Logger, response: Response, reason: unknown, what: string): void {
  if (!(reason instanceof ClientGone)) {
    noteRefusal(response, codeOf(reason));
    log.warn({ err: reason }, `${what} was broken off`);
  }
  response.socket?.resetAndDestroy();
}
