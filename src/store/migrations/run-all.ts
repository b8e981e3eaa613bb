/** How the statements of a migration are run in either database. */
import type { QueryRunner } from 'typeorm';

/**
 * Runs the statements in order. PostgreSQL is told to order and compare every text by its bytes, as SQLite does,
 * so that both give the same pages in the same order whatever the locale of the server. SQLite takes no place of null values
 * in an index; it has them last in one that descends.
 */
export async function runAll(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  const postgres = runner.connection.options.type === 'postgres';
  for (const statement of statements) {
    await runner.query(
      postgres
        ? statement.replace(/("\w+" text)\b/g, '$1 COLLATE "C"')
        : statement.replace(/^(CREATE INDEX .*) NULLS LAST/, '$1'),
    );
  }
}
