/** When a request arrived: the clock is asked once for all who want to know. */
import type { IncomingMessage } from 'node:http';

const arrival = Symbol('arrival');

interface Arrived extends IncomingMessage {
  [arrival]?: number;
  [whole]?: number;
}

const whole = Symbol('whole');

/** In milliseconds, as `performance.now` tells them; it is the moment when somebody first asked for it. */
export const arrivalOf = (request: Arrived): number => (request[arrival] ??= performance.now());

/**
 * When a request was there as a whole, from which on its answer has its time: waiting for a place, and each way on which it is tried to answer it.
 * It is the moment when somebody first asked for it, after its body was read.
 */
export const wholeSince = (request: Arrived): number => (request[whole] ??= performance.now());
