/** Prices in records read: one record costs 1. They were found by measurement, see docs/limits.md. */
import { defaultPageSize, largestPageSize } from '../../query/page';
import { mostWords } from '../../query/search/search-text';

/**
 * A part of the answer: an object (a record, or a statement of a source) costs 1, a leaf value 0.1. Introspection is in memory and
 * costs 1/500 of that: GraphiQL's introspection query selects several hundred thousand values and takes 50 ms.
 */
export const of = (isObject: boolean, describesSchema: boolean): number =>
  (isObject ? 1 : 0.1) * (describesSchema ? 0.002 : 1);

/** An SQL statement. A page, a count or a facet takes one, for all parents together. */
const statement = 50;

/** Fields that are no lists but run statements of their own, by their coordinates. */
const statements: Readonly<Record<string, number>> = {
  'Query.cost': 2 * statement,
  'Catalogue.counts': 6 * statement,
  'Query.origins': statement,
  'Origin.imports': statement,
  'Query.harvests': statement,
  'Query.linkProposals': statement,
  'Source.harvests': 2 * statement,
  'Source.harvest': 2 * statement,
  'Evidence.origin': statement,
  'Evidence.import': statement,
  // The SDL is in memory, but long.
  'Query._service': 3 * statement,
  'Query.coverage': 10 * statement,
  'Query.paths': 20 * statement,
  'Query.neighbourhood': 20 * statement,
  'Query.matrix': 10 * statement,
  'Query.changes': 10 * statement,
};

/** Fields of any type that judges its records: the records, what stands around them, and what stands around that. */
const assessing = /\.(?:readiness|fairAssessment)$/;

export const ofField = (coordinate: string): number =>
  statements[coordinate] ?? (assessing.test(coordinate) && !coordinate.startsWith('…') ? 15 * statement : 0);

/** Entities take one statement per type. */
export const ofEntities = (representations: readonly unknown[]): number =>
  statement *
  new Set(representations.map((each) => (each as { __typename?: unknown } | null)?.__typename)).size;

/** A hop to another service is an HTTP request; the way back is a statement by the keys that it returned. */
export const ofHop = (to: string | null): number => (to === null ? statement : 2 * statement);

/** What is read of one list, for all parents together. */
export interface Reading {
  /** Number of records of its class. */
  size: number;
  /** Whether its parents are records, rather than Query. */
  below: boolean;
  /** Number of statements: the page, the count and each facet. */
  statements: number;
  /** How many of these scan all records of the list. A page without order and filter does not. */
  walks: number;
  /** Number of links that are scanned for counting by fields of linked records. */
  links: number;
  /** Number of records that the filter's conditions look at in each statement. */
  lookedAt: number;
  /** Number of words in its search, which each statement repeats. */
  words: number;
  /** Number of records of all classes, among which a search looks. */
  searched: number;
}

/** The cost per thousand records that a statement scans or looks at, measured on SQLite with 100,000 records. */
const perThousand = {
  walk: 5,
  walkBelow: 21,
  placesBelow: 8,
  condition: 3,
  word: 5,
  otherWord: 2.2,
  link: 22,
};

/** Lists that are found by looking at several statements of sources for each record. */
const examinedForEach: Readonly<Record<string, number>> = { 'Query.disputed': 6 };

/** The number of records, or equivalent work, that each statement looks at before filters apply. */
export const recordsExaminedBy = (list: string, size: number, words: number): number =>
  // With a search, each hit is looked up separately.
  (examinedForEach[list] ?? 0) * size * (words > 0 ? 2 : 1);

/** The cost of looking up what the words of a search may mean. */
const lookUpOfWords = 3 * statement;

/** Larger classes cost no more. Prices were not measured beyond this, and the deadline limits them. */
export const mostRecords = 100_000;
/** The same for links, of which there are more. */
export const mostLinks = 300_000;

/** The price of a list. It is assumed to contain all records of its class. */
export function ofReading({
  size,
  below,
  statements,
  walks,
  links,
  lookedAt,
  words,
  searched,
}: Reading): number {
  const walked = below ? walks * perThousand.walkBelow + perThousand.placesBelow : walks * perThousand.walk;
  const looked = statements * perThousand.condition;
  // What is found of other classes is left out again.
  const found = size * perThousand.word + Math.max(0, searched - size) * perThousand.otherWord;
  const once = statements * statement + (words > 0 ? lookUpOfWords : 0);
  const scanned = size * walked + statements * words * found + lookedAt * looked + links * perThousand.link;
  return once + scanned / 1000;
}

/** The price of a filter beside no list. @param lookedAt records that its conditions look at */
export const ofConditions = (lookedAt: number): number => (lookedAt * perThousand.condition) / 1000;

/** Number of words in a search, split at spaces. A text that will be refused counts as the longest allowed one. */
export const wordsOf = (text: unknown): number =>
  typeof text === 'string' ? Math.min(text.split(/\s+/).filter((word) => word !== '').length, mostWords) : 0;

/** What a field requires of the whole list, beside its page. */
interface Aside {
  statements: number;
  walks: number;
}

/** An ordered or filtered page also sorts what it scans. Below records, each parent has less to sort. */
export const walksOfPage = (below: boolean): number => (below ? 1.5 : 2);

/** The type of money sums, which take another statement beside that of their groups. */
const sumsOfGroups = 'MoneySums';

/** Counts of different records at the ends of links, such as `institutionCount`. They sort what they scan. */
const countsEnds = /^[a-z]\w*Count$/;

/**
 * What a field requires of the whole list.
 * @param field the name of a connection's field, or the type of a field of groups
 * @param by number of fields it counts by; grouping takes as long again as scanning
 */
export function ofWholeList(field: string, by: number): Aside {
  switch (field) {
    case 'totalCount':
    case 'types':
      return { statements: 1, walks: 1 };
    case 'readiness':
      return { statements: 1, walks: 3 };
    case 'completeness':
      // The record, what sources say of it, and how many they name.
      return { statements: 3, walks: 1 };
    case 'facets':
      return { statements: by, walks: 2 * by };
    case 'aggregate':
      return { statements: 1, walks: 2 + 2 * by };
    case sumsOfGroups:
      return { statements: 1, walks: 4 };
    default:
      return countsEnds.test(field) ? { statements: 1, walks: 2 } : { statements: 0, walks: 0 };
  }
}

/** Typical lengths of lists without pages, by field name. */
const lengths: Readonly<Record<string, number>> = {
  origins: 10,
  counts: 20,
  names: 2,
  axes: 2,
  keys: 2,
  subgraphs: 10,
  contributes: 20,
  findings: 20,
  tests: 22,
  phases: 4,
};
const assumedLength = 3;

export const lengthOf = (field: string): number => lengths[field] ?? assumedLength;

const schemaLengths: Readonly<Record<string, number>> = { fields: 10, enumValues: 10 };
export const schemaLengthOf = (field: string, types: number): number =>
  field === 'types' ? types : (schemaLengths[field] ?? assumedLength);

/** The requested page size. Sizes that will be refused count as the nearest allowed one. */
export const pageSizeOf = (first: unknown): number =>
  typeof first === 'number' ? Math.min(Math.max(first, 1), largestPageSize) : defaultPageSize;
