/** What ends the work for a request: most of it is over before anybody would have to be told. */

/** The end of a work: it can be asked for, or listened to. */
export interface Ending {
  /** Why the work is to end; null as long as it may go on. */
  readonly reason: Error | null;
  /** Tells the end. Whoever asks now and then needs none, and a signal costs more than a small answer does. */
  readonly signal: AbortSignal;
}

/** The end that a signal tells. */
export const endingBy = (signal: AbortSignal): Ending => ({
  signal,
  get reason() {
    return signal.aborted ? (signal.reason as Error) : null;
  },
});

/** What is awaited, unless the end comes before. */
export function unless<T>(ending: Ending, awaited: Promise<T>): Promise<T> {
  const { signal } = ending;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
