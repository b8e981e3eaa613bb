/** Detects when a request has ended. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether the connection is closed. A response that is created afterwards emits no event. */
export const isGone = ({ socket }: IncomingMessage): boolean => socket.destroyed;

/** Whether all of an answer was handed to the operating system. Some versions of Node set `writableFinished` a little later. */
export const isSent = ({ writableFinished, writableEnded, socket }: ServerResponse): boolean =>
  writableFinished || (writableEnded && socket !== null && !socket.destroyed && socket.writableLength === 0);

/** Callbacks for the end of a response, sharing one listener. Stored on the response, as a WeakMap would cost more than the rest. */
const waiting = Symbol('waiting');

interface Awaited extends ServerResponse {
  [waiting]?: (() => void)[] | undefined;
}

/**
 * Lets the sender report completion synchronously: a listener costs more than a small response.
 * @returns a function that the sender calls after sending; if the response is not complete then, a listener is added
 */
export function finishSynchronously(request: IncomingMessage, response: Awaited): () => void {
  const callbacks: (() => void)[] = [];
  response[waiting] = callbacks;
  return () => {
    response[waiting] = undefined;
    const isOver = isSent(response) || isGone(request);
    for (const each of callbacks) {
      if (isOver) each();
      else onFinished(request, response, each);
    }
  };
}

/**
 * Calls back once when the request is answered or its connection is closed. The response's event alone is not enough: it is not
 * emitted for late listeners, nor while the response waits for an earlier one on the same connection.
 */
export function onFinished(request: IncomingMessage, response: Awaited, callback: () => void): void {
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
    // Closing the connection also closes the response, so both events may occur.
    for (const each of callbacks.splice(0)) each();
  };
  response.on('close', over);
  // With pipelining, many requests wait on one connection.
  socket.setMaxListeners(0).on('close', over);
}
