/** Records of a list in groups: how many there are in each, from when to when, how much money, counted over the whole list. */
import { BadUserInput } from '../../errors';
import type { Attribute } from '../../resource/description';
import { slugOfKey } from '../../resource/identity';
import type { Money, Row } from '../../resource/values';
import type { Listing } from '../listing';
import { rowsBy, type Reader } from '../sql';
import { countsRecords, fieldsOf, measuresOf, type CountedField } from './fields';
import { groupStatement, keyName, rangeNames, type Grouping } from './statement';

/** The value that the records of a group have in one of the fields. */
export interface GroupKey {
  /** A code, a text, `true` or `false`, or the slug of a linked record; null where the records have none. */
  value: string | null;
  /** Key of the linked record, where linked records are counted. */
  key: string | null;
}

/** Records that have the same values. */
export interface Group {
  keys: GroupKey[];
  count: number;
}

/** A list in groups. */
export interface Groups {
  fields: readonly CountedField[];
  /** The groups with all values, those with most records first; equally large ones by value. */
  groups: Group[];
  /** The groups in which a value is missing, in the same order. */
  missing: Group[];
  /** How many groups with all values there are, shown or not. */
  completeCount: number;
  /** How many groups there are in all. */
  groupCount: number;
  /** How many records the groups that are not shown have, added up. */
  beyond: number;
}

/** The smallest and largest value of a group, and how many of its records have one. */
export interface Range {
  min: number | string | null;
  max: number | string | null;
  known: number;
}

/** The sums of a group, one for each currency, and how many of its records have an amount. */
export interface Sums {
  sums: Money[];
  known: number;
}

export const mostFields = 2;
export const mostGroups = 500;
export const defaultGroups = 100;

/** What is asked for. */
export interface GroupRequest {
  by: readonly string[];
  first: number;
}

/** @throws BadUserInput naming the argument, its value and the remedy. */
export function checkGroups({ by, first }: { by: readonly string[]; first: number }): GroupRequest {
  if (by.length > mostFields) {
    throw new BadUserInput(
      `"by" names ${by.length} fields; a list is grouped by at most ${mostFields}. Narrow it by "filter" for each value of the others.`,
    );
  }
  if (new Set(by).size < by.length) throw new BadUserInput('"by" names a field twice. Name each once.');
  if (first >= 1 && first <= mostGroups) return { by, first };
  throw new BadUserInput(
    `"first" is ${first}; 1 to ${mostGroups} groups are shown. Narrow the list by "filter" to see others.`,
  );
}

/** Counts a list in groups for each parent, in one statement. */
export async function readGroups(
  reader: Reader,
  listing: Listing,
  { by, first }: GroupRequest,
  parents: readonly string[],
): Promise<Groups[]> {
  const fields = fieldsNamed(listing, by);
  const rowsOf = await rowsByParent(reader, listing, { fields, first, ranges: [], money: null }, parents);
  return parents.map((parent) => groupsOf(fields, rowsOf(parent)));
}

/** Reads the ranges of all numbers and days of each group, by `identityOf` the group, in one statement. */
export async function readRanges(
  reader: Reader,
  listing: Listing,
  { by, first }: GroupRequest,
  parents: readonly string[],
): Promise<Map<string, Record<string, Range>>[]> {
  const fields = fieldsNamed(listing, by);
  const ranges = listing.of ? measuresOf(listing.of).filter(({ kind }) => kind !== 'money') : [];
  const rowsOf = await rowsByParent(reader, listing, { fields, first, ranges, money: null }, parents);
  return parents.map(
    (parent) =>
      new Map(
        rowsOf(parent).map((row) => [
          identityOf(groupOf(fields, row)),
          Object.fromEntries(ranges.map((attribute) => [attribute.name, rangeOf(attribute, row)])),
        ]),
      ),
  );
}

/** Adds up an amount in each group, by `identityOf` the group, in one statement; amounts in two currencies are never added. */
export async function readSums(
  reader: Reader,
  listing: Listing,
  { by, first }: GroupRequest,
  money: Attribute,
  parents: readonly string[],
): Promise<Map<string, Sums>[]> {
  const fields = fieldsNamed(listing, by);
  const rowsOf = await rowsByParent(reader, listing, { fields, first, ranges: [], money }, parents);
  return parents.map((parent) => {
    const sums = new Map<string, Sums>();
    for (const row of rowsOf(parent)) {
      const identity = identityOf(groupOf(fields, row));
      const group = sums.get(identity) ?? { sums: [], known: 0 };
      sums.set(identity, row.currency === null ? group : withSum(group, row));
    }
    return sums;
  });
}

/** What tells a group from the others of its list. */
export const identityOf = ({ keys }: Group): string =>
  JSON.stringify(keys.map(({ value, key }) => key ?? value));

function fieldsNamed({ of, name }: Listing, by: readonly string[]): CountedField[] {
  const fields = fieldsOf(of);
  return by.map((wanted) => {
    const field = fields.find((candidate) => candidate.name === wanted);
    if (!field) throw new Error(`"${name}" cannot be counted by "${wanted}".`);
    return field;
  });
}

async function rowsByParent(
  reader: Reader,
  listing: Listing,
  grouping: Grouping,
  parents: readonly string[],
): Promise<(parent: string) => Row[]> {
  const byParent = rowsBy(
    'parent_key',
    await reader.read(groupStatement(reader, listing, grouping, parents)),
  );
  return (parent) => byParent.get(parent) ?? [];
}

function groupsOf(fields: readonly CountedField[], rows: readonly Row[]): Groups {
  const complete = rows.filter(({ missing }) => Number(missing) === 0);
  const incomplete = rows.filter(({ missing }) => Number(missing) === 1);
  const first = [complete[0], incomplete[0]];
  const inAll = (column: string) => first.reduce((sum, row) => sum + Number(row?.[column] ?? 0), 0);
  const shown = rows.reduce((sum, { total }) => sum + Number(total), 0);
  return {
    fields,
    groups: complete.map((row) => groupOf(fields, row)),
    missing: incomplete.map((row) => groupOf(fields, row)),
    completeCount: Number(complete[0]?.group_count ?? 0),
    groupCount: inAll('group_count'),
    beyond: inAll('member_count') - shown,
  };
}

const groupOf = (fields: readonly CountedField[], row: Row): Group => ({
  keys: fields.map((field, index) => groupKey(field, row[keyName(index)] as string | null)),
  count: Number(row.total),
});

function groupKey(field: CountedField, value: string | null): GroupKey {
  if (value === null) return { value, key: null };
  if (countsRecords(field)) return { value: slugOfKey(value), key: value };
  // SQLite writes true as 1.
  const isFlag = field.attribute?.kind === 'flag';
  return { value: isFlag ? String(value === '1' || value === 'true') : value, key: null };
}

function rangeOf(attribute: Attribute, row: Row): Range {
  const { min, max, known } = rangeNames(attribute);
  return {
    min: row[min] as Range['min'],
    max: row[max] as Range['max'],
    known: Number(row[known]),
  };
}

const withSum = ({ sums, known }: Sums, row: Row): Sums => ({
  sums: [...sums, { amount: inHundredths(Number(row.amount)), currency: row.currency as string }].sort(
    (a, b) => (a.currency < b.currency ? -1 : 1),
  ),
  known: known + Number(row.counted),
});

/** Databases add in an order of their own: what lies beyond hundredths is their rounding. */
const inHundredths = (amount: number): number =>
  Math.abs(amount) < Number.MAX_SAFE_INTEGER / 100 ? Math.round(amount * 100) / 100 : amount;
