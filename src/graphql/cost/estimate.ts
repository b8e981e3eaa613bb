/** Estimates the cost of a query and checks the limits, without validating or executing it. */
import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  TokenKind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '../../config';
import { QueryTooComplex } from '../../errors';
import type { SizeOf } from '../../query/sizes';
import type { Variables } from './arguments';
import { costOfHops } from './hops';
import { measureFragments, measureOperation, RecursiveFragment, TooDeep } from './measure';
import { nestingOf } from './nesting';
import { nothing, totalCost, worse, type Measure } from './measured';

/** The estimated cost of a query, and the limit; in records. */
export interface Cost {
  readonly estimated: number;
  readonly limit: number;
}

/** A query with variables and operation name. */
export interface GraphQLParams {
  readonly query: string;
  readonly variables?: Variables;
  readonly operationName?: string;
}

/** The cost of a query, and why it is refused, if it is. */
export interface Estimate {
  readonly cost: Cost;
  readonly refusal: QueryTooComplex | null;
}

/** The same with the parsed document; null if that was not parsed completely. */
export interface ParsedEstimate extends Estimate {
  readonly document: DocumentNode | null;
}

/** Rounded up to whole records, as an estimate is not more precise than that. */
const largestCost = 1e15;
const rounded = (cost: number): number => Math.min(Math.ceil(cost), largestCost);

/** What measuring needs. */
export interface Measuring {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** The number of records of a class. */
  readonly sizeOf: SizeOf;
}

/**
 * Parses and measures a query.
 * @throws GraphQLError for a syntax error
 */
export function estimate(params: GraphQLParams, measuring: Measuring): ParsedEstimate {
  const { limits } = measuring;
  if (nestingOf(params.query, limits.tokens) > mostBrackets)
    return { document: null, cost: unmeasured(limits), refusal: tooNested() };
  const document = parseWithin(params.query, limits.tokens);
  if (document) return { document, ...estimateOf(document, params, measuring) };
  const refusal = new QueryTooComplex(
    `The query has more than ${limits.tokens} tokens. Ask in several requests, or give long lists as variables.`,
  );
  return { document, cost: unmeasured(limits), refusal };
}

/** Deeper documents are not even parsed. The deepest allowed one has MAX_DEPTH braces, some inline fragments, and MAX_JSON_DEPTH brackets. */
const mostBrackets = 200;

const tooNested = (): QueryTooComplex =>
  new QueryTooComplex(
    `The query has more than ${mostBrackets} brackets or fragments within one another. Ask in several requests, or give deep values as variables.`,
  );

const unmeasured = ({ cost }: Limits): Cost => ({ estimated: 0, limit: cost });

/** Measures a parsed query. */
export function estimateOf(
  document: DocumentNode,
  params: Omit<GraphQLParams, 'query'>,
  { schema, limits, sizeOf }: Measuring,
): Estimate {
  const comments = commentsOf(document);
  if (comments > limits.comments) {
    const refusal = tooMany(comments, 'comments', limits.comments, 'Leave some out');
    return { cost: unmeasured(limits), refusal };
  }
  try {
    const { run, all } = measureDocument(schema, document, params, sizeOf);
    const cost = { estimated: rounded(totalCost(run)), limit: limits.cost };
    return { cost, refusal: tooLarge(all, limits) ?? tooCostly(cost) };
  } catch (error) {
    if (error instanceof TooDeep) return { cost: unmeasured(limits), refusal: tooNested() };
    if (!(error instanceof RecursiveFragment)) throw error;
    const refusal = new QueryTooComplex(`${error.message} Write out the levels that you need.`);
    return { cost: unmeasured(limits), refusal };
  }
}

/** graphql-js distinguishes a document that is too long from a syntax error only by the message. */
const tooLong = /more that \d+ tokens/;

/** Parses a document; null if it has too many tokens. @throws GraphQLError */
function parseWithin(query: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError && tooLong.test(error.message)) return null;
    throw error;
  }
}

/** Measures the operation that will run, combined with the worst values of everything else that validation has to read. */
function measureDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables = {}, operationName }: Omit<GraphQLParams, 'query'>,
  sizeOf: SizeOf,
): { run: Measure; all: Measure } {
  const chosen = getOperationAST(document, operationName);
  const measured = operationsOf(document).map((operation) => ({
    operation,
    measure: withHops(
      measureOperation(schema, document, operation, variables, sizeOf),
      costOfHops(schema, document, operation),
    ),
  }));
  const worst = measured.map(({ measure }) => measure).reduce(worse, nothing);
  const run = measured.find(({ operation }) => operation === chosen)?.measure ?? worst;
  return {
    run,
    all: { ...worse(worst, { ...measureFragments(schema, document), rootFields: 0 }), cost: run.cost },
  };
}

const withHops = (measure: Measure, hops: number): Measure => ({ ...measure, once: measure.once + hops });

const operationsOf = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);

/** The parser does not count comments as tokens, but keeps them in memory. */
function commentsOf({ loc }: DocumentNode): number {
  let comments = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) {
    if (token.kind === TokenKind.COMMENT) comments += 1;
  }
  return comments;
}

const tooMany = (found: number, what: string, most: number, remedy: string): QueryTooComplex =>
  new QueryTooComplex(
    `The query has ${found > 1e6 ? 'millions of' : found} ${what}; at most ${most} are answered. ${remedy}.`,
  );

/** A full introspection answer has about 800 kB. Tools need only one. */
const mostSchemas = 2;
const mostDescribedTypes = 10;

function tooLarge(measured: Measure, limits: Limits): QueryTooComplex | undefined {
  const several = 'Ask in several requests';
  const checks: [keyof Measure, string, number, string][] = [
    ['depth', 'levels of fields', limits.depth, 'Start further down, by the id of a record'],
    ['rootFields', 'fields of Query', limits.rootFields, several],
    ['aliases', 'aliases', limits.aliases, several],
    ['directives', 'directives', limits.directives, 'Leave some out'],
    ['schemas', 'fields __schema', mostSchemas, 'Ask for what you need of it in one, and keep the answer'],
    ['describedTypes', 'fields __type', mostDescribedTypes, 'Ask for __schema once, which has all types'],
    ['fields', 'fields', limits.fields, several],
    ['valueDepth', 'levels within an argument', limits.jsonDepth, 'Give it fewer levels'],
    ['listItems', 'items in one list', limits.listItems, several],
  ];
  const [exceeded] = checks.filter(([part, , most]) => measured[part] > most);
  if (!exceeded) return undefined;
  const [part, what, most, remedy] = exceeded;
  return tooMany(measured[part], what, most, remedy);
}

function tooCostly(cost: Cost): QueryTooComplex | null {
  if (cost.estimated <= cost.limit) return null;
  const estimated = cost.estimated > 1e6 ? 'more than a million' : `about ${cost.estimated}`;
  return new QueryTooComplex(
    `The query would read ${estimated} records' worth; at most ${cost.limit} are answered. Give smaller values to "first", nest fewer lists, or ask in several requests.`,
    cost,
  );
}
