/** Start, signals, stop: the life of the server process. */
import { pino } from 'pino';
import { startApp, type AppOptions } from './app';
import type { Config } from './config';

/**
 * Serves until SIGTERM or SIGINT, then answers the running requests and ends.
 * @param say prints the one line that says where to go.
 */
export async function serve(
  config: Config,
  say: (line: string) => void,
  onSeeding?: AppOptions['onSeeding'],
): Promise<void> {
  const stopped = stopSignal();
  const log = pino({ level: config.logLevel });
  const app = await startApp(config, { log, ...(onSeeding && { onSeeding }) });
  say(`The NUM data-space gateway is ready: open ${app.url}/graphql`);
  log.info({ signal: await stopped }, 'stopping');
  await app.stop();
}

/** Resolves at the first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<NodeJS.Signals> {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      for (const each of signals) process.off(each, stop);
      resolve(signal);
    };
    for (const signal of signals) process.on(signal, stop);
  });
}
