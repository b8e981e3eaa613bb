/** What things cost, in records read: one record is 1. The prices were found by measuring, see docs/limits.md. */
import { defaultPageSize, largestPageSize } from '../../query/page';
import { mostWords } from '../../query/search/question';

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
  cost: statement,
};

/**
 * A page, a count or a facet beside the records that it holds. It may have to read and order all records of a class,
 * and is read in one statement for all records below which it stands; so it is paid once.
 */
export const ofStatement = (field: string, paged: boolean): number =>
  paged ? statement : (statements[field] ?? 0);

/**
 * A search, once for each list that it narrows: its words are looked up, and what it finds is collected anew for the page, the count and each facet.
 * The text is measured by the spaces in it, and what is refused costs no more than the longest.
 */
export const ofSearch = (text: unknown): number => {
  const words = typeof text === 'string' ? text.split(/\s+/).filter((word) => word !== '').length : 0;
  return words === 0 ? 0 : 3 * statement + Math.min(words, mostWords) * statement;
};

/** How many items a list without pages is taken to have, by its name. */
const lengths: Readonly<Record<string, number>> = { sources: 50, counts: 20, names: 2 };
const assumedLength = 3;

export const lengthOf = (field: string): number => lengths[field] ?? assumedLength;

const schemaLengths: Readonly<Record<string, number>> = { fields: 10, enumValues: 10 };
export const schemaLengthOf = (field: string, types: number): number =>
  field === 'types' ? types : (schemaLengths[field] ?? assumedLength);

/** The size of a page as it is asked for; sizes that the list will refuse count as the nearest that it takes. */
export const pageSizeOf = (asked: unknown): number =>
  typeof asked === 'number' ? Math.min(Math.max(asked, 1), largestPageSize) : defaultPageSize;
