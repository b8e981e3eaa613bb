/** What things cost, in records read: one record is 1. The prices were found by measuring, see docs/limits.md. */
import { defaultPageSize, largestPageSize } from '../../query/page';

/**
 * A part of the answer: an object (one record, one statement of a source) costs 1, a single value a tenth of that.
 * What describes the schema is in memory and costs a 500th: GraphiQL's introspection asks for some hundred thousand values and takes 50 ms.
 */
export const of = (isObject: boolean, describesSchema: boolean): number =>
  (isObject ? 1 : 0.1) * (describesSchema ? 0.002 : 1);

/** A statement: a page, a count or a facet is read in one for all records below which it stands. */
const statement = 50;

/** Fields that are no lists but run statements of their own. */
/** The SDL is in memory, but long. */
const statements: Readonly<Record<string, number>> = {
  cost: 2 * statement,
  counts: statement,
  _service: 2 * statement,
};

export const ofField = (field: string): number => statements[field] ?? 0;

/** Entities are read in one statement for each of their types. */
export const ofEntities = (representations: readonly unknown[]): number =>
  statement *
  new Set(representations.map((each) => (each as { __typename?: unknown } | null)?.__typename)).size;

/** What is read of one list, for all records below which it stands. */
export interface Reading {
  /** How many records there are of its type. */
  size: number;
  /** Whether it hangs on a record, rather than on Query. */
  below: boolean;
  /** The page, the count and each facet that are asked for. */
  statements: number;
  /** Of these, how often all records of the list must be gone through: a page that is neither ordered nor narrowed is not. */
  walks: number;
  /** How many records the conditions of its filter look at, in each statement. */
  lookedAt: number;
}

/** What a thousand records cost that a statement goes through or looks at, on SQLite with 100,000 of them. */
const perThousand = { walk: 5, walkBelow: 18, placesBelow: 3, condition: 3 };

/** More records cost no more: the prices are not measured beyond, and the deadline holds there. */
export const mostRecords = 100_000;

/** A list costs what its statements have to look through, and as much as if all records of its type were in it. */
export function ofReading({ size, below, statements, walks, lookedAt }: Reading): number {
  const walked = below ? walks * perThousand.walkBelow + perThousand.placesBelow : walks * perThousand.walk;
  const looked = statements * perThousand.condition;
  return statements * statement + (size * walked + lookedAt * looked) / 1000;
}

/** A facet groups the records as well, which takes as long again. */
export const walksOfFacet = 2;

/** How many items a list without pages is taken to have, by its name. */
const lengths: Readonly<Record<string, number>> = {
  sources: 50,
  counts: 20,
  names: 2,
  subgraphs: 10,
  contributes: 20,
};
const assumedLength = 3;

export const lengthOf = (field: string): number => lengths[field] ?? assumedLength;

const schemaLengths: Readonly<Record<string, number>> = { fields: 10, enumValues: 10 };
export const schemaLengthOf = (field: string, types: number): number =>
  field === 'types' ? types : (schemaLengths[field] ?? assumedLength);

/** The size of a page as it is asked for; sizes that the list will refuse count as the nearest that it takes. */
export const pageSizeOf = (asked: unknown): number =>
  typeof asked === 'number' ? Math.min(Math.max(asked, 1), largestPageSize) : defaultPageSize;
