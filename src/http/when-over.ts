/** When a request is over, so that whoever counts it can stop counting. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether nobody waits for the answer any more; a response that is made too late never tells. */
export const isGone = ({ socket }: IncomingMessage): boolean => socket.destroyed;

/** Who waits for the end of each response; several wait with one listener. */
const waiting = new WeakMap<ServerResponse, (() => void)[]>();

/**
 * Calls back once, when the request is answered or its connection is gone. The response alone does not tell: it says nothing to
 * those who begin to listen after its end, nor does it end where it still waits for another answer on the same connection.
 */
export function whenOver(request: IncomingMessage, response: ServerResponse, callback: () => void): void {
  const { socket } = request;
  if (isGone(request)) {
    callback();
    return;
  }
  const others = waiting.get(response);
  if (others) {
    others.push(callback);
    return;
  }
  const callbacks = [callback];
  waiting.set(response, callbacks);
  const over = (): void => {
    response.off('close', over);
    socket.off('close', over);
    waiting.delete(response);
    // The end of the connection ends the response, too: both would tell.
    for (const each of callbacks.splice(0)) each();
  };
  response.on('close', over);
  // A client may send many requests on one connection before the first is answered.
  socket.setMaxListeners(0).on('close', over);
}
