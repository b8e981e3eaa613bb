/** Facets: how many records of a list have which value, counted over the whole list and not only over its page. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { BadUserInput } from '../errors';
import { columnOf, referenceColumn, tableOf } from '../resource/columns';
import { attributeOf, describe, otherSide, type Description } from '../resource/description';
import { slugOfKey } from '../resource/identity';
import type { Row } from '../resource/values';
import type { Listing } from './listing';
import { largestPageSize } from './page';
import { byBytes, column, itemsOf, name, rowsBy, type Reader } from './sql';

/** How many records have one value. */
export interface Bucket {
  /** A code, a text, `true` or `false`, or the slug of a linked record. */
  value: string;
  /** Key of the linked record, in facets by linked records. */
  key: string | null;
  count: number;
}

/** The values of one field over a list. */
export interface Facet {
  by: string;
  /** The most frequent values first; equally frequent ones by value. */
  buckets: Bucket[];
  /** How many different values there are, shown or not. */
  distinct: number;
  /** How many records have no value. */
  missing: number;
}

/** A field by which a list can be counted. */
export interface FacetField {
  name: string;
  about: string;
}

const defaultBuckets = 10;

/** The fields by which lists of a class can be counted: attributes with few values, references, and linked records of one class. */
export const facetFieldsOf = ({ attributes, references, ends, lists }: Description): FacetField[] => [
  ...attributes.filter(({ facet }) => facet),
  ...references,
  ...ends.filter((end) => end.to().length === 1),
  ...lists.filter((list) => list.kind === 'through' && list.to !== undefined),
];

/**
 * Counts the values of a field for each parent, in one statement.
 * @param first how many values to give for each parent.
 */
export async function readFacets(
  reader: Reader,
  listing: Listing,
  field: string,
  first: number,
  parents: readonly string[],
): Promise<Facet[]> {
  if (!listing.of) throw new Error(`"${listing.name}" cannot be counted by "${field}".`);
  const rows = await reader.read(statement(reader, listing, listing.of, field, first, parents));
  const linked = attributeOf(listing.of, field) === undefined;
  const flag = attributeOf(listing.of, field)?.kind === 'flag';
  const byParent = rowsBy('parent_key', rows);
  return parents.map((parent) => facetOf(field, byParent.get(parent) ?? [], { linked, flag }));
}

/** @throws BadUserInput naming the argument, its value and the remedy. */
export function checkBuckets(first: number | null | undefined): number {
  const count = first ?? defaultBuckets;
  if (count >= 1 && count <= largestPageSize) return count;
  throw new BadUserInput(
    `"first" is ${count}; a facet shows 1 to ${largestPageSize} values. Narrow the list by "filter" to see others.`,
  );
}

function facetOf(
  by: string,
  rows: readonly Row[],
  { linked, flag }: { linked: boolean; flag: boolean },
): Facet {
  const buckets = rows.filter(({ value }) => value !== null);
  const missing = rows.find(({ value }) => value === null);
  return {
    by,
    buckets: buckets.map((row) => {
      const value = row.value as string;
      return {
        value: linked ? slugOfKey(value) : flag ? String(value === '1' || value === 'true') : value,
        key: linked ? value : null,
        count: Number(row.total),
      };
    }),
    distinct: Number(buckets[0]?.distinct_values ?? 0),
    missing: Number(missing?.total ?? 0),
  };
}

function statement(
  reader: Reader,
  listing: Listing,
  of: Description,
  field: string,
  first: number,
  parents: readonly string[],
): Sql {
  const { base, counted, isMissing } = countingOf(reader, of, field);
  const parent = listing.parent ?? raw("''");
  return sql`WITH base AS (SELECT t.id AS id, ${parent} AS parent_key${base} ${listing.source(reader, parents)}),
counted AS (SELECT base.parent_key AS parent_key, CAST(${counted.value} AS text) AS value, count(DISTINCT base.id) AS total FROM base${counted.from} GROUP BY base.parent_key, ${counted.value}),
ranked AS (SELECT parent_key, value, total, row_number() OVER (PARTITION BY parent_key ORDER BY total DESC, ${byBytes(reader, raw('value'))}) AS rank_place, count(*) OVER (PARTITION BY parent_key) AS distinct_values FROM counted WHERE value IS NOT NULL)
SELECT parent_key, value, total, distinct_values, rank_place FROM ranked WHERE rank_place <= ${first}
UNION ALL
SELECT parent_key, CAST(NULL AS text), count(*), 0, 0 FROM base WHERE ${isMissing} GROUP BY parent_key
ORDER BY parent_key, rank_place`;
}

interface Counting {
  /** What the base needs beside id and parent. */
  base: Sql;
  /** The value of a record, and what must be joined to know it. */
  counted: { value: Sql; from: Sql };
  isMissing: Sql;
}

/** How the values of a field are counted: one in a column, several in a list, or those at the other end of links. */
function countingOf(reader: Reader, of: Description, field: string): Counting {
  const named = (candidate: { name: string }) => candidate.name === field;
  const attribute = attributeOf(of, field);
  if (attribute?.kind === 'concepts' || attribute?.kind === 'texts') {
    const list = raw('base.list');
    return {
      base: sql`, ${column('t', columnOf(attribute))} AS list`,
      counted: { value: raw('items.value'), from: sql`, ${itemsOf(reader, list, 'items')}` },
      isMissing: sql`${list} IS NULL`,
    };
  }
  const through = of.lists.find(named);
  if (through?.kind === 'through' && through.to)
    return throughCounting(through.link(), through.as, through.to(), through.roles);
  const reference = of.references.find(named);
  const end = of.ends.find(named);
  const single = attribute
    ? columnOf(attribute)
    : reference
      ? referenceColumn(reference)
      : `${end?.side ?? 'source'}_id`;
  return {
    base: sql`, ${column('t', single)} AS single`,
    counted: { value: raw('base.single'), from: raw('') },
    isMissing: raw('base.single IS NULL'),
  };
}

function throughCounting(
  link: Parameters<typeof describe>[0],
  as: 'source' | 'target',
  to: Parameters<typeof describe>[0],
  roles: readonly string[] | undefined,
): Counting {
  const far = column('l', `${otherSide(as)}_id`);
  const near = sql`${column('l', `${as}_id`)} = base.id${roles ? sql` AND ${column('l', 'role')} IN (${join(roles)})` : raw('')}`;
  const joined = sql`${name(tableOf(describe(link)))} l JOIN ${name(tableOf(describe(to)))} r ON r.id = ${far}`;
  return {
    base: raw(''),
    counted: { value: far, from: sql` JOIN (${joined}) ON ${near}` },
    isMissing: sql`NOT EXISTS (SELECT 1 FROM ${joined} WHERE ${near})`,
  };
}
