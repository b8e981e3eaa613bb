/** The definition of lists: where their rows come from, either all of a class or those of a parent. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnsOf, endColumn } from '../resource/columns';
import { describe, type Description, type List, type Side } from '../resource/description';
import { holdsOn, isTimed, runningOn } from './holding';
import { linksFrom, pointerColumn, rolesIn, table } from './relation';
import type { Search } from './search/hits';
import { allOf, among, amongKeys, column, isOfClass, validOn, type Reader } from './sql';

/** Arguments that restrict a list, beside its page. */
export interface ListArguments {
  /** A day (ISO 8601) on which the links, or the records themselves, must hold. */
  asOf?: string | null;
  /** Restricts to links with one of these roles. */
  roles?: readonly string[] | null;
  /** Restricts to links of these kinds. */
  kinds?: readonly string[] | null;
  direction?: 'OUTGOING' | 'INCOMING' | null;
}

/** The parents whose rows are read: by their keys, the current one of a surrounding statement, or all. */
export type Parents = readonly string[] | EachParent | typeof everyParent;

/** All parents of a list. */
export const everyParent = 'every parent';

interface EachParent {
  /** The column of the surrounding statement with the parent's key. */
  readonly each: Sql;
}

const isEach = (parents: Parents): parents is EachParent => typeof parents === 'object' && 'each' in parents;

function isBelow(reader: Reader, parent: Sql, parents: Parents): Sql {
  if (parents === everyParent) return sql`${parent} IS NOT NULL`;
  return isEach(parents) ? sql`${parent} = ${parents.each}` : amongKeys(reader, parent, parents);
}

/** A list that can be paged and counted. Its rows have the alias `t`. */
export interface Listing {
  /** Its schema coordinate, such as `Institution.participations`. */
  name: string;
  /** Class of the rows; null if they are only keys of records of any class. */
  of: Description | null;
  columns: readonly string[];
  /** FROM and WHERE; for lists with a parent, only rows of these parents. */
  source: (reader: Reader, parents: Parents) => Sql;
  /** The parent's key, for lists with a parent. */
  parent: Sql | null;
  /** The column of its own records with the parent's key, if the list is not defined by links between the two. */
  pointer?: string;
  /** The search that filters it; each row then has a score. */
  search?: Search;
  /** For lists that are only defined by links: how to read the keys of the records from the links. */
  links?: LinkedKeys | undefined;
  /** The classes whose tables it reads, except those that only filter it. Absent if it should not be cached as a whole. */
  through?: readonly Description[] | 'all links';
  /** The classes that only filter it. */
  narrowedBy?: ((reader: Reader) => readonly Description[]) | undefined;
}

/** Keys of records at the other end of links. A key occurs once per link. */
export interface LinkedKeys {
  key: Sql;
  /** FROM and WHERE. */
  source: (reader: Reader, parents: Parents) => Sql;
}

const columnNames = (description: Description): string[] =>
  columnsOf(description)
    .map((column) => column.name)
    .filter((column) => column !== 'digest');

/** All records of a class. */
export const allOfClass = (description: Description, given: ListArguments): Listing => ({
  name: `Query.${description.path}`,
  ...rowsOfClass(description, null, given),
});

/** A list that a class declares, below its records. */
export function declaredList(owner: Description, list: List, given: ListArguments): Listing {
  const listed = { name: `${owner.type}.${list.name}` };
  if (list.kind === 'inverse') {
    const of = describe(list.to());
    return { ...listed, ...rowsOfClass(of, pointerColumn(of, list.by), given) };
  }
  const link = describe(list.link());
  if (list.kind === 'links') return { ...listed, ...rowsOfClass(link, endColumn(list.as), given) };
  const args = { ...given, roles: given.roles ?? list.roles };
  return { ...listed, ...throughList(link, list.as, list.to ? describe(list.to()) : null, args) };
}

type Unnamed = Omit<Listing, 'name'>;

/** @param pointer the column with the parent's key; null for a list without a parent */
function rowsOfClass(of: Description, pointer: string | null, { asOf, roles }: ListArguments): Unnamed {
  const parent = pointer === null ? null : column('t', pointer);
  return {
    of,
    through: [of],
    narrowedBy: runningOn(of, asOf),
    columns: columnNames(of),
    parent,
    ...(pointer !== null && { pointer }),
    source: (reader, parents) => {
      const conditions = [
        ...(parent ? [isBelow(reader, parent, parents)] : []),
        ...rolesIn('t', roles),
        ...(asOf ? [holdsOn(of, 't', asOf)] : []),
      ];
      return sql`FROM ${table(of, 't')} WHERE ${allOf(conditions)}`;
    },
  };
}

/** The distinct records at the other end of links: with all columns for one class, or as keys for any class. */
function throughList(
  link: Description,
  as: Side,
  to: Description | null,
  { asOf, roles }: ListArguments,
): Unnamed {
  const edge = linksFrom(link, as, roles, 'l');
  const { near, far } = edge;
  const edges = (reader: Reader, parents: Parents) => {
    const conditions = [
      isBelow(reader, near, parents),
      ...edge.narrowing,
      ...(asOf ? [validOn('l', asOf)] : []),
    ];
    return sql`FROM ${edge.table} WHERE ${allOf(conditions)}`;
  };
  const ends = (reader: Reader, parents: Parents) =>
    sql`SELECT DISTINCT ${near} AS parent_id, ${far} AS id ${edges(reader, parents)}`;
  const links: LinkedKeys = {
    key: far,
    source: (reader, parents) =>
      to ? sql`${edges(reader, parents)} AND ${isOfClass(far, to)}` : edges(reader, parents),
  };
  if (!to) {
    return {
      of: null,
      through: [link],
      columns: ['id'],
      parent: raw('t.parent_id'),
      links,
      source: (reader, parents) => sql`FROM (${ends(reader, parents)}) t WHERE 1 = 1`,
    };
  }
  const records = table(to, 't');
  const holds = asOf ? holdsOn(to, 't', asOf) : raw('1 = 1');
  return {
    of: to,
    through: [link, to],
    narrowedBy: runningOn(to, asOf),
    columns: columnNames(to),
    parent: raw('e.parent_id'),
    links: asOf && isTimed(to) ? undefined : links,
    // Below a single parent, `IN` keeps records distinct. SQLite then reads the list in its order, no further than the page.
    // PostgreSQL does that with the join; with `IN` it would scan the whole class.
    source: (reader, parents) =>
      isEach(parents) && reader.dialect === 'sqlite'
        ? sql`FROM ${records} WHERE t.id IN (SELECT ${far} ${edges(reader, parents)}) AND ${holds}`
        : sql`FROM (${ends(reader, parents)}) e JOIN ${records} ON t.id = e.id WHERE ${holds}`,
  };
}

/** Links of any type at a record, as keys from the view `link`. */
export function linksOfAnyType({ asOf, kinds, direction }: ListArguments): Listing {
  const half = (reader: Reader, side: Side, parents: Parents, more: Sql) =>
    sql`SELECT l.id, ${column('l', endColumn(side))} AS parent_id FROM link l WHERE ${isBelow(reader, column('l', endColumn(side)), parents)}${more}`;
  return {
    name: 'Resource.links',
    of: null,
    through: 'all links',
    columns: ['id'],
    parent: raw('t.parent_id'),
    source: (reader, parents) => {
      const narrowing = [
        ...(kinds ? [among(reader, raw('l.kind'), kinds)] : []),
        ...(asOf ? [validOn('l', asOf)] : []),
      ];
      const more = narrowing.length > 0 ? sql` AND ${allOf(narrowing)}` : empty;
      const outgoing = half(reader, 'from', parents, more);
      // A link of a record to itself must not be listed twice.
      const incoming = half(
        reader,
        'to',
        parents,
        direction
          ? more
          : sql`${more} AND ${column('l', endColumn('to'))} <> ${column('l', endColumn('from'))}`,
      );
      const halves =
        direction === 'OUTGOING' ? [outgoing] : direction === 'INCOMING' ? [incoming] : [outgoing, incoming];
      return sql`FROM (${join(halves, ' UNION ALL ')}) t WHERE 1 = 1`;
    },
  };
}
