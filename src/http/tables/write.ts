/** Sends a table piece by piece, as fast as its client reads; a table that fails is never ended as if it were whole. */
import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { ClientGone } from '../../errors';
import { compressing, type Encoding } from '../encoding';
import { noteRefusal } from '../watch-requests';
import { codeOf } from './failures';

/** The pieces in an encoding: each is made when those before it were taken, and none after one that fails. */
export function encoded(
  pieces: AsyncIterable<string | Uint8Array>,
  encoding: Encoding | null,
): AsyncIterable<string | Uint8Array> {
  if (encoding === null) return pieces;
  const packer = compressing(encoding);
  // Whoever reads what is packed is told why it ends.
  pipeline(Readable.from(pieces), packer, () => undefined);
  return packer;
}

/** Sends the pieces to their end. What goes wrong is logged, and breaks the connection off. */
export async function write(
  log: Logger,
  response: Response,
  pieces: AsyncIterable<string | Uint8Array>,
  whole: AbortSignal,
): Promise<void> {
  try {
    // What is packed may be long in coming.
    response.flushHeaders();
    for await (const piece of pieces) {
      whole.throwIfAborted();
      if (!response.write(piece)) await drained(response, whole);
    }
    response.end();
  } catch (error) {
    breakOff(log, response, whole.aborted ? whole.reason : error);
  }
}

async function drained(response: Response, whole: AbortSignal): Promise<void> {
  await once(response, 'drain', { signal: whole }).catch(() => whole.throwIfAborted());
}

/** A reset reaches the client even where a proxy does not pass the pieces on as pieces: the end of a stream would look like the end of the file. */
function breakOff(log: Logger, response: Response, reason: unknown): void {
  if (!(reason instanceof ClientGone)) {
    noteRefusal(response, codeOf(reason));
    log.warn({ err: reason }, 'A table was broken off');
  }
  response.socket?.resetAndDestroy();
}
