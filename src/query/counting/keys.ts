/** The SQL of a counted field's value for each record: a column, a list in a column, or at the other end of links. */
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { columnOf } from '../../resource/columns';
import { attributeOf, describe, type Attribute } from '../../resource/description';
import { linksFrom, table } from '../relation';
import { allOf, column, isOfClass, itemsOf, pathIn, type Reader } from '../sql';
import type { CountedField, Pointer } from './fields';

/** The parts of a statement for a field's value. A record without a value has one row with null. */
export interface KeySql {
  /** A column of the record, selected beside its key; null if the value comes from links. */
  read: Sql | null;
  /** What to join to `base`, which has that column under the name of the key. */
  joins: Sql;
  /** A single value, or a list that is split after equal lists were counted. */
  cell: Sql;
  isList: boolean;
  /** Whether a record may have the same value several times. */
  repeats: boolean;
}

/** @param key a name that is free in the statement, such as `k1` */
export function keySql(reader: Reader, { attribute, pointer }: CountedField, key: string): KeySql {
  const held = column('base', key);
  const single = { joins: empty, cell: held, isList: false, repeats: false };
  if (pointer?.kind === 'links') return throughLinks(reader, pointer, attribute, key);
  if (!pointer) {
    if (!attribute) return { ...single, read: pathIn(reader, raw('t.id')) };
    return { ...single, read: column('t', columnOf(attribute)), isList: holdsList(attribute) };
  }
  const read = column('t', pointer.column);
  if (!attribute) return { ...single, read };
  const record = `${key}_record`;
  return {
    ...single,
    read,
    joins: sql` LEFT JOIN ${table(pointer.to[0], record)} ON ${column(record, 'id')} = ${held}`,
    cell: column(record, columnOf(attribute)),
    isList: holdsList(attribute),
  };
}

const holdsList = ({ kind }: Attribute): boolean => kind.holds === 'values';

function throughLinks(
  reader: Reader,
  { list, mixed, to }: Extract<Pointer, { kind: 'links' }>,
  attribute: Attribute | undefined,
  key: string,
): KeySql {
  const [of] = to;
  const link = describe(list.link());
  const { table: links, near, far, narrowing } = linksFrom(link, list.as, list.roles, `${key}_link`);
  const on = allOf([sql`${near} = base.id`, ...narrowing, ...(mixed ? [isOfClass(far, of)] : [])]);
  if (!attribute) {
    // Two records have at most one link in each role.
    const repeats = attributeOf(link, 'role') !== undefined && list.roles?.length !== 1;
    return { read: null, joins: sql` LEFT JOIN ${links} ON ${on}`, cell: far, isList: false, repeats };
  }
  // Distinct values per record, before other fields are joined: an infrastructure may have 50,000 datasets of three kinds.
  const record = `${key}_record`;
  const value = column(record, columnOf(attribute));
  const records = sql`base JOIN ${links} ON ${on} JOIN ${table(of, record)} ON ${column(record, 'id')} = ${far}`;
  const values = holdsList(attribute)
    ? sql`SELECT DISTINCT base.id, items.value FROM ${records}, ${itemsOf(reader, value, 'items')} WHERE ${value} IS NOT NULL`
    : sql`SELECT DISTINCT base.id, ${value} AS value FROM ${records} WHERE ${value} IS NOT NULL`;
  const held = `${key}_held`;
  return {
    read: null,
    joins: sql` LEFT JOIN (${values}) ${raw(held)} ON ${column(held, 'id')} = base.id`,
    cell: column(held, 'value'),
    isList: false,
    repeats: false,
  };
}
