/** Migrations by SQL statements that both databases understand. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropCountTriggers } from '../counts/drop-triggers';

/** A migration that creates tables, columns and indices. Its reversal is derived from its statements. */
export abstract class SqlMigration implements MigrationInterface {
  /** The statements, in order. */
  protected abstract readonly statements: readonly string[];
  /** Statements that the reversal begins with, such as creating the indices that it drops. */
  protected readonly undoFirst: readonly string[] = [];

  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, this.statements);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, [...this.undoFirst, ...this.statements.flatMap(undone).reverse()]);
  }
}

const created = /^CREATE (?:TABLE|INDEX) "\w+"/;
const added = /^(ALTER TABLE "\w+") ADD( COLUMN "\w+")/;

/** The reversal of a statement. Dropping a table also drops its rows and indices. */
function undone(statement: string, _index: number, all: readonly string[]): string[] {
  const [, onTable] = / ON ("\w+") \(/.exec(statement) ?? [];
  if (onTable && all.some((other) => other.startsWith(`CREATE TABLE ${onTable}`))) return [];
  const [creation] = created.exec(statement) ?? [];
  if (creation) return [creation.replace('CREATE', 'DROP')];
  const [, table, column] = added.exec(statement) ?? [];
  return table && column ? [`${table} DROP${column}`] : [];
}

/**
 * Runs the statements in order. On PostgreSQL every text is ordered and compared by its bytes, as on SQLite, so that both
 * return the same pages whatever the locale of the server. SQLite does not accept NULLS LAST in an index; in a descending one,
 * nulls are last anyway. Kept counts are let go of, as their triggers read columns that a statement may drop.
 */
export async function runAll(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  const postgres = runner.connection.options.type === 'postgres';
  // SQLite lets a transaction that begins with reading not wait for another one that writes. This changes nothing.
  await runner.query('DELETE FROM "migration" WHERE 1 = 0');
  await dropCountTriggers(runner, postgres ? 'postgres' : 'sqlite');
  for (const statement of statements) {
    await runner.query(
      postgres
        ? statement.replace(/("\w+" text)\b/g, '$1 COLLATE "C"')
        : statement.replace(/^(CREATE INDEX .*) NULLS LAST/, '$1'),
    );
  }
}
