/** Waiting for what is bound to happen, as long as it takes, up to a generous deadline. */
import { setTimeout as after } from 'node:timers/promises';

/** Asks again until the answer is as expected; fails with the last answer when the time is up. */
export async function eventually<T>(ask: () => Promise<T>, expected: T, longest = 45_000): Promise<void> {
  const end = Date.now() + longest;
  for (;;) {
    const answer = await ask();
    if (answer === expected) return;
    if (Date.now() > end) throw new Error(`Still ${String(answer)}, not ${String(expected)}.`);
    await after(20);
  }
}
