/** When a request arrived. The clock is read once per request. */
import type { IncomingMessage } from 'node:http';

const arrival = Symbol('arrival');

interface Arrived extends IncomingMessage {
  [arrival]?: number;
  [whole]?: number;
}

const whole = Symbol('whole');

/** Arrival in milliseconds of `performance.now`: the time of the first call for this request. */
export const arrivalOf = (request: Arrived): number => (request[arrival] ??= performance.now());

/**
 * When a request had arrived completely. Its deadline counts from then, including waiting and falling back to another executor. It
 * is the time of the first call, after the body was read.
 */
export const wholeSince = (request: Arrived): number => (request[whole] ??= performance.now());
