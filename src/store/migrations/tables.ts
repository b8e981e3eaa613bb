/** How the tables of a migration are made in either database. */
import type { QueryRunner } from 'typeorm';

/**
 * Runs the statements. PostgreSQL orders and compares every text by its bytes, as SQLite does,
 * so that both give the same pages in the same order whatever the locale of the server.
 */
export async function createAll(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  const postgres = runner.connection.options.type === 'postgres';
  for (const statement of statements) {
    await runner.query(postgres ? statement.replace(/^( +"\w+" text)/gm, '$1 COLLATE "C"') : statement);
  }
}

/** Drops the tables, in this order. */
export async function dropAll(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const table of tables) await runner.query(`DROP TABLE "${table}"`);
}
