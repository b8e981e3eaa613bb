/** What things cost, in records read: one record is 1. The prices were found by measuring, see docs/limits.md. */
import { defaultPageSize, largestPageSize } from '../../query/page';
import { mostWords } from '../../query/search/search-text';

/**
 * A part of the answer: an object (one record, one statement of a source) costs 1, a single value a tenth of that.
 * What describes the schema is in memory and costs a 500th: GraphiQL's introspection asks for some hundred thousand values and takes 50 ms.
 */
export const of = (isObject: boolean, describesSchema: boolean): number =>
  (isObject ? 1 : 0.1) * (describesSchema ? 0.002 : 1);

/** A statement: a page, a count or a facet is read in one for all records below which it stands. */
const statement = 50;

/** Fields that are no lists but run statements of their own. */
const statements: Readonly<Record<string, number>> = {
  cost: 2 * statement,
  counts: statement,
  // The SDL is in memory, but long.
  _service: 2 * statement,
  coverage: 10 * statement,
  paths: 20 * statement,
  neighbourhood: 20 * statement,
  matrix: 10 * statement,
  changes: 10 * statement,
};

export const ofField = (field: string): number => statements[field] ?? 0;

/** Entities are read in one statement for each of their types. */
export const ofEntities = (representations: readonly unknown[]): number =>
  statement *
  new Set(representations.map((each) => (each as { __typename?: unknown } | null)?.__typename)).size;

/** A hop to another service is a request over HTTP; coming back from it, a statement of ours by the keys that it gave. */
export const ofHop = (to: string | null): number => (to === null ? statement : 2 * statement);

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
  /** How many links are gone through for the fields of linked records by which it is counted. */
  links: number;
  /** How many records the conditions of its filter look at, in each statement. */
  lookedAt: number;
  /** The words of its search, which is done anew in each statement. */
  words: number;
}

/** What a thousand records cost that a statement goes through or looks at, on SQLite with 100,000 of them. */
const perThousand = { walk: 5, walkBelow: 18, placesBelow: 3, condition: 3, word: 5, link: 18 };

/** Lists that are found by looking at more than their records: at the statements of sources, some for each. */
const lookedAtForEach: Readonly<Record<string, number>> = { 'Query.disputed': 6 };

/** How many records, or what takes as long, each statement of a list looks at before anything narrows it. */
export const lookedAtBy = (list: string, size: number, words: number): number =>
  // What a search finds is looked up among them, one record after another.
  (lookedAtForEach[list] ?? 0) * size * (words > 0 ? 2 : 1);

/** Looking up what the words of a search may mean. */
const lookUpOfWords = 3 * statement;

/** More records cost no more: the prices are not measured beyond, and the deadline holds there. */
export const mostRecords = 100_000;

/** A list costs what its statements have to look through, and as much as if all records of its type were in it. */
export function ofReading({ size, below, statements, walks, links, lookedAt, words }: Reading): number {
  const walked = below ? walks * perThousand.walkBelow + perThousand.placesBelow : walks * perThousand.walk;
  const looked = statements * perThousand.condition;
  const searched = statements * words * perThousand.word;
  const once = statements * statement + (words > 0 ? lookUpOfWords : 0);
  return once + (size * (walked + searched) + lookedAt * looked + links * perThousand.link) / 1000;
}

/** How many words a search has: the text is measured by its spaces, and what will be refused counts as the longest that is taken. */
export const wordsOf = (text: unknown): number =>
  typeof text === 'string' ? Math.min(text.split(/\s+/).filter((word) => word !== '').length, mostWords) : 0;

/** What is asked of a whole list beside its page. */
interface Aside {
  statements: number;
  walks: number;
}

/** A page that is ordered or narrowed: what is gone through is ordered as well. */
export const walksOfPage = 1.5;

/** The type of sums of money, which are read in a statement beside that of their groups. */
const sumsOfGroups = 'MoneySums';

/**
 * What a field asks of the whole list.
 * @param field the name of a field of a connection, or the type of a field of groups.
 * @param by how many fields it counts by: a facet groups the records, which takes as long again as going through them.
 */
export function ofWholeList(field: string, by: number): Aside {
  switch (field) {
    case 'totalCount':
    case 'types':
      return { statements: 1, walks: 1 };
    case 'facets':
      return { statements: by, walks: 2 * by };
    case 'aggregate':
      return { statements: 1, walks: 2 + 2 * by };
    case sumsOfGroups:
      return { statements: 1, walks: 4 };
    default:
      return { statements: 0, walks: 0 };
  }
}

/** How many items a list without pages is taken to have, by its name. */
const lengths: Readonly<Record<string, number>> = {
  sources: 50,
  counts: 20,
  names: 2,
  axes: 2,
  keys: 2,
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
