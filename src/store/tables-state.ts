/** Checks whether the tables of a database are those of this release. */
import type { DataSource } from 'typeorm';
import { StartFailed } from '../errors';
import type { Derivation } from '../resource/derivation';
import type { Registry } from '../resource/registry';
import type { Dialect } from './driver';
import { countsAreCurrent } from './counts/derive';
import { derivationsAreCurrent } from './derived/derive';
import { linkViewsAreCurrent } from './link-view';
import { searchIndexIsCurrent } from './search-index/derive';
import { timesAreCurrent } from './times/derive';

/** TypeORM's table of the migrations that were run. */
export const migrationTable = 'migration';

/** Where the docs explain the remedy. */
const rollback = 'docs/operate.md, Rollback';

/** The migrations that were run on a database, oldest first. */
export async function migrationsIn(database: DataSource, dialect: Dialect): Promise<string[]> {
  const exists =
    dialect === 'sqlite'
      ? `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '${migrationTable}'`
      : `SELECT 1 FROM pg_class WHERE oid = to_regclass('${migrationTable}')`;
  if ((await database.query<unknown[]>(exists)).length === 0) return [];
  const rows = await database.query<{ name: string }[]>(
    `SELECT name FROM "${migrationTable}" ORDER BY timestamp, id`,
  );
  return rows.map(({ name }) => name);
}

/** This release's migrations, oldest first. */
export const migrationsOf = (database: DataSource): string[] =>
  database.migrations.map((migration) => migration.name ?? migration.constructor.name);

/** @throws StartFailed when a newer release has migrated the tables, because this one could not read and write them correctly */
export function refuseNewer(name: string, had: readonly string[], known: readonly string[]): void {
  const unknown = had.filter((each) => !known.includes(each));
  if (unknown.length === 0) return;
  throw new StartFailed(
    `The tables of ${name} were changed by a newer release of the gateway (${shown(unknown)}), and this one does not know them. ` +
      `Nothing was touched. Start the newer release, or go back to the backup from before the upgrade (${rollback}).`,
  );
}

/** @throws StartFailed when something is missing that this start may not create */
export async function requireCurrent(
  database: DataSource,
  {
    name,
    dialect,
    registry,
    had,
    derivations,
  }: {
    name: string;
    dialect: Dialect;
    registry: Registry;
    had: string[];
    derivations: readonly Derivation[];
  },
): Promise<void> {
  const missing = migrationsOf(database).filter((each) => !had.includes(each));
  const checks: readonly [lacks: string, isCurrent: () => boolean | Promise<boolean>][] = [
    [`the migrations ${shown(missing)}`, () => missing.length === 0],
    ['the views of its links', () => linkViewsAreCurrent(database, dialect, registry)],
    ['a complete search index', () => searchIndexIsCurrent(database, dialect, registry)],
    ['the counts that are kept of its records', () => countsAreCurrent(database, dialect, registry)],
    ['the times that are derived from its evidence', () => timesAreCurrent(database, dialect)],
    [
      'the values that are derived from its records',
      () => derivationsAreCurrent(database, dialect, derivations),
    ],
  ];
  for (const [lacks, isCurrent] of checks) {
    if (await isCurrent()) continue;
    throw new StartFailed(
      `The database ${name} lacks ${lacks}, and this start may not change its tables. ` +
        'Run "num-gateway migrate" with the right to change them, then start again.',
    );
  }
}

const shown = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
