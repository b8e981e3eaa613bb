/** When a request is over, so that whoever counts it can stop counting. */
import type { Request, Response } from 'express';

/** Whether nobody waits for the answer any more; a response that is made too late never tells. */
export const isGone = ({ socket }: Request): boolean => socket.destroyed;

/**
 * Calls back once, when the request is answered or its connection is gone. The response alone does not tell: it says nothing to
 * those who begin to listen after its end, nor does it end where it still waits for another answer on the same connection.
 */
export function whenOver(request: Request, response: Response, callback: () => void): void {
  const { socket } = request;
  if (isGone(request)) {
    callback();
    return;
  }
  let told = false;
  const over = (): void => {
    response.off('close', over);
    socket.off('close', over);
    // The end of the connection ends the response, too: both would tell.
    if (!told) callback();
    told = true;
  };
  response.on('close', over);
  // A client may send many requests on one connection before the first is answered.
  socket.setMaxListeners(0).on('close', over);
}
