/** Connects to the database and migrates it, or checks that it is migrated. */
import { DataSource, type Logger } from 'typeorm';
import { StartFailed } from '../errors';
import type { Derivation } from '../resource/derivation';
import type { Registry } from '../resource/registry';
import { mayOnlyRead, type ReadOnly } from './access';
import { connectionOptions, nameOf, type Location } from './driver';
import { entitiesOf } from './entities';
import { deriveLinkView } from './link-view';
import { migrations } from './migrations';
import { deriveCounts } from './counts/derive';
import { deriveAttributes } from './derived/derive';
import { deriveSearchIndex } from './search-index/derive';
import { deriveTimes } from './times/derive';
import { upgradeCounts, type UpgradeCounts } from './upgrade-report';
import { migrationsIn, migrationsOf, migrationTable, refuseNewer, requireCurrent } from './tables-state';
import type { Waiting } from './waiting';

/** A DataSource for a location with entities and migrations, not yet connected. */
export const dataSourceFor = (location: Location, registry: Registry): DataSource =>
  new DataSource({
    ...connectionOptions(location),
    entities: entitiesOf(registry, location.dialect),
    migrations,
    migrationsTableName: migrationTable,
    synchronize: false,
  });

/** TypeORM would print to the console beside our log. Failures are thrown anyway. */
const silent: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/**
 * Largest page cache of the writing connection on SQLite, in KiB. With the 2,000 of SQLite, a large import writes the pages of its indices
 * again and again, which takes half as long again.
 */
const largestCache = 65_536;

/** An open database. */
interface Opened {
  writer: DataSource;
  /** Whether it is read-only. */
  onlyRead: boolean;
  /** The migrations that were run. */
  migrated: string[];
  /** The values that these migrations changed in existing data. */
  upgraded: UpgradeCounts;
}

/**
 * Two connections that open a new file at the same moment both want to change its journal. SQLite refuses one of them at once, as waiting
 * for each other would never end.
 */
const isBusy = (error: unknown): boolean => (error as { code?: string }).code === 'SQLITE_BUSY';

/**
 * Connects and migrates, or checks that the tables are current. If another process migrates at the same time, one of the two fails,
 * tries again and finds the work done.
 */
export async function openWriter(
  location: Location,
  registry: Registry,
  allowed: { readOnly: ReadOnly; migrate: boolean; waiting: Waiting; derivations: readonly Derivation[] },
  attemptsLeft = 5,
): Promise<Opened> {
  const writer = dataSourceFor(location, registry).setOptions({ logger: silent });
  const { dialect } = location;
  try {
    await writer.initialize();
    if (dialect === 'sqlite' && location.access === 'write')
      await writer.query(`PRAGMA cache_size = -${largestCache}`);
    const discovers = dialect === 'postgres' && allowed.readOnly === 'auto';
    const onlyRead = location.access !== 'write' || (discovers && (await mayOnlyRead(writer)));
    const name = nameOf(location);
    const had = await migrationsIn(writer, dialect);
    refuseNewer(name, had, migrationsOf(writer));
    if (onlyRead || !allowed.migrate) {
      await requireCurrent(writer, {
        name,
        dialect,
        registry,
        had,
        derivations: allowed.derivations,
      });
      return { writer, onlyRead, migrated: [], upgraded: {} };
    }
    const run = await writer.runMigrations({ transaction: 'all' });
    await deriveLinkView(writer, dialect, registry);
    await deriveSearchIndex(writer, dialect, registry);
    await deriveTimes(writer, dialect, registry);
    await deriveCounts(writer, dialect, registry);
    await deriveAttributes(writer, dialect, registry, allowed.derivations);
    const migrated = run.map((migration) => migration.name);
    return { writer, onlyRead, migrated, upgraded: await upgradeCounts(writer, migrated) };
  } catch (error) {
    const connected = writer.isInitialized;
    if (connected) await writer.destroy().catch(() => undefined);
    if (await allowed.waiting.goesOn(error)) return openWriter(location, registry, allowed, attemptsLeft);
    const mayHelp = connected || isBusy(error);
    if (attemptsLeft === 1 || !mayHelp || error instanceof StartFailed) throw error;
    return openWriter(location, registry, allowed, attemptsLeft - 1);
  }
}
