/** What things cost, in records read: one record is 1. The prices were found by measuring, see docs/limits.md. */
import { defaultGroups, mostGroups } from '../../query/counting/groups';
import { defaultCovered } from '../../query/coverage/coverage';
import { defaultPageSize, largestPageSize } from '../../query/page';
import { isConnection, type Parent } from './parents';

/**
 * A part of the answer: an object (one record, one statement of a source) costs 1, a single value a tenth of that.
 * What describes the schema is in memory and costs a 500th: GraphiQL's introspection asks for some hundred thousand values and takes 50 ms.
 */
export const of = (isObject: boolean, describesSchema: boolean): number =>
  (isObject ? 1 : 0.1) * (describesSchema ? 0.002 : 1);

/** Each value of an argument that narrows or orders a list. */
export const ofCondition = 2;

const statement = 100;
const statements: Readonly<Record<string, number>> = {
  totalCount: statement,
  facets: 2 * statement,
  aggregate: 8 * statement,
  coverage: 5 * statement,
  cost: statement,
};

/** What is measured of groups: sums are read in a statement of their own, spans make that of the groups longer. */
const measures: Readonly<Record<string, number>> = {
  MoneySums: 8 * statement,
  IntSpan: statement,
  DateSpan: statement,
};

/**
 * A page, a count, a facet, groups or what is measured of them, beside the records that it holds. It may have to read and order all records of a class,
 * and is read in one statement for all records below which it stands; so it is paid once.
 */
export const ofStatement = (field: string, type: Parent): number =>
  isConnection(type) ? statement : (statements[field] ?? measures[type?.name ?? ''] ?? 0);

/** How many items a list without pages is taken to have, by its name. */
const lengths: Readonly<Record<string, number>> = { sources: 50, counts: 20, names: 2, axes: 2, keys: 2 };
const assumedLength = 3;

export const lengthOf = (field: string): number => lengths[field] ?? assumedLength;

const schemaLengths: Readonly<Record<string, number>> = { fields: 10, enumValues: 10 };
export const schemaLengthOf = (field: string, types: number): number =>
  field === 'types' ? types : (schemaLengths[field] ?? assumedLength);

/** The size of a page as it is asked for; sizes that the list will refuse count as the nearest that it takes. */
export const pageSizeOf = (asked: unknown): number =>
  typeof asked === 'number' ? Math.min(Math.max(asked, 1), largestPageSize) : defaultPageSize;

const askedLengths: Readonly<Record<string, { usual: number; most: number }>> = {
  aggregate: { usual: defaultGroups, most: mostGroups },
  coverage: { usual: defaultCovered, most: largestPageSize },
};

/** How long the lists below a field are that takes `first` and is no connection. */
export function lengthAskedOf(field: string, asked: unknown): number | undefined {
  const lengths = askedLengths[field];
  if (!lengths || typeof asked !== 'number') return lengths?.usual;
  return Math.min(Math.max(asked, 1), lengths.most);
}
