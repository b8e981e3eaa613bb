/** Asks the database how it would read each statement: which tables from one end to the other. */
import type { DataSource } from 'typeorm';
import type { Reader } from '../../src/query/sql';
import type { Statement } from '../../src/resource/values';
import { locationOf } from '../../src/store/driver';
import { dataSourceFor } from '../../src/store/open-writer';
import type { Store } from '../../src/store/store';
import { explain } from './explain';
import type { SmallWorld } from './small-world';

export interface Explained extends Reader {
  /** The tables that a statement read wholly, without the help of an index. */
  readonly scanned: string[];
  close(): Promise<void>;
}

/**
 * A reader that also explains.
 * PostgreSQL rightly reads small tables wholly; it is told to avoid that, so what is left has no index that fits.
 */
export async function explained({ store, database, registry }: SmallWorld): Promise<Explained> {
  const { dialect } = store;
  const scanned: string[] = [];
  if (dialect === 'sqlite') {
    const read = async (statement: Statement) => {
      scanned.push(...(await scannedBySqlite(store, statement)));
      return store.read(statement);
    };
    return { dialect, scanned, read, close: () => Promise.resolve() };
  }
  const location = locationOf(`${database.url}?options=-c%20enable_seqscan%3Doff`, '/');
  const planner = await dataSourceFor(location, registry).initialize();
  const read = async (statement: Statement) => {
    scanned.push(...(await scannedByPostgres(planner, statement)));
    return store.read(statement);
  };
  return { dialect, scanned, read, close: () => planner.destroy() };
}

/** https://www.sqlite.org/eqp.html: SEARCH goes through some rows, SCAN through all; in the order of an index it ends with the page. */
async function scannedBySqlite(store: Store, statement: Statement): Promise<string[]> {
  const rows = await store.read(explain('sqlite', statement));
  const steps = rows.map(({ detail }) => String(detail));
  const made = steps.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (\w+)$/.exec(step)?.[1] ?? []);
  const scanned = steps.flatMap(
    (step) => /^SCAN (\w+)(?! VIRTUAL TABLE)(?: USING COVERING INDEX .*)?$/.exec(step)?.[1] ?? [],
  );
  // SQLite names a table by its alias; what a statement has made itself is no table.
  const tables = new Map(
    [...statement.sql.matchAll(/"(\w+)" (\w+)/g)].map(([, table, alias]) => [alias, table]),
  );
  return scanned
    .filter((alias) => alias !== 'CONSTANT' && !made.includes(alias))
    .map((alias) => tables.get(alias) ?? alias);
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

async function scannedByPostgres(planner: DataSource, { text, values }: Statement): Promise<string[]> {
  const [row] = await planner.query<Record<string, unknown>[]>(`EXPLAIN (FORMAT JSON) ${text}`, values);
  const [{ Plan: root } = { Plan: undefined }] = row?.['QUERY PLAN'] as { Plan: PlanNode }[];
  const visit = (node: PlanNode): string[] => [
    ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []),
    ...(node.Plans ?? []).flatMap(visit),
  ];
  return root ? visit(root) : [];
}
