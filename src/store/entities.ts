/** TypeORM's entities, derived from the declarations. Each has the name of its table. */
import { EntitySchema, type ColumnType as TypeOrmType, type EntitySchemaColumnOptions } from 'typeorm';
import type { Column } from '../resource/columns';
import type { Registry } from '../resource/registry';
import type { Row } from '../resource/values';
import type { Dialect } from './driver';
import { indexName } from './indices';
import { tablesOf, type Table } from './tables';

/** Column types with the same name in both databases. */
export const storageTypes = {
  text: 'text',
  json: 'text',
  integer: 'integer',
  real: 'double precision',
  boolean: 'boolean',
} as const satisfies Record<Column['type'], TypeOrmType>;

export const entitiesOf = (registry: Registry, dialect: Dialect): EntitySchema<Row>[] =>
  tablesOf(registry).map((table) => entityOf(table, dialect));

function entityOf({ name, columns, key, foreignKeys, indices }: Table, dialect: Dialect): EntitySchema<Row> {
  const column = ({ name: column, type, nullable }: Column): [string, EntitySchemaColumnOptions] => [
    column,
    {
      type: storageTypes[type],
      nullable,
      primary: key.includes(column),
      primaryKeyConstraintName: `pk_${name}`,
      // Collation "C" orders texts by bytes, as SQLite does: see migrations/sql-migration.ts.
      ...(dialect === 'postgres' && storageTypes[type] === 'text' && { collation: 'C' }),
    },
  ];
  return new EntitySchema<Row>({
    name,
    columns: Object.fromEntries(columns.map(column)),
    indices: indices.map((index) => ({
      name: indexName(name, index),
      columns: [...index.columns],
      ...(index.where !== undefined && { where: `"${index.where}" IS NOT NULL` }),
    })),
    foreignKeys: foreignKeys.map(({ column, to }) => ({
      name: foreignKeyName(name, column),
      target: to,
      columnNames: [column],
      referencedColumnNames: ['id'],
    })),
  });
}

export const foreignKeyName = (table: string, column: string): string => `fk_${table}_${column}`;
