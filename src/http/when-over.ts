/** When a request is over, so that whoever counts it can stop counting. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether nobody waits for the answer any more; a response that is made too late never tells. */
export const isGone = ({ socket }: IncomingMessage): boolean => socket.destroyed;

/** Whether all of an answer was handed to the system that sends it; some versions of Node say so a little later. */
export const isSent = ({ writableFinished, writableEnded, socket }: ServerResponse): boolean =>
  writableFinished || (writableEnded && socket !== null && !socket.destroyed && socket.writableLength === 0);

/** Who waits for the end of a response; several wait with one listener. A property of the response, as a map would cost more than the rest. */
const waiting = Symbol('waiting');

interface Awaited extends ServerResponse {
  [waiting]?: (() => void)[] | undefined;
}

/**
 * Lets the sender report completion synchronously: a listener costs more than a small response.
 * @returns called by the sender once it has sent the answer or handed it over; what is not complete then is listened for.
 */
export function finishSynchronously(request: IncomingMessage, response: Awaited): () => void {
  const callbacks: (() => void)[] = [];
  response[waiting] = callbacks;
  return () => {
    response[waiting] = undefined;
    const isOver = isSent(response) || isGone(request);
    for (const each of callbacks) {
      if (isOver) each();
      else whenOver(request, response, each);
    }
  };
}

/**
 * Calls back once, when the request is answered or its connection is gone. The response alone does not tell: it says nothing to
 * those who begin to listen after its end, nor does it end where it still waits for another answer on the same connection.
 */
export function whenOver(request: IncomingMessage, response: Awaited, callback: () => void): void {
  const { socket } = request;
  if (isGone(request)) {
    callback();
    return;
  }
  const others = response[waiting];
  if (others) {
    others.push(callback);
    return;
  }
  const callbacks = [callback];
  response[waiting] = callbacks;
  const over = (): void => {
    response.off('close', over);
    socket.off('close', over);
    response[waiting] = undefined;
    // The end of the connection ends the response, too: both would tell.
    for (const each of callbacks.splice(0)) each();
  };
  response.on('close', over);
  // A client may send many requests on one connection before the first is answered.
  socket.setMaxListeners(0).on('close', over);
}
