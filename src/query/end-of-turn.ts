/** Runs callbacks at the end of a turn of the event loop, when everything that has arrived was read from all connections. */

import { isLongTurn } from './turns';

let waiting: (() => void)[] = [];

/**
 * Calls back at the end of this turn, after earlier callbacks. A callback that is added meanwhile still runs in this turn, after
 * the others. So requests that arrive together are processed together: they share statements, and their answers are written one
 * after another, which wakes clients less often. If that takes too long, the rest is done in the next turn.
 */
export function atEndOfTurn(goOn: () => void): void {
  waiting.push(goOn);
  if (waiting.length === 1) setImmediate(goOnInTurn);
}

function goOnInTurn(): void {
  let done = 0;
  try {
    // The list may grow meanwhile.
    while (done < waiting.length && (!isLongTurn() || done === 0)) {
      done += 1;
      waiting[done - 1]?.();
    }
  } finally {
    // If one callback fails, the others still run.
    waiting = waiting.slice(done);
    if (waiting.length > 0) setImmediate(goOnInTurn);
  }
}
