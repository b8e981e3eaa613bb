/** Stops keeping counts: before a migration, as no column can be dropped that a trigger reads, and before they are made anew. */
import type { EntityManager, QueryRunner } from 'typeorm';
import { countTableNamed } from '../../resource/materialized-counts';
import type { Dialect } from '../driver';

type Connection = Pick<EntityManager | QueryRunner, 'query'>;

/** A trigger that keeps counts, and the table that it is on. */
export interface CountTrigger {
  name: string;
  table: string;
}

/** The start of the names of all triggers that keep counts. */
export const triggerPrefix = 'keep_';

/** The triggers that keep counts in a database. */
export async function triggersIn(database: Connection, dialect: Dialect): Promise<CountTrigger[]> {
  const triggers = (await database.query(
    dialect === 'sqlite'
      ? `SELECT name, tbl_name AS "table" FROM sqlite_master WHERE type = 'trigger'`
      : `SELECT tgname AS name, relname AS "table" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace`,
  )) as CountTrigger[];
  return triggers.filter(({ name }) => name.startsWith(triggerPrefix));
}

/** The names of all tables of a database. */
export async function tablesIn(database: Connection, dialect: Dialect): Promise<Set<string>> {
  const tables = (await database.query(
    dialect === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table'`
      : `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace`,
  )) as { name: string }[];
  return new Set(tables.map(({ name }) => name));
}

/** Drops the triggers and empties their tables of counts, so that those who still read them count afresh. The next start keeps them again. */
export async function dropCountTriggers(
  database: Connection,
  dialect: Dialect,
  isMeant: (table: string) => boolean = () => true,
): Promise<void> {
  const triggers = (await triggersIn(database, dialect)).filter(({ table }) => isMeant(table));
  for (const { name, table } of triggers)
    await database.query(`DROP TRIGGER "${name}"${dialect === 'postgres' ? ` ON "${table}"` : ''}`);
  const present = triggers.length > 0 ? await tablesIn(database, dialect) : new Set<string>();
  const counts = new Set(triggers.map(({ table }) => countTableNamed(table)));
  for (const table of counts) if (present.has(table)) await database.query(`DELETE FROM "${table}"`);
}
