/** Derives in the background what large writes have left to be derived, beside requests. */
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Store } from './store/store';

/** Milliseconds after which it is looked again whether anything is left. */
const lookedEvery = 5_000;

/** Begins. @returns how to end it; a part that is being derived is finished by the store */
export function deriveInBackground(store: Pick<Store, 'derivePending'>, logger: Logger): () => void {
  const ending = new AbortController();
  void keepDeriving(store, ending.signal, (error) =>
    logger.warn({ err: error }, 'What follows from records was not derived; it is tried again'),
  );
  return () => ending.abort();
}

async function keepDeriving(
  store: Pick<Store, 'derivePending'>,
  signal: AbortSignal,
  failed: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    const begin = performance.now();
    const left = await store.derivePending().catch((error: unknown) => {
      if (!signal.aborted) failed(error);
      return false;
    });
    // Half of the time belongs to requests and to other writes.
    const pause = left ? performance.now() - begin : lookedEvery;
    await setTimeout(pause, undefined, { ref: false, signal }).catch(() => undefined);
  }
}
