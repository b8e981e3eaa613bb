/** Makes the kept counts at the start: their tables, the triggers that keep them from then on, and the counts of what is there. */
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { classesWithCounts, countTableOf } from '../../resource/kept-counts';
import type { Registry } from '../../resource/registry';
import { keptCountsStateTable as state } from '../../resource/statements';
import type { Dialect } from '../driver';
import { CatalogueTransaction } from '../transaction';
import { countedAfresh } from './fresh';
import { tableStatements } from './tables';
import { postgresTriggers } from './triggers-postgres';
import { sqliteTriggers } from './triggers-sqlite';

const triggersOn = { sqlite: sqliteTriggers, postgres: postgresTriggers };

/** What keeps the counts of one table. */
interface Keeping {
  from: Description;
  /** The statements that make its triggers, by their names. */
  triggers: Map<string, string[]>;
  /** The statements that make its counts, triggers last. */
  statements: string[];
  digest: string;
}

function keepingOf(dialect: Dialect, registry: Registry, from: Description): Keeping {
  const triggers = triggersOn[dialect](registry, from);
  const statements = [
    ...tableStatements(dialect, from),
    ...countedAfresh(dialect, registry, from),
    ...[...triggers.values()].flat(),
  ];
  const digest = createHash('sha256').update(statements.join('\n')).digest('hex');
  return { from, triggers, statements, digest };
}

/** Counts in one transaction what is not kept yet, or by other rules. Triggers keep the counts from then on, whoever writes. */
export async function deriveCounts(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<void> {
  if (await countsAreCurrent(database, dialect, registry)) return;
  await database.transaction(async (manager) => {
    await new CatalogueTransaction(manager, dialect, registry).claim();
    await manager.query(
      `CREATE TABLE IF NOT EXISTS "${state}" ("path" text PRIMARY KEY, "digest" text NOT NULL)`,
    );
    for (const keeping of await outdated(manager, dialect, registry)) await make(manager, dialect, keeping);
  });
}

/** Whether all counts are kept by this release's rules. */
export async function countsAreCurrent(
  { manager }: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<boolean> {
  return (await outdated(manager, dialect, registry)).length === 0;
}

/** What is not kept, or by other rules, or without a trigger, as after a table was made anew. A declaration may precede its migration. */
async function outdated(manager: EntityManager, dialect: Dialect, registry: Registry): Promise<Keeping[]> {
  const names = await namesIn(manager, dialect);
  const made = names.has(state)
    ? await manager.query<{ path: string; digest: string }[]>(`SELECT "path", "digest" FROM "${state}"`)
    : [];
  const digests = new Map(made.map(({ path, digest }) => [path, digest]));
  return classesWithCounts(registry)
    .filter((from) => names.has(tableOf(from)))
    .map((from) => keepingOf(dialect, registry, from))
    .filter(
      ({ from, digest, triggers }) =>
        digests.get(from.path) !== digest ||
        !names.has(countTableOf(from)) ||
        ![...triggers.keys()].every((trigger) => names.has(trigger)),
    );
}

/** The names of all tables and triggers. */
async function namesIn(manager: EntityManager, dialect: Dialect): Promise<Set<string>> {
  const found = await manager.query<{ name: string }[]>(
    dialect === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')`
      : `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace
         UNION ALL SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = current_schema()::regnamespace`,
  );
  return new Set(found.map(({ name }) => name));
}

async function make(manager: EntityManager, dialect: Dialect, keeping: Keeping): Promise<void> {
  const { from, statements, digest } = keeping;
  const table = `"${tableOf(from)}"`;
  // Nobody may write between counting and the first trigger; an earlier release does not know the lock that `claim` takes.
  if (dialect === 'postgres') await manager.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
  for (const trigger of await madeBefore(manager, dialect, from))
    await manager.query(`DROP TRIGGER IF EXISTS "${trigger}"${dialect === 'postgres' ? ` ON ${table}` : ''}`);
  await manager.query(`DROP TABLE IF EXISTS "${countTableOf(from)}"`);
  for (const statement of statements) await manager.query(statement);
  await manager.query(`DELETE FROM "${state}" WHERE "path" = '${from.path}'`);
  await manager.query(`INSERT INTO "${state}" VALUES ('${from.path}', '${digest}')`);
}

/** The triggers of a table that an earlier start has made. */
async function madeBefore(manager: EntityManager, dialect: Dialect, from: Description): Promise<string[]> {
  const names = await namesIn(manager, dialect);
  return [...names].filter((name) => name.startsWith(`keep_${countTableOf(from)}_`));
}
