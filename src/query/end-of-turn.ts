/** The end of a turn of the event loop: everything that has arrived by then is read, from all connections and from the database. */

let waiting: (() => void)[] = [];

/**
 * Goes on at the end of this turn, after those who wait for it already. Whoever asks for it while they go on still comes in this turn, after
 * the last of them. So what arrived together is done together: it is read from the database by one statement, and answers are written one
 * right after another, which wakes clients less often than writing each between two readings.
 */
export function atEndOfTurn(goOn: () => void): void {
  waiting.push(goOn);
  if (waiting.length === 1) setImmediate(goOnInTurn);
}

function goOnInTurn(): void {
  let done = 0;
  try {
    // It grows meanwhile.
    for (; done < waiting.length; done += 1) waiting[done]?.();
  } finally {
    // Where one of them fails, the others still go on.
    waiting = waiting.slice(done + 1);
    if (waiting.length > 0) setImmediate(goOnInTurn);
  }
}
