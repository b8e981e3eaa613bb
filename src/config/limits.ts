/** The limits of the endpoint. docs/limits.md gives the reasons and how the defaults were found. */
import { count, countOrUnlimited, mebibyte, milliseconds } from './checks';

/** The limits of a request and of a client. docs/limits.md gives the reasons and how the defaults were found. */
export const limitVariables = {
  /** Tokens in a document: names, punctuation, values. */
  MAX_TOKENS: count(2_000),
  /** Comments in a document, which are not tokens. */
  MAX_COMMENTS: count(200),
  /** Depth of nested fields. */
  MAX_DEPTH: count(20),
  /** Fields that a document selects; those of a fragment count once per use. */
  MAX_FIELDS: count(500),
  /** Aliases in a document. */
  MAX_ALIASES: count(50),
  /** Fields of Query. */
  MAX_ROOT_FIELDS: count(20),
  /** Directives in a document. */
  MAX_DIRECTIVES: count(50),
  /** Cost of a query, in records; see src/graphql/cost/prices.ts. */
  MAX_COST: count(7_500),
  /** Cost of all queries of one client per minute, or `unlimited`. */
  MAX_COST_PER_MINUTE: countOrUnlimited(300_000),
  /** Records in a table (CSV, NDJSON or XLSX). */
  MAX_TABLE_RECORDS: count(100_000, { most: 1_000_000 }),
  /** Cost of all table pages of one client per minute; beyond that, a table waits for the next minute. */
  MAX_TABLE_COST_PER_MINUTE: count(300_000),
  /** Tables that are written concurrently. */
  MAX_TABLES: count(10),
  /** Tables that are written concurrently for one client. */
  MAX_TABLES_PER_CLIENT: count(2),
  /** Time limit for a table with its waiting, in milliseconds. */
  TABLE_DEADLINE_MS: milliseconds(1_800_000),
  /** Bytes of an uncompressed body. */
  MAX_BODY_BYTES: count(100_000),
  /** Nesting depth of objects and lists in a body, and in a value within a query. */
  MAX_JSON_DEPTH: count(32),
  /** Items of one list in the variables or in a query. */
  MAX_LIST_ITEMS: count(1_000),
  /** Requests that are executed concurrently; further ones wait. */
  MAX_REQUESTS: count(100),
  /** Requests that may wait; further ones are told to retry later. */
  MAX_WAITING: count(2_000, { least: 0 }),
  /** Time limit for receiving the headers of a request, in milliseconds. */
  HEADERS_TIMEOUT_MS: milliseconds(10_000),
  /** Time limit for receiving a whole request, in milliseconds. */
  REQUEST_TIMEOUT_MS: milliseconds(20_000),
  /** Time limit for the answer, in milliseconds; then running statements are cancelled. */
  DEADLINE_MS: milliseconds(10_000),
  /** Bytes of an answer; tables are not limited by it. */
  MAX_ANSWER_BYTES: count(5_000_000, { least: 1_000 }),
  /** How long a client may read nothing of its answer, in milliseconds; then its connection is closed. */
  WRITE_TIMEOUT_MS: milliseconds(20_000),
  /** Bytes of answers that clients have not read yet; beyond that, those that wait longest are dropped. */
  MAX_UNREAD_BYTES: count(64 * mebibyte),
  /** Rows that one request may read. */
  MAX_ROWS: count(50_000),
};

export const limitsOf = (given: Readonly<Record<keyof typeof limitVariables, number>>) => ({
  tokens: given.MAX_TOKENS,
  comments: given.MAX_COMMENTS,
  depth: given.MAX_DEPTH,
  fields: given.MAX_FIELDS,
  aliases: given.MAX_ALIASES,
  rootFields: given.MAX_ROOT_FIELDS,
  directives: given.MAX_DIRECTIVES,
  cost: given.MAX_COST,
  costPerMinute: given.MAX_COST_PER_MINUTE,
  tableRecords: given.MAX_TABLE_RECORDS,
  tableCostPerMinute: given.MAX_TABLE_COST_PER_MINUTE,
  tables: given.MAX_TABLES,
  tablesPerClient: given.MAX_TABLES_PER_CLIENT,
  tableDeadline: given.TABLE_DEADLINE_MS,
  bodyBytes: given.MAX_BODY_BYTES,
  jsonDepth: given.MAX_JSON_DEPTH,
  listItems: given.MAX_LIST_ITEMS,
  requests: given.MAX_REQUESTS,
  waiting: given.MAX_WAITING,
  headersTimeout: given.HEADERS_TIMEOUT_MS,
  requestTimeout: given.REQUEST_TIMEOUT_MS,
  deadline: given.DEADLINE_MS,
  writeTimeout: given.WRITE_TIMEOUT_MS,
  unreadBytes: given.MAX_UNREAD_BYTES,
  rows: given.MAX_ROWS,
  answerBytes: given.MAX_ANSWER_BYTES,
});

/** The limits, each in the unit of its variable. */
export type Limits = Readonly<ReturnType<typeof limitsOf>>;
