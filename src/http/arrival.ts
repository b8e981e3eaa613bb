/** When a request arrived: the clock is asked once for all who want to know. */
import type { IncomingMessage } from 'node:http';

const arrival = Symbol('arrival');

interface Arrived extends IncomingMessage {
  [arrival]?: number;
}

/** In milliseconds, as `performance.now` tells them; it is the moment when somebody first asked for it. */
export const arrivalOf = (request: Arrived): number => (request[arrival] ??= performance.now());
