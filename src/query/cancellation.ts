/** Cancellation of a request's work. It is mostly polled, because most work is done before a listener would be called. */

/** A cancellation that can be polled or listened to. */
export interface Cancellation {
  /** Why the work is cancelled; null while it may continue. */
  readonly reason: Error | null;
  /** Aborted with the reason. It is created on demand, since a signal costs more than a small answer. */
  readonly signal: AbortSignal;
}

/** Wraps a signal. */
export const cancellationBy = (signal: AbortSignal): Cancellation => ({
  signal,
  get reason() {
    return signal.aborted ? (signal.reason as Error) : null;
  },
});

/** Resolves like the promise, unless the work is cancelled first. @throws the reason of the cancellation */
export function unless<T>(cancellation: Cancellation, awaited: Promise<T>): Promise<T> {
  const { signal } = cancellation;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
