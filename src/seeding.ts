/** The seeds in the store: once at a start, and whenever somebody asks for it. */
import type { Logger } from 'pino';
import type { Config } from './config';
import { StartFailed } from './errors';
import type { ImportOptions } from './intake/import-options';
import { importSeeds, type SeedReport } from './intake/seeds';
import { openStore, registry } from './open-store';
import type { Store } from './store/store';

export interface Seeding {
  log?: Logger;
  /** Told how many of the seeds' records are written, of how many. */
  onSeeding?: (done: number, total: number) => void;
}

/** Imports the seeds into a store; a second time changes nothing. @throws ImportRefused */
export const seed = (
  store: Store,
  { root }: Config,
  options: Pick<ImportOptions, 'vanished' | 'dryRun' | 'onProgress'> = {},
): Promise<SeedReport> =>
  importSeeds(root, {
    ...options,
    registry,
    write: (work) => store.write(work),
    now: () => new Date(),
  });

/** Seeds a database that was never filled; one that holds something is left as it is. */
export async function seedOnce(store: Store, config: Config, { log, onSeeding }: Seeding): Promise<void> {
  if ((await store.writtenVersion()) > 0) return;
  if (store.readOnly)
    throw new StartFailed(
      'The database was never filled, and it may only be read. Run "num-gateway seed" with the right to write it.',
    );
  const { leftOut } = await seed(store, config, onSeeding && { onProgress: onSeeding });
  if (leftOut.length > 0) log?.warn({ leftOut }, 'Left out of the seeds');
}

/** Makes the database ready, as the start of the gateway does, for processes that are to serve it together. */
export async function prepare(config: Config, seeding: Seeding = {}): Promise<void> {
  const store = await openStore(config, seeding.log);
  try {
    await seedOnce(store, config, seeding);
  } finally {
    await store.close();
  }
}
