/** Cancels the work for a request. It is mostly polled: most work is over before a listener would be called. */

/** A cancellation that can be polled or listened to. */
export interface Cancellation {
  /** Why the work is cancelled; null as long as it may go on. */
  readonly reason: Error | null;
  /** Aborted with the reason. Made on demand: a signal costs more than a small answer does. */
  readonly signal: AbortSignal;
}

/** The cancellation by a signal. */
export const cancellationBy = (signal: AbortSignal): Cancellation => ({
  signal,
  get reason() {
    return signal.aborted ? (signal.reason as Error) : null;
  },
});

/** The awaited value, unless the work is cancelled first. @throws the reason of the cancellation */
export function unless<T>(cancellation: Cancellation, awaited: Promise<T>): Promise<T> {
  const { signal } = cancellation;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
