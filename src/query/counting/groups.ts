/** Groups of a list: the number of records, ranges and sums per group, over the whole list. */
import { BadUserInput } from '../../errors';
import type { Attribute } from '../../resource/description';
import type { Row } from '../../resource/values';
import type { Listing } from '../listing';
import { rowsBy, type Reader } from '../sql';
import { countsRecords, fieldsOf, measuresOf, nameOfCounted, type CountedField } from './fields';
import { groupStatement, materializedStatement, keyName, rangeNames, type Grouping } from './statement';

/** The value of a group in one of the fields. */
export interface GroupKey {
  /** A code, a text, `true` or `false`, or the slug of a linked record, with the path of its type before it where that may be one of several; null if the records have no value. */
  value: string | null;
  /** Key of the linked record, if linked records are counted. */
  key: string | null;
}

/** Records with the same values. */
export interface Group {
  keys: GroupKey[];
  count: number;
  /** The requested ranges, by attribute name. */
  ranges: Readonly<Record<string, Range>>;
}

/** A grouped list. */
export interface Groups {
  fields: readonly CountedField[];
  /** The groups with values in all fields, sorted by size, largest first, then by value. */
  groups: Group[];
  /** The groups in which a value is missing, in the same order. */
  missing: Group[];
  /** Number of groups with values in all fields, including those not shown. */
  completeCount: number;
  /** Number of all groups. */
  groupCount: number;
  /** Number of records in groups that are not shown. */
  beyond: number;
}

/** The smallest and largest value of a group, and the number of its records with a value. */
export interface Range {
  min: number | string | null;
  max: number | string | null;
  known: number;
}

export const mostFields = 2;
export const mostGroups = 500;

/** A request for groups. */
export interface GroupRequest {
  by: readonly string[];
  first: number;
  /** Names of numbers and days whose range is requested. */
  ranges: readonly string[];
}

/** @throws BadUserInput with the argument, its value and the remedy */
export function checkGroups(request: GroupRequest): GroupRequest {
  const { by, first } = request;
  if (by.length > mostFields) {
    throw new BadUserInput(
      `"by" names ${by.length} fields; a list is grouped by at most ${mostFields}. Narrow it by "filter" for each value of the others.`,
    );
  }
  if (new Set(by).size < by.length) throw new BadUserInput('"by" names a field twice. Name each once.');
  if (first >= 1 && first <= mostGroups) return request;
  throw new BadUserInput(
    `"first" is ${first}; 1 to ${mostGroups} groups are shown. Narrow the list by "filter" to see others.`,
  );
}

/** Groups a list for each parent, in one statement. */
export async function readGroups(
  reader: Reader,
  listing: Listing,
  { by, first, ranges: names }: GroupRequest,
  parents: readonly string[],
): Promise<Groups[]> {
  const fields = fieldsNamed(listing, by);
  const ranges = listing.of ? measuresOf(listing.of).filter(({ name }) => names.includes(name)) : [];
  const rowsOf = await rowsByParent(reader, listing, { fields, first, ranges, money: null }, parents);
  return parents.map((parent) => groupsOf(fields, ranges, rowsOf(parent)));
}

/** Identifies a group within its list. */
export const identityOf = ({ keys }: Pick<Group, 'keys'>): string =>
  JSON.stringify(keys.map(({ value, key }) => key ?? value));

/** The fields with these names. */
export function fieldsNamed({ of, name }: Listing, by: readonly string[]): CountedField[] {
  const fields = fieldsOf(of);
  return by.map((wanted) => {
    const field = fields.find((candidate) => candidate.name === wanted);
    if (!field) throw new Error(`"${name}" cannot be counted by "${wanted}".`);
    return field;
  });
}

/** Reads the rows of a grouping, in one statement for all parents. Kept counts that have no groups are not kept now, or of an empty class. */
export async function rowsByParent(
  reader: Reader,
  listing: Listing,
  grouping: Grouping,
  parents: readonly string[],
): Promise<(parent: string) => Row[]> {
  const materialized = materializedStatement(reader, listing, grouping);
  const known = materialized ? await reader.read(materialized) : [];
  const rows =
    known.length > 0 ? known : await reader.read(groupStatement(reader, listing, grouping, parents));
  const byParent = rowsBy('parent_key', rows);
  return (parent) => byParent.get(parent) ?? [];
}

function groupsOf(
  fields: readonly CountedField[],
  ranges: readonly Attribute[],
  rows: readonly Row[],
): Groups {
  const complete = rows.filter(({ missing }) => Number(missing) === 0);
  const incomplete = rows.filter(({ missing }) => Number(missing) === 1);
  const first = [complete[0], incomplete[0]];
  const inAll = (column: string) => first.reduce((sum, row) => sum + Number(row?.[column] ?? 0), 0);
  const shown = rows.reduce((sum, { total }) => sum + Number(total), 0);
  return {
    fields,
    groups: complete.map((row) => groupOf(fields, row, ranges)),
    missing: incomplete.map((row) => groupOf(fields, row, ranges)),
    completeCount: Number(complete[0]?.group_count ?? 0),
    groupCount: inAll('group_count'),
    beyond: inAll('member_count') - shown,
  };
}

/** Makes a group of a row. */
export const groupOf = (
  fields: readonly CountedField[],
  row: Row,
  ranges: readonly Attribute[] = [],
): Group => ({
  keys: fields.map((field, index) => groupKey(field, row[keyName(index)] as string | null)),
  count: Number(row.total),
  ranges: Object.fromEntries(ranges.map((attribute) => [attribute.name, rangeOf(attribute, row)])),
});

function groupKey(field: CountedField, value: string | null): GroupKey {
  if (value === null) return { value, key: null };
  if (countsRecords(field)) return { value: nameOfCounted(field, value), key: value };
  return { value: field.attribute?.kind.counted?.(value) ?? value, key: null };
}

function rangeOf(attribute: Attribute, row: Row): Range {
  const { min, max, known } = rangeNames(attribute);
  return {
    min: row[min] as Range['min'],
    max: row[max] as Range['max'],
    known: Number(row[known]),
  };
}
