/** What records of all kinds that a search finds may have in common: what they are linked with, and the sources that speak of them. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { describe, endOf, otherSide, type Description, type Side } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { tableOf } from '../../resource/columns';
import { evidenceTable } from '../../resource/statements';
import type { Facet } from '../counting/facets';
import type { Listing } from '../listing';
import { allOf, anyOf, byBytes, isOfClass, name, type Reader } from '../sql';

/** What is demanded of all that is found, by keys. */
export interface Shared {
  /** Resources with each of which it is linked. */
  readonly linkedWith: readonly string[];
  /** Sources each of which speaks of it. */
  readonly citedFrom: readonly string[];
}

/** The conditions on the record with the key `t.id`. */
export const sharing = ({ linkedWith, citedFrom }: Shared): Sql[] => [
  ...linkedWith.map((key) => sql`t.id IN (SELECT l.far_id FROM link_end l WHERE l.near_id = ${key})`),
  ...citedFrom.map(
    (key) => sql`t.id IN (SELECT e.subject_id FROM ${name(evidenceTable.name)} e WHERE e.source_id = ${key})`,
  ),
];

/** The records of `listed` (`of_id`), each with the records of a class with which it is linked, or with the sources that speak of it (`id`). */
function partners(registry: Registry, to: Description): Sql {
  const isListed = (key: string) => sql`${raw(key)} IN (SELECT id FROM listed)`;
  if (to.kind === 'source')
    return sql`SELECT DISTINCT subject_id AS of_id, source_id AS id FROM ${name(evidenceTable.name)} WHERE ${isListed('subject_id')}`;
  // No join: SQLite would go through all links for each record, as it looks into the parts of a view only for conditions.
  const conditions = [leadingTo(registry, to), isOfClass(raw('l.far_id'), to), isListed('l.near_id')];
  return sql`SELECT DISTINCT l.near_id AS of_id, l.far_id AS id FROM link_end l WHERE ${allOf(conditions)}`;
}

/** Only the links whose declarations allow records of the class at the far end, so that databases need not look at the others. */
const leadingTo = (registry: Registry, to: Description): Sql =>
  anyOf(
    (['from', 'to'] as const).flatMap((near: Side) => {
      const links = registry.links.filter((link) =>
        registry.classesOf(endOf(link, otherSide(near))).some((each) => describe(each) === to),
      );
      return links.map(
        (link) => sql`l.side = ${raw(`'${near}'`)} AND l.kind = ${raw(`'${tableOf(link).toUpperCase()}'`)}`,
      );
    }),
  );

/** Counts the records of a list by their partners of one class. */
export async function readSharedFacet(
  reader: Reader,
  registry: Registry,
  listing: Listing,
  { by, to, first }: { by: string; to: Description; first: number },
): Promise<Facet> {
  const listed = sql`SELECT t.id AS id ${listing.source(reader, [])}`;
  const pairs = partners(registry, to);
  const counted = sql`SELECT id, count(*) AS total FROM pairs GROUP BY id`;
  const shown = sql`SELECT id, total, count(*) OVER () AS different FROM counted ORDER BY total DESC, ${byBytes(reader, raw('id'))} LIMIT ${first}`;
  const missing = raw('(SELECT count(*) FROM listed) - (SELECT count(DISTINCT of_id) FROM pairs)');
  // One row without a bucket where nothing is shared.
  const rows = await reader.read(
    sql`WITH listed AS MATERIALIZED (${listed}), pairs AS MATERIALIZED (${pairs}), counted AS (${counted}), shown AS (${shown}) SELECT shown.*, ${missing} AS missing FROM (SELECT 1 AS one) one LEFT JOIN shown ON 1 = 1`,
  );
  const [head] = rows;
  return {
    by,
    buckets: rows.flatMap(({ id, total }) =>
      typeof id === 'string' ? [{ value: id, key: id, count: Number(total) }] : [],
    ),
    distinct: Number(head?.different ?? 0),
    missing: Number(head?.missing ?? 0),
  };
}
