/** Migrations of statements that both databases understand. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration that makes tables, columns and indices; what takes it back follows from that. */
export abstract class SqlMigration implements MigrationInterface {
  /** What is run, in order. */
  protected abstract readonly statements: readonly string[];
  /** What is run first to take it back, such as making the indices anew that it drops. */
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

/** What takes a statement back; rows go with their table, and so do indices. */
function undone(statement: string, _index: number, all: readonly string[]): string[] {
  const [, onTable] = / ON ("\w+") \(/.exec(statement) ?? [];
  if (onTable && all.some((other) => other.startsWith(`CREATE TABLE ${onTable}`))) return [];
  const [creation] = created.exec(statement) ?? [];
  if (creation) return [creation.replace('CREATE', 'DROP')];
  const [, table, column] = added.exec(statement) ?? [];
  return table && column ? [`${table} DROP${column}`] : [];
}

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
