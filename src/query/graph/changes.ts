/** The changes between two days: beginnings and ends of links, and of records with own dates or with links that say when they ran. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { endColumn, tableOf } from '../../resource/columns';
import { describe, type Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { isTimed, sideOfRun } from '../holding';
import type { Listing } from '../listing';
import type { OrderTerm } from '../order';
import { allOf, anyOf, column, dayAfter, dayBefore, hasPart, name, type Reader } from '../sql';

/** The arguments of the list of changes. */
export interface ChangesQuery {
  /** The two days to compare (ISO 8601), the earlier first. */
  from: string;
  to: string;
  /** Restricts to records of these types and links from or to them. */
  types?: readonly string[] | null;
  /** Restricts to links of these kinds, without records. */
  kinds?: readonly string[] | null;
}

/** By day. On the same day beginnings precede ends, as something may begin and end on it. */
export const changeOrder: OrderTerm[] = ['date', 'what', 'id'].map((named) => ({
  column: named,
  type: 'text',
  direction: 'ASC',
  nullable: false,
}));

/**
 * The changes between two days. Applying them to what held on the first day gives what holds on the second: something begins after
 * the first day, or has its last day before the second.
 */
export function changesBetween(registry: Registry, query: ChangesQuery): Listing {
  const { types, kinds } = query;
  const links = registry.links.filter((link) => !kinds || kinds.includes(link.type));
  const records = kinds ? [] : registry.resources.filter(isTimed);
  const wanted = types && registry.resources.filter(({ type }) => types.includes(type));
  return {
    name: 'Query.changes',
    of: null,
    columns: ['what', 'date', 'date_precision', 'id'],
    parent: null,
    source: (reader) => {
      const parts = [
        ...links.flatMap((link) => changesOfLinks(reader, link, query, wanted)),
        ...records
          .filter((record) => !wanted || wanted.includes(record))
          .flatMap((record) => changesOfRecords(reader, record, query)),
      ];
      return sql`FROM (${parts.length > 0 ? join(parts, ' UNION ALL ') : nothing}) t WHERE 1 = 1`;
    },
  };
}

const nothing = raw(
  `SELECT CAST(NULL AS text) AS what, CAST(NULL AS text) AS date, CAST(NULL AS text) AS date_precision, CAST(NULL AS text) AS id WHERE 1 = 0`,
);

function changesOfLinks(
  reader: Reader,
  link: Description,
  query: ChangesQuery,
  wanted: readonly Description[] | null | undefined,
): Sql[] {
  const concerns = wanted ? [anyOf(link.ends.flatMap((end) => endIsOf(reader, end, wanted)))] : [];
  return ownChanges(link, query, concerns);
}

/** For each of some classes, the condition that an end of a link is of it. Classes that the declaration excludes are left out. */
const endIsOf = (reader: Reader, end: Description['ends'][number], wanted: readonly Description[]): Sql[] => {
  const declared = end.to().map(describe);
  const possible = declared.length === 0 ? wanted : wanted.filter((each) => declared.includes(each));
  if (declared.length === 1) return possible.map(() => raw('1 = 1'));
  return possible.map(({ path }) =>
    hasPart(reader, column('t', endColumn(end.side)), 'startsWith', `${path}/`),
  );
};

const changesOfRecords = (reader: Reader, record: Description, query: ChangesQuery): Sql[] =>
  record.runsBy
    ? changesByLinks(reader, record, describe(record.runsBy()), query)
    : ownChanges(record, query, []);

/** The changes of classes with two dates. What ends before it begins never held. */
function ownChanges(of: Description, query: ChangesQuery, conditions: readonly Sql[]): Sql[] {
  return boundsOf('t', query).map(
    ({ what, date, precision, happens }) =>
      sql`SELECT ${raw(`'${what}'`)} AS what, ${date} AS date, ${precision} AS date_precision, t.id AS id FROM ${name(tableOf(of))} t WHERE ${allOf([happens, ...conditions])}`,
  );
}

/**
 * The changes of records that run while any link of a type holds. A record begins with a link if no other link held on the day
 * before, and ends with a link if no other link holds on the day after.
 */
function changesByLinks(reader: Reader, record: Description, link: Description, query: ChangesQuery): Sql[] {
  const runColumn = endColumn(sideOfRun(record, link));
  const end = column('l', runColumn);
  const sameRecord = sql`${column('o', runColumn)} = ${end}`;
  return boundsOf('l', query).map(({ what, date, precision, happens }) => {
    const goesOn =
      what === 'BEGAN'
        ? sql`(o.starts_on IS NULL OR o.starts_on < ${date}) AND (o.ends_on IS NULL OR o.ends_on >= ${dayBefore(reader, date)})`
        : sql`(o.starts_on IS NULL OR o.starts_on <= ${dayAfter(reader, date)}) AND (o.ends_on IS NULL OR o.ends_on > ${date})`;
    return sql`SELECT ${raw(`'${what}'`)} AS what, ${date} AS date, min(${precision}) AS date_precision, t.id AS id FROM ${name(tableOf(link))} l JOIN ${name(tableOf(record))} t ON t.id = ${end} WHERE ${happens} AND NOT EXISTS (SELECT 1 FROM ${name(tableOf(link))} o WHERE ${sameRecord} AND ${goesOn}) GROUP BY t.id, ${date}`;
  });
}

interface Bound {
  what: 'BEGAN' | 'ENDED';
  date: Sql;
  precision: Sql;
  /** The condition that it is between the two days. */
  happens: Sql;
}

function boundsOf(alias: string, between: ChangesQuery): Bound[] {
  const [starts, ends] = [column(alias, 'starts_on'), column(alias, 'ends_on')];
  const holds = sql`(${starts} IS NULL OR ${ends} IS NULL OR ${starts} <= ${ends})`;
  return [
    {
      what: 'BEGAN',
      date: starts,
      precision: column(alias, 'starts_on_precision'),
      happens: sql`${starts} > ${between.from} AND ${starts} <= ${between.to} AND ${holds}`,
    },
    {
      what: 'ENDED',
      date: ends,
      precision: column(alias, 'ends_on_precision'),
      happens: sql`${ends} >= ${between.from} AND ${ends} < ${between.to} AND ${holds}`,
    },
  ];
}
