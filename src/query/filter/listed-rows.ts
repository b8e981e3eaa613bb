/** The rows of a list that a filter is about: its records, or its links where the records may be of any class. */
import sql, { type Sql } from 'sql-template-tag';
import { endColumn } from '../../resource/columns';
import { describe, endOf, otherSide, type List, type RecordClass } from '../../resource/description';
import { linksFrom, pointerColumn, table } from '../relation';
import { allOf, column } from '../sql';
import type { Compiler } from './compiler';
import type { Filter } from './filter';

export interface ListedRows {
  /** The column with the parent's key. */
  parent: Sql;
  /** FROM with its joins. */
  from: Sql;
  /** Conditions on the rows whatever the filter. */
  narrowing: readonly Sql[];
  /** Whether the record of a row satisfies a filter. */
  meets: (filter: Filter, mustHold: boolean) => Sql;
}

/** The rows of a list under new aliases. Their classes are noted. */
export function listedRows(list: List, compiler: Compiler): ListedRows {
  const alias = compiler.alias();
  if (list.kind === 'through' && !list.to) {
    const link = describe(list.link());
    compiler.classes.add(link);
    const { table: links, near, narrowing } = linksFrom(link, list.as, list.roles, alias);
    const far = endOf(link, otherSide(list.as));
    const meets = (filter: Filter, mustHold: boolean) =>
      compiler.end({ description: link, alias, mustHold }, far, filter);
    return { parent: near, from: sql`FROM ${links}`, narrowing, meets };
  }
  const of = describe(list.kind === 'links' ? list.link() : (list.to as () => RecordClass)());
  compiler.classes.add(of);
  const rows = table(of, alias);
  const ofClass = (parent: Sql, from: Sql): ListedRows => ({
    parent,
    from,
    narrowing: [],
    meets: (filter, mustHold) => compiler.all({ description: of, alias, mustHold }, filter),
  });
  if (list.kind === 'inverse') return ofClass(column(alias, pointerColumn(of, list.by)), sql`FROM ${rows}`);
  if (list.kind === 'links') return ofClass(column(alias, endColumn(list.as)), sql`FROM ${rows}`);
  const link = describe(list.link());
  compiler.classes.add(link);
  const { table: links, near, far, narrowing } = linksFrom(link, list.as, list.roles, compiler.alias());
  const on = allOf([sql`${column(alias, 'id')} = ${far}`, ...narrowing]);
  return ofClass(near, sql`FROM ${links} JOIN ${rows} ON ${on}`);
}
