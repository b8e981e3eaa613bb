/** The lists of the catalogue: all records of a class, those that a class declares below its records, and all links of a record. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { endColumn, recordColumns } from '../resource/columns';
import { describe, isTimed, type Description, type List, type Side } from '../resource/description';
import { holdingOn, holdsOn, recordsHoldOn, type OnDay } from './holding';
import {
  dayOf,
  isBelow,
  isEach,
  isRange,
  type LinkedKeys,
  type ListArguments,
  type Listing,
  type Parents,
} from './listing';
import { linksFrom, pointerColumn, rolesIn, table } from './relation';
import { allOf, among, column, isOfClass, type Reader } from './sql';

/** All records of a class. */
export const allOfClass = (description: Description, given: ListArguments): Listing => ({
  name: `Query.${description.path}`,
  ...rowsOfClass(description, null, given),
  whole: !given.roles && dayOf(given) === null,
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
function rowsOfClass(of: Description, pointer: string | null, given: ListArguments): Unnamed {
  const { roles } = given;
  const day = dayOf(given);
  const parent = pointer === null ? null : column('t', pointer);
  return {
    of,
    through: [of],
    columns: recordColumns(of),
    parent,
    ...(day && isTimed(of) && { held: heldIn(table(of, 't'), day) }),
    ...(pointer !== null && { pointer }),
    source: (reader, parents) => {
      const conditions = [
        ...(parent ? [isBelow(reader, parent, parents)] : []),
        ...rolesIn('t', roles),
        ...(day ? [recordsHoldOn(reader, of, 't', day)] : []),
      ];
      return sql`FROM ${table(of, 't')} WHERE ${allOf(conditions)}`;
    },
  };
}

/** The distinct records at the other end of links: with all columns for one class, or as keys for any class. */
function throughList(link: Description, as: Side, to: Description | null, given: ListArguments): Unnamed {
  const day = dayOf(given);
  const edge = linksFrom(link, as, given.roles, 'l');
  const { near, far } = edge;
  const edges = (reader: Reader, parents: Parents) => {
    const conditions = [
      isBelow(reader, near, parents),
      ...edge.narrowing,
      ...(day ? [holdsOn(reader, 'l', day)] : []),
    ];
    return sql`FROM ${edge.table} WHERE ${allOf(conditions)}`;
  };
  const ends = (reader: Reader, parents: Parents) =>
    sql`SELECT DISTINCT ${near} AS parent_id, ${far} AS id ${edges(reader, parents)}`;
  const held: Listing['held'] = day
    ? (reader, { parents, records }) =>
        sql`SELECT ${near} AS parent_key, ${far} AS id, ${holdingOn(reader, 'l', day.asOf)} AS holding ${edges(reader, parents)} AND ${among(reader, far, records)}`
    : undefined;
  const links: LinkedKeys = {
    key: far,
    parent: near,
    // Of a range of parents, all links are read: SQLite would rather scan those with all records of the class.
    source: (reader, parents) =>
      to && !isRange(parents)
        ? sql`${edges(reader, parents)} AND ${isOfClass(far, to)}`
        : edges(reader, parents),
  };
  if (!to) {
    return {
      of: null,
      through: [link],
      columns: ['id'],
      parent: raw('t.parent_id'),
      links,
      ...(held && { held }),
      source: (reader, parents) => sql`FROM (${ends(reader, parents)}) t WHERE 1 = 1`,
    };
  }
  const records = table(to, 't');
  return {
    of: to,
    through: [link, to],
    columns: recordColumns(to),
    parent: raw('e.parent_id'),
    links,
    ...(held && { held }),
    // Below a single parent, `IN` keeps records distinct. SQLite then reads the list in its order, no further than the page.
    // PostgreSQL does that with the join; with `IN` it would scan the whole class.
    source: (reader, parents) =>
      isEach(parents) && reader.dialect === 'sqlite'
        ? sql`FROM ${records} WHERE t.id IN (SELECT ${far} ${edges(reader, parents)})`
        : sql`FROM (${ends(reader, parents)}) e JOIN ${records} ON t.id = e.id WHERE 1 = 1`,
  };
}

/** How rows of a table or view hold, by their own keys. */
const heldIn =
  (rows: Sql, { asOf }: OnDay): Listing['held'] =>
  (reader, { records }) =>
    sql`SELECT t.id, ${holdingOn(reader, 't', asOf)} AS holding FROM ${rows} WHERE ${among(reader, raw('t.id'), records)}`;

/** Links of any type at a record, as keys from the view `link`. */
export function linksOfAnyType(given: ListArguments): Listing {
  const { kinds, direction } = given;
  const day = dayOf(given);
  const half = (reader: Reader, side: Side, parents: Parents, more: Sql) =>
    sql`SELECT l.id, ${column('l', endColumn(side))} AS parent_id FROM link l WHERE ${isBelow(reader, column('l', endColumn(side)), parents)}${more}`;
  return {
    name: 'Resource.links',
    of: null,
    through: 'all links',
    columns: ['id'],
    parent: raw('t.parent_id'),
    ...(day && { held: heldIn(raw('link t'), day) }),
    source: (reader, parents) => {
      const narrowing = [
        ...(kinds ? [among(reader, raw('l.kind'), kinds)] : []),
        ...(day ? [holdsOn(reader, 'l', day)] : []),
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
