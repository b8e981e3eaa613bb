/** How much memory lives, once all garbage is gone. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Rounds of collection at most; each takes a second in a large heap. */
const mostRounds = 8;
/** Bytes by which two rounds may differ when nothing more goes. */
const steady = 50_000;

/** Bytes of the heap that are in use. What ends with a turn is let go first, and weak references later: it is collected until nothing more goes. */
export async function liveBytes(): Promise<number> {
  let before = Infinity;
  for (let round = 0; round < mostRounds; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    const { heapUsed } = process.memoryUsage();
    if (round > 0 && before - heapUsed < steady) return heapUsed;
    before = heapUsed;
  }
  return before;
}
