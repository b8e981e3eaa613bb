/** Harvests what SOURCES_FILE lists while the gateway serves: when it is due, by one process of all, with log and metrics. */
import { stat } from 'node:fs/promises';
import sql from 'sql-template-tag';
import type { Config } from './config';
import { reasonOf } from './errors';
import type { HarvestSource } from './harvest/harvest-source';
import { Scheduler } from './harvest/scheduling/scheduler';
import { Harvester, sourcesOf, usualHarvest } from './harvesting';
import { name } from './query/sql';
import { harvestSourceTable } from './resource/harvests';
import type { Telemetry } from './start-telemetry';
import type { Store } from './store/store';
import { HarvestMetrics } from './telemetry/harvest-metrics';

/** Null if nothing is harvested, or the database is only read. @throws WrongConfiguration when the file cannot be used */
export async function startHarvesting(
  store: Store,
  config: Config,
  { logger, metrics }: Pick<Telemetry, 'logger' | 'metrics'>,
): Promise<Pick<Scheduler, 'reload' | 'stop'> | null> {
  const { sourcesFile } = config.harvesting;
  if (sourcesFile === null) return null;
  if (store.readOnly) {
    logger.warn('SOURCES_FILE has no effect: the database is only read');
    return null;
  }
  const sources = new WatchedSources(config, await sourcesOf(config), (reason) =>
    logger.error({ reason }, 'SOURCES_FILE cannot be used; the sources stay as they were'),
  );
  const harvester = new Harvester(store, config, (error, source) =>
    logger.error({ err: error, source }, 'A harvest met with something unexpected'),
  );
  const measured = new HarvestMetrics(metrics.registry, async () => failingOf(await sources.now(), store));
  const scheduler = new Scheduler({
    ...harvester.lease,
    sources: () => sources.now(),
    harvest: async (source, signal) => {
      const result = await harvester.harvest(source, { ...usualHarvest, signal });
      if ('heldBy' in result) return;
      const { outcome, counts, milliseconds, error, severities } = result.done;
      measured.ended(result.done);
      const failed = outcome === 'FAILED' || outcome === 'INCOMPLETE';
      const details = { source: source.name, outcome, ...counts, ...severities, milliseconds, error };
      if (failed) logger.warn(details, 'A source could not be harvested completely');
      else logger.info(details, 'Harvested');
    },
    onError: (error) =>
      logger.error({ err: error }, 'The schedule of harvests met with something unexpected'),
  });
  scheduler.start();
  return scheduler;
}

/** Which of the sources fail, as the database knows it. Nothing is said of those that never ran. */
async function failingOf(
  sources: readonly HarvestSource[],
  store: Store,
): Promise<ReadonlyMap<string, boolean>> {
  const listed = new Set(sources.map(({ name }) => name));
  const rows = await store.read(
    sql`SELECT slug, failing_since FROM ${name(harvestSourceTable.name)} ORDER BY slug`,
  );
  return new Map(
    rows
      .filter(({ slug }) => listed.has(slug as string))
      .map(({ slug, failing_since: since }) => [slug as string, since !== null]),
  );
}

/** The sources of the file. It is read again when it has changed; one that cannot be used leaves them as they were. */
class WatchedSources {
  private changedAt: number | null = null;

  constructor(
    private readonly config: Config,
    private sources: readonly HarvestSource[],
    private readonly onFault: (reason: string) => void,
  ) {}

  async now(): Promise<readonly HarvestSource[]> {
    try {
      const { mtimeMs } = await stat(this.config.harvesting.sourcesFile ?? '');
      if (mtimeMs === this.changedAt) return this.sources;
      this.changedAt = mtimeMs;
      this.sources = await sourcesOf(this.config);
    } catch (error) {
      this.onFault(reasonOf(error));
    }
    return this.sources;
  }
}
