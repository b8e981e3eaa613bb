/** Imports the seeds into the store: at the first start, and by command. */
import type { Logger } from 'pino';
import type { Config } from './config';
import { StartFailed } from './errors';
import type { ImportOptions } from './intake/import-options';
import type { SeedReport } from './intake/seeds';
import { openStore } from './open-store';
import { registry } from './registry';
import type { Store } from './store/store';

export interface Seeding {
  log?: Logger;
  /** Called with the number of records written so far, and their total. */
  onSeeding?: (done: number, total: number) => void;
}

/** Imports the seeds, each value of which needs evidence. A repeated import changes nothing. @throws ImportRefused */
export async function seed(
  store: Store,
  { root }: Config,
  options: Pick<ImportOptions, 'vanished' | 'dryRun' | 'onProgress'> = {},
): Promise<SeedReport> {
  // Loaded here, since most starts seed nothing.
  const { importSeeds } = await import('./intake/seeds.js');
  return importSeeds(root, {
    ...options,
    proof: 'of each value',
    registry,
    write: (work) => store.write(work),
    now: () => new Date(),
  });
}

/** Seeds a database that was never filled; any other is left as it is. */
export async function seedOnce(store: Store, config: Config, { log, onSeeding }: Seeding): Promise<void> {
  if ((await store.writtenVersion()) > 0) return;
  if (store.readOnly)
    throw new StartFailed(
      'The database was never filled, and it may only be read. Run "num-gateway seed" with the right to write it.',
    );
  const { leftOut } = await seed(store, config, onSeeding && { onProgress: onSeeding });
  if (leftOut.length > 0) log?.warn({ leftOut }, 'Left out of the seeds');
}

/** Migrates and seeds the database before several worker processes serve it. */
export async function prepare(config: Config, seeding: Seeding = {}): Promise<void> {
  const store = await openStore(config, seeding.log);
  try {
    await seedOnce(store, config, seeding);
  } finally {
    await store.close();
  }
}
