/** The changes between two days: stated beginnings and ends of links and records, and what sources show for the first time. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { endColumn, tableOf } from '../../resource/columns';
import { describe, isTimed, type Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Listing } from '../listing';
import type { OrderTerm } from '../order';
import { allOf, anyOf, column, hasPart, name, type Reader } from '../sql';

/** What can happen to a link or record. */
export type ChangeKind = 'BEGAN' | 'ENDED' | 'FIRST_SEEN';

/** The arguments of the list of changes. */
export interface ChangesQuery {
  /** The two days to compare (ISO 8601), the earlier first. */
  from: string;
  to: string;
  what: readonly ChangeKind[];
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

/** The changes between two days: what begins or is first seen after the first day, and what has its last day before the second. */
export function changesBetween(registry: Registry, query: ChangesQuery): Listing {
  const { types, kinds } = query;
  const links = registry.links.filter((link) => !kinds || kinds.includes(link.type));
  const records = kinds ? [] : registry.resources.filter(isTimed);
  const chosen = types && registry.resources.filter(({ type }) => types.includes(type));
  return {
    name: 'Query.changes',
    of: null,
    columns: ['what', 'date', 'date_precision', 'id'],
    parent: null,
    source: (reader) => {
      const parts = [
        ...links.flatMap((link) => changesOfLinks(reader, link, query, chosen)),
        ...records
          .filter((record) => !chosen || chosen.includes(record))
          .flatMap((record) => ownChanges(record, query, [])),
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
  chosen: readonly Description[] | null | undefined,
): Sql[] {
  const concerns = chosen ? [anyOf(link.ends.flatMap((end) => endIsOf(reader, end, chosen)))] : [];
  return ownChanges(link, query, concerns);
}

/** For each of some classes, the condition that an end of a link is of it. Classes that the declaration excludes are left out. */
const endIsOf = (reader: Reader, end: Description['ends'][number], chosen: readonly Description[]): Sql[] => {
  const declared = end.to().map(describe);
  const possible = declared.length === 0 ? chosen : chosen.filter((each) => declared.includes(each));
  if (declared.length === 1) return possible.map(() => raw('1 = 1'));
  return possible.map(({ path }) =>
    hasPart(reader, column('t', endColumn(end.side)), 'startsWith', `${path}/`),
  );
};

/** The changes of the records of a class. What ends before it begins never held. */
function ownChanges(of: Description, query: ChangesQuery, conditions: readonly Sql[]): Sql[] {
  const [starts, ends, seen] = ['starts_on', 'ends_on', 'attested_from'].map((each) => column('t', each)) as [
    Sql,
    Sql,
    Sql,
  ];
  const holds = sql`(${starts} IS NULL OR ${ends} IS NULL OR ${starts} <= ${ends})`;
  const { from, to } = query;
  const changes: Record<ChangeKind, { date: Sql; precision: Sql; happens: Sql }> = {
    BEGAN: {
      date: starts,
      precision: column('t', 'starts_on_precision'),
      happens: sql`${starts} > ${from} AND ${starts} <= ${to} AND ${holds}`,
    },
    ENDED: {
      date: ends,
      precision: column('t', 'ends_on_precision'),
      happens: sql`${ends} >= ${from} AND ${ends} < ${to} AND ${holds}`,
    },
    FIRST_SEEN: {
      date: seen,
      precision: raw('CAST(NULL AS text)'),
      // What has a stated beginning began on it.
      happens: sql`${starts} IS NULL AND ${seen} > ${from} AND ${seen} <= ${to}`,
    },
  };
  return query.what.map((what) => {
    const { date, precision, happens } = changes[what];
    return sql`SELECT ${raw(`'${what}'`)} AS what, ${date} AS date, ${precision} AS date_precision, t.id AS id FROM ${name(tableOf(of))} t WHERE ${allOf([happens, ...conditions])}`;
  });
}
