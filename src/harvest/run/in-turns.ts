/** Long lists are worked on in turns, so that a server that harvests answers requests meanwhile. */
import { setImmediate } from 'node:timers/promises';

/** So many items are worked on in one turn. */
const atOnce = 50;

/** The items; what waits is done between the turns. */
export async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  let done = 0;
  for (const item of items) {
    yield item;
    done += 1;
    if (done % atOnce === 0) await setImmediate();
  }
}
