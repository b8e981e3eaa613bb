/** The signals that stop the gateway gracefully. */

/**
 * Milliseconds within which a repeated signal counts as the same one: Ctrl-C reaches the server from the terminal and again from
 * npm, and a closed terminal sends SIGHUP twice.
 */
const sameWithin = 1_000;

/** The usual signals: from a supervisor, from Ctrl-C, and from a closed terminal or connection. */
const usual = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const satisfies NodeJS.Signals[];

/** Resolves at the first signal. A second one ends the process at once. */
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
