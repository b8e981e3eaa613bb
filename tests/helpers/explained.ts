/** Asks the database how it would read each statement: which tables from one end to the other. */
import sql, { type Sql } from 'sql-template-tag';
import type { Reader } from '../../src/query/sql';
import { Store } from '../../src/store/store';
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
  const databaseUrl =
    dialect === 'postgres' ? `${database.url}?options=-c%20enable_seqscan%3Doff` : database.url;
  const reading = await Store.open({ databaseUrl, root: '/', registry });
  const scanned: string[] = [];
  return {
    dialect,
    scanned,
    read: async (statement) => {
      const scans = dialect === 'postgres' ? scannedByPostgres : scannedBySqlite;
      scanned.push(...(await scans(reading, statement)));
      return reading.read(statement);
    },
    close: () => reading.close(),
  };
}

/** https://www.sqlite.org/eqp.html: SEARCH goes through some rows, SCAN through all; in the order of an index it ends with the page. */
async function scannedBySqlite(store: Store, statement: Sql): Promise<string[]> {
  const rows = await store.read(sql`EXPLAIN QUERY PLAN ${statement}`);
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

async function scannedByPostgres(store: Store, statement: Sql): Promise<string[]> {
  const [row] = await store.read(sql`EXPLAIN (FORMAT JSON) ${statement}`);
  const [{ Plan: root } = { Plan: undefined }] = row?.['QUERY PLAN'] as { Plan: PlanNode }[];
  const visit = (node: PlanNode): string[] => [
    ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []),
    ...(node.Plans ?? []).flatMap(visit),
  ];
  return root ? visit(root) : [];
}
