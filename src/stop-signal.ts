/** The signals that end the gateway in order. */

/**
 * A signal that comes again so soon, in milliseconds, is still the same one: Ctrl-C reaches the server from the terminal and once more
 * from npm, and a terminal that is closed tells it twice.
 */
const sameWithin = 1_000;

/** What usually ends the gateway: a supervisor, Ctrl-C, and a terminal or connection that is closed. */
const usual = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const satisfies NodeJS.Signals[];

/** Resolves at the first signal to stop; a second one ends the process at once. */
export function stopSignal(signals: readonly NodeJS.Signals[] = usual): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      for (const each of signals) if (each !== signal) process.off(each, stop);
      setTimeout(() => process.off(signal, stop), sameWithin).unref();
      resolve(signal);
    };
    for (const signal of signals) process.on(signal, stop);
  });
}
