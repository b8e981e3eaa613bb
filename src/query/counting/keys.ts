/** The value of a field for each record of a list, in SQL: one in a column, several in a list, or those at the other end of links. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnOf, tableOf } from '../../resource/columns';
import { describe, otherSide, type Attribute } from '../../resource/description';
import { column, itemsOf, name, pathIn, type Reader } from '../sql';
import type { CountedField, Pointer } from './fields';

/** What a statement needs to know the value of a field; a record without one has a single row with null. */
export interface KeySql {
  /** A column of the record that the list reads beside its key; none where links tell the value. */
  read: Sql | null;
  /** What must be joined to `base`, which holds that column under the name of the key. */
  joins: Sql;
  value: Sql;
  /** Whether a record may have several values, or the same one several times. */
  several: boolean;
}

/** @param key a name that is free in the statement, such as `k1`. */
export function keySql(reader: Reader, { attribute, pointer }: CountedField, key: string): KeySql {
  const held = column('base', key);
  if (pointer?.kind === 'links') return throughLinks(reader, pointer, attribute, key);
  if (!pointer) {
    if (!attribute) return { read: pathIn(reader, raw('t.id')), joins: empty, value: held, several: false };
    return { read: column('t', columnOf(attribute)), ...valueIn(reader, attribute, held, `${key}_item`) };
  }
  const read = column('t', pointer.column);
  if (!attribute) return { read, joins: empty, value: held, several: false };
  const record = `${key}_record`;
  const found = sql` LEFT JOIN ${name(tableOf(pointer.to))} ${raw(record)} ON ${column(record, 'id')} = ${held}`;
  const { joins, ...rest } = valueIn(reader, attribute, column(record, columnOf(attribute)), `${key}_item`);
  return { read, ...rest, joins: sql`${found}${joins}` };
}

const isList = ({ kind }: Attribute): boolean => kind === 'concepts' || kind === 'texts';

/** The value in a cell, or each of the list that it holds. */
function valueIn(reader: Reader, attribute: Attribute, cell: Sql, alias: string): Omit<KeySql, 'read'> {
  if (!isList(attribute)) return { joins: empty, value: cell, several: false };
  return {
    joins: sql` LEFT JOIN ${itemsOf(reader, cell, alias)} ON 1 = 1`,
    value: column(alias, 'value'),
    several: true,
  };
}

function throughLinks(
  reader: Reader,
  { list, mixed, to }: Extract<Pointer, { kind: 'links' }>,
  attribute: Attribute | undefined,
  key: string,
): KeySql {
  const link = `${key}_link`;
  const near = column(link, `${list.as}_id`);
  const far = column(link, `${otherSide(list.as)}_id`);
  const links = sql`${name(tableOf(describe(list.link())))} ${raw(link)}`;
  const narrowing = [
    ...(list.roles ? [sql`${column(link, 'role')} IN (${join(list.roles)})`] : []),
    // A key begins with the path of its class, and "0" follows "/" in the order of bytes.
    ...(mixed ? [sql`${far} >= ${`${to.path}/`} AND ${far} < ${`${to.path}0`}`] : []),
  ];
  if (!attribute) {
    const on = join([sql`${near} = base.id`, ...narrowing], ' AND ');
    return { read: null, joins: sql` LEFT JOIN ${links} ON ${on}`, value: far, several: true };
  }
  const record = `${key}_record`;
  const cell = column(record, columnOf(attribute));
  const items = isList(attribute) ? sql`, ${itemsOf(reader, cell, `${key}_item`)}` : empty;
  const value = isList(attribute) ? column(`${key}_item`, 'value') : cell;
  // Only linked records with a value: one that has none must not make a record that has others look as if it had none.
  const having = join([sql`${value} IS NOT NULL`, ...narrowing], ' AND ');
  const values = sql`SELECT ${near} AS near, ${value} AS value FROM ${links} JOIN ${name(tableOf(to))} ${raw(record)} ON ${column(record, 'id')} = ${far}${items} WHERE ${having}`;
  return {
    read: null,
    joins: sql` LEFT JOIN (${values}) ${raw(`${key}_values`)} ON ${column(`${key}_values`, 'near')} = base.id`,
    value: column(`${key}_values`, 'value'),
    several: true,
  };
}
