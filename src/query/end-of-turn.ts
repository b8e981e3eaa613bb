/** The end of a turn of the event loop: everything that has arrived by then is read, from all connections and from the database. */

import { isLongTurn } from './turns';

let waiting: (() => void)[] = [];

/**
 * Goes on at the end of this turn, after those who wait for it already. Whoever asks for it while they go on still comes in this turn, after
 * the last of them. So what arrived together is done together: it is read from the database by one statement, and answers are written one
 * right after another, which wakes clients less often than writing each between two readings. Where that takes long, the rest is done in the
 * next turn.
 */
export function atEndOfTurn(goOn: () => void): void {
  waiting.push(goOn);
  if (waiting.length === 1) setImmediate(goOnInTurn);
}

function goOnInTurn(): void {
  let done = 0;
  try {
    // It grows meanwhile.
    while (done < waiting.length && (!isLongTurn() || done === 0)) {
      done += 1;
      waiting[done - 1]?.();
    }
  } finally {
    // Where one of them fails, the others still go on.
    waiting = waiting.slice(done);
    if (waiting.length > 0) setImmediate(goOnInTurn);
  }
}
