/** The life of the server process: start, signals, stop. */
import { destination, pino, type Logger } from 'pino';
import { startApp, type AppOptions } from './app';
import type { Config } from './config';
import { prepare } from './seeding';
import { stopSignal } from './stop-signal';
import { firstProcess, Workers } from './workers';

/**
 * Serves until SIGTERM, SIGINT or, if no file is read again by it, SIGHUP, then finishes the running requests and returns.
 * @param say prints the line with the URL
 */
export async function serve(
  config: Config,
  say: (line: string) => void,
  onSeeding?: AppOptions['onSeeding'],
): Promise<void> {
  const first = firstProcess();
  if (config.workers > 1 && !first) return serveByWorkers(config, say, onSeeding);
  const stopping = stopSignal(stopSignalsOf(config));
  const stopped = first ? Promise.race([first.stop, stopping]) : stopping;
  const log = logOf(config);
  if (!first) warnOf(config, log);
  const app = await startApp(config, {
    log,
    ...(onSeeding && { onSeeding }),
    ...(first && { metricsOfAll: first.metrics }),
  });
  onReload(config, () => app.reload());
  if (first) first.tellReady(app.url);
  else say(readyAt(app.url));
  log.info({ signal: await stopped }, 'stopping');
  await app.stop();
}

/** With sources that are harvested, or subgraphs, SIGHUP has their files read anew; without, it stops, as a closed terminal sends it. */
const stopSignalsOf = (config: Config): NodeJS.Signals[] =>
  hasFilesToReload(config) ? ['SIGTERM', 'SIGINT'] : ['SIGTERM', 'SIGINT', 'SIGHUP'];

function onReload(config: Config, reload: () => void): void {
  if (hasFilesToReload(config)) process.on('SIGHUP', reload);
}

const hasFilesToReload = ({ harvesting, federation }: Config): boolean =>
  [harvesting.sourcesFile, federation.subgraphsFile, federation.supergraph].some((file) => file !== null);

const readyAt = (url: string): string =>
  `The NUM data-space gateway is ready: open ${url} (GraphQL: ${url}/graphql)`;

/** Serves with several worker processes. Migrations and seeding run once, before they start. */
async function serveByWorkers(
  config: Config,
  say: (line: string) => void,
  onSeeding?: AppOptions['onSeeding'],
): Promise<void> {
  const stopped = stopSignal(stopSignalsOf(config));
  const log = pino({ level: config.logLevel });
  await prepare(config, { log, ...(onSeeding && { onSeeding }) });
  warnOf(config, log);
  const workers = new Workers(log);
  onReload(config, () => workers.reload());
  say(readyAt(await workers.start(config.workers)));
  log.info({ signal: await stopped }, 'stopping');
  await workers.stop();
}

/**
 * Serves a supergraph without the catalogue until SIGTERM or SIGINT; SIGHUP reloads it.
 * @param place file or URL of the supergraph
 */
export async function serveSupergraph(
  place: string,
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  const stopped = stopSignal(['SIGTERM', 'SIGINT']);
  const log = logOf(config);
  warnOf(config, log);
  // Loaded lazily, since serving the catalogue does not need it.
  const { startSupergraph } = await import('./supergraph-app.js');
  const start = startSupergraph(place, config, { log });
  process.on(
    'SIGHUP',
    () =>
      void start.then(
        (app) => app.reload(),
        () => undefined,
      ),
  );
  const app = await start;
  say(`The supergraph of ${place} is served: open ${app.url}/graphql`);
  log.info({ signal: await stopped }, 'stopping');
  await app.stop();
}

/** An asynchronous log, so that answers do not wait for it. Lines are written in batches, the last ones at exit. */
const logOf = ({ logLevel: level }: Config): Logger =>
  pino({ level }, destination({ dest: process.stdout.fd, sync: false }));

const warnOf = ({ unknown }: Config, log: Logger): void => {
  for (const line of unknown) log.warn(line);
};
