/** Drafts the migration that a new or extended declaration needs. A person reviews it. */
import type { Column } from '../resource/columns';
import type { Registry } from '../resource/registry';
import { foreignKeyName, storageTypes } from './entities';
import { indexName, type Index } from './indices';
import { dataSourceFor } from './open-writer';
import { tablesOf, type Table } from './tables';

/** A drafted migration. */
export interface MigrationDraft {
  /** Name of the class, with the timestamp suffix that TypeORM requires. */
  className: string;
  /** The content of the file. */
  text: string;
}

/**
 * Compares the migrated tables with the declarations and drafts what is missing: tables, columns, and indices. Obsolete indices are
 * dropped. Dropped columns and changed types have to be written by hand.
 * @param title what the migration does, in PascalCase
 * @returns null when the migrations already make every table and column
 */
export async function draftMigration(
  registry: Registry,
  title: string,
  now: Date,
): Promise<MigrationDraft | null> {
  const database = await dataSourceFor({ dialect: 'sqlite', file: ':memory:' }, registry).initialize();
  try {
    await database.runMigrations({ transaction: 'all' });
    const runner = database.createQueryRunner();
    const create: string[] = [];
    const restore: string[] = [];
    for (const table of tablesOf(registry)) {
      const present = await runner.getTable(table.name);
      if (!present) {
        create.push(...createTable(table));
        continue;
      }
      const missing = table.columns.filter(
        ({ name }) => !present.columns.some((column) => column.name === name),
      );
      create.push(...missing.map((column) => `ALTER TABLE "${table.name}" ADD COLUMN ${definition(column)}`));
      const name = (index: Index) => indexName(table.name, index);
      const wanted = table.indices.map(name);
      const fresh = table.indices.filter((index) => !present.indices.some((had) => had.name === name(index)));
      const stale = present.indices.filter((had) => !wanted.includes(had.name ?? ''));
      create.push(...fresh.map(createIndex(table.name)), ...stale.map(({ name }) => `DROP INDEX "${name}"`));
      restore.push(...stale.map(({ columnNames }) => createIndex(table.name)({ columns: columnNames })));
    }
    const className = `${title}${now.getTime()}`;
    return create.length > 0 ? { className, text: migration(className, create, restore) } : null;
  } finally {
    await database.destroy();
  }
}

function createTable({ name, columns, key, foreignKeys, indices }: Table): string[] {
  const lines = [
    ...columns.map(definition),
    `CONSTRAINT "pk_${name}" PRIMARY KEY (${quoted(key)})`,
    ...foreignKeys.map(
      ({ column, to }) =>
        `CONSTRAINT "${foreignKeyName(name, column)}" FOREIGN KEY ("${column}") REFERENCES "${to}" ("id")`,
    ),
  ];
  return [`CREATE TABLE "${name}" (\n    ${lines.join(',\n    ')}\n  )`, ...indices.map(createIndex(name))];
}

const createIndex =
  (table: string) =>
  (index: Index): string => {
    const [first = '', ...others] = index.columns.map((column) => `"${column}"`);
    const columns = [index.descends ? `${first} DESC NULLS LAST` : first, ...others].join(', ');
    const where = index.where === undefined ? '' : ` WHERE "${index.where}" IS NOT NULL`;
    return `CREATE INDEX "${indexName(table, index)}" ON "${table}" (${columns})${where}`;
  };

const definition = ({ name, type, nullable }: Column): string =>
  `"${name}" ${storageTypes[type]}${nullable ? '' : ' NOT NULL'}`;

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const migration = (
  className: string,
  create: readonly string[],
  restore: readonly string[],
): string => `/** Say here, in one sentence, what changes and why. */
import { SqlMigration } from './sql-migration';

export class ${className} extends SqlMigration {
  protected readonly statements = [
${listed(create)}
  ];
${restore.length > 0 ? `\n  protected override readonly undoFirst = [\n${listed(restore)}\n  ];\n` : ''}}
`;

const listed = (statements: readonly string[]): string =>
  statements.map((statement) => `    \`${statement}\`,`).join('\n');
