/** Sends a table piece by piece, as fast as its client reads; a table that fails is never ended as if it were whole. */
import { once } from 'node:events';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { ClientGone } from '../../errors';
import { noteRefusal } from '../watch-requests';
import { codeOf } from './failures';

/** Sends the pieces to their end. What goes wrong is logged, and breaks the connection off. */
export async function write(
  log: Logger,
  response: Response,
  pieces: AsyncIterable<string | Uint8Array>,
  whole: AbortSignal,
): Promise<void> {
  try {
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
