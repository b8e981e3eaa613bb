/** Makes the tables of the search index: tokens in FTS5 on SQLite, in a tsvector with a GIN index on PostgreSQL. */
import type { EntityManager } from 'typeorm';
import { searchTables } from '../../resource/search/tables';
import type { Dialect } from '../driver';

const { record, index, word, form, state } = searchTables;

const common = (text: string): string[] => [
  `CREATE TABLE "${word}" ("word" ${text} NOT NULL, "kind" ${text} NOT NULL, "weight" integer NOT NULL, "records" integer NOT NULL, PRIMARY KEY ("word", "kind", "weight"))`,
  `CREATE TABLE "${form}" ("kind" ${text} NOT NULL, "form" ${text} NOT NULL, "word" ${text} NOT NULL, PRIMARY KEY ("kind", "form", "word"))`,
  `CREATE INDEX "ix_${form}_word" ON "${form}" ("word")`,
  `CREATE TABLE "${state}" ("fingerprint" ${text} NOT NULL)`,
];

const statements: Record<Dialect, string[]> = {
  sqlite: [
    `CREATE TABLE "${record}" ("id" integer PRIMARY KEY, "key" text NOT NULL UNIQUE, "type" text NOT NULL, "digest" text NOT NULL)`,
    // The tokens are computed by us and consist of letters and digits, so the simplest tokenizer is enough.
    `CREATE VIRTUAL TABLE "${index}" USING fts5(tokens, tokenize = 'ascii', detail = 'none', columnsize = 0)`,
    ...common('text'),
  ],
  postgres: [
    `CREATE TABLE "${record}" ("id" integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "key" text COLLATE "C" NOT NULL UNIQUE, "type" text COLLATE "C" NOT NULL, "digest" text COLLATE "C" NOT NULL, "tokens" tsvector NOT NULL)`,
    `CREATE INDEX "ix_${record}_tokens" ON "${record}" USING gin ("tokens")`,
    ...common('text COLLATE "C"'),
  ],
};

/** Whether the index was made by the rules that this fingerprint stands for. */
export async function isMadeAs(
  manager: EntityManager,
  dialect: Dialect,
  fingerprint: string,
): Promise<boolean> {
  const exists =
    dialect === 'sqlite'
      ? `SELECT 1 FROM sqlite_master WHERE name = '${state}'`
      : `SELECT 1 FROM pg_class WHERE oid = to_regclass('${state}')`;
  const tables = await manager.query<unknown[]>(exists);
  if (tables.length === 0) return false;
  const made = await manager.query<{ fingerprint: string }[]>(`SELECT fingerprint FROM ${state}`);
  return made[0]?.fingerprint === fingerprint;
}

/** Drops the index and makes it again, empty. */
export async function makeAnew(manager: EntityManager, dialect: Dialect, fingerprint: string): Promise<void> {
  for (const table of [index, record, word, form, state])
    await manager.query(`DROP TABLE IF EXISTS "${table}"`);
  for (const statement of statements[dialect]) await manager.query(statement);
  // Inlining is safe: the fingerprint is a hexadecimal hash.
  await manager.query(`INSERT INTO "${state}" VALUES ('${fingerprint}')`);
}
