/** TypeORM's entities, derived from the declarations. */
import {
  EntitySchema,
  type ColumnType as TypeOrmType,
  type EntitySchemaColumnOptions,
  type EntitySchemaOptions,
} from 'typeorm';
import { columnsOf, referenceColumn, tableOf, type Column } from '../resource/columns';
import { describe, endOf, type Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import { evidenceTable, identifierTable, versionTable } from '../resource/statements';
import type { Row } from '../resource/values';

type Options = EntitySchemaOptions<Row>;

const types: Record<Column['type'], TypeOrmType> = {
  text: 'text',
  json: 'text',
  integer: 'integer',
  real: 'double precision',
  boolean: 'boolean',
};

/** The entities of all declared classes and of the tables beside them; each is named as its table. */
export function entitiesOf(registry: Registry): EntitySchema<Row>[] {
  const source = tableOf(registry.source);
  return [
    ...registry.all.map(entityOf),
    entity(identifierTable, { indices: [index('identifier', ['scheme', 'value'])] }),
    entity(evidenceTable, {
      indices: [index('evidence', ['source_id'])],
      foreignKeys: [foreignKey('evidence', 'source_id', source)],
    }),
    entity(versionTable, {}),
  ];
}

function entityOf(description: Description): EntitySchema<Row> {
  const table = tableOf(description);
  const references = description.references.map((reference) => ({
    column: referenceColumn(reference),
    to: tableOf(describe(reference.to())),
  }));
  const ends =
    description.kind === 'link'
      ? (['source', 'target'] as const).map((side) => ({
          column: `${side}_id`,
          to: onlyTable(endOf(description, side).to()),
        }))
      : [];
  const pointers = [...ends, ...references];
  return entity(
    { name: table, columns: columnsOf(description), key: ['id'] },
    {
      indices: pointers.map(({ column }) => index(table, [column])),
      foreignKeys: pointers.flatMap(({ column, to }) => (to ? [foreignKey(table, column, to)] : [])),
    },
  );
}

/** The table that an end points into; undefined where it may be one of several. */
function onlyTable(classes: ReturnType<Description['ends'][number]['to']>): string | undefined {
  const [only, ...others] = classes;
  return only && others.length === 0 ? tableOf(describe(only)) : undefined;
}

function entity(
  { name, columns, key }: { name: string; columns: Column[]; key: string[] },
  options: Pick<Options, 'indices' | 'foreignKeys'>,
): EntitySchema<Row> {
  const column = ({ name: column, type, nullable }: Column): [string, EntitySchemaColumnOptions] => [
    column,
    { type: types[type], nullable, primary: key.includes(column), primaryKeyConstraintName: `pk_${name}` },
  ];
  return new EntitySchema<Row>({ name, columns: Object.fromEntries(columns.map(column)), ...options });
}

const index = (table: string, columns: string[]) => ({ name: `ix_${table}_${columns.join('_')}`, columns });

const foreignKey = (table: string, column: string, to: string) => ({
  name: `fk_${table}_${column}`,
  target: to,
  columnNames: [column],
  referencedColumnNames: ['id'],
});
