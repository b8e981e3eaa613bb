/** The plan of a table: its columns, and the queries that read it page by page. */
import {
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { BadUserInput, QueryTooComplex } from '../../errors';
import { estimate, type Measuring, type GraphQLParams } from '../../graphql/cost/estimate';
import { largestPageSize, type PageArguments } from '../../query/page';
import { addedNames, type AddedNames } from './added-names';
import type { Column } from './column';
import { columnsOf } from './columns';
import { truncationOf, type Truncation } from './truncation';
import { listOf, rootOf, type List } from './list';
import { inOwnText, type InOwnText } from './own-text';
import { pageQuery } from './page-query';
import type { Surroundings } from './selection';

/** How a table is read. */
export interface Plan {
  /** Where the values of a record are cells: the columns in which they stand; else none. */
  readonly columns: readonly Column[];
  /** What the queries of its pages call what they ask beside the client's own. */
  readonly added: AddedNames;
  /** Names in the answer that lead to the list; of a connection, not yet to its records. */
  readonly steps: readonly string[];
  /** The field of the connection that holds its records; none for a list without pages. */
  readonly records: string | null;
  readonly operationName: string | null;
  /** Asks for the first page, and how many records there are. */
  readonly begin: string;
  /** Asks for a further page. */
  readonly goOn: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Says of an error of a page where it stands in the client's own query. */
  readonly inOwnText: InOwnText;
  /** Where the client wants to begin, and how many records it wants at most. */
  readonly after: string | null;
  readonly first: number | null;
  /** Of a list without pages: what the client knows of how long it is. */
  readonly cut: Truncation | null;
}

/** What a table may be. */
export interface Bounds {
  /** How many records it may have. */
  records: number;
  /** Whether it has cells, in which the values of a list are joined: they then say that the list goes on. */
  joins: boolean;
}

/**
 * Plans the table of a valid document; null where the variables do not fit, which running it will tell.
 * @throws BadUserInput for a query of which no table can be made.
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  params: GraphQLParams,
  bounds: Bounds,
): Plan | null {
  const operation = getOperationAST(document, params.operationName);
  if (!operation) return null;
  // A link must never do anything, whatever the schema may offer one day.
  if (operation.operation !== OperationTypeNode.QUERY)
    throw new BadUserInput(`A table is made of a query, not of a ${operation.operation}. Ask a query.`);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], {
    ...params.variables,
  });
  if (!coerced) return null;
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  const around = { schema, fragments, variables: coerced };
  const list = listOf(operation, around);
  const added = addedNames(document);
  const asking = { added, rest: bounds.joins };
  const names = list.path.map(({ name }) => name);
  return {
    columns: bounds.joins ? columnsOf(rootOf(operation, around), list, around) : [],
    added,
    steps: list.paged ? names.slice(0, -1) : names,
    records: list.paged ? (names.at(-1) ?? null) : null,
    operationName: operation.name?.value ?? null,
    begin: pageQuery(operation, list, around, { ...asking, count: countable(list) }),
    goOn: pageQuery(operation, list, around, { ...asking, count: false }),
    variables: params.variables ?? {},
    inOwnText: inOwnText(operation, around),
    cut: list.paged ? null : truncationOf(list, around),
    ...(list.paged ? checkedPage(list, around, bounds) : { first: null, after: null }),
  };
}

const connectionOf = ({ path }: List) => path.at(-2)?.parts[0];

/** Whether a connection can say how many records it has. */
const countable = (list: List): boolean => {
  const type = list.paged && connectionOf(list)?.definition.type;
  const named = type ? getNamedType(type) : undefined;
  return isObjectType(named) && 'totalCount' in named.getFields();
};

/** The page arguments that the client gave to the list. */
function checkedPage(
  list: List,
  { variables }: Surroundings,
  { records }: Bounds,
): { first: number | null; after: string | null } {
  const part = connectionOf(list);
  const given: PageArguments = part ? getArgumentValues(part.definition, part.node, { ...variables }) : {};
  const { first = null, after = null, last } = given;
  if (last != null)
    throw new BadUserInput(
      `"last" is ${last}; a table is read from the beginning. Turn the order round with orderBy, and give "first".`,
    );
  if (first === null || (first >= 1 && first <= records)) return { first, after };
  throw new BadUserInput(
    `"first" is ${first}; a table has 1 to ${records} records. Leave it out for all of them, or narrow the list with "filter".`,
  );
}

/** A page: its query, variables and what it costs. */
export interface PlannedPage extends GraphQLParams {
  readonly cost: number;
}

/** The sizes that are tried, from the largest that any list takes. */
const pageSizes = [largestPageSize, 50, 20, 10, 5, 2, 1];

/**
 * The largest page that costs no more than one query may.
 * @param most how many records are still wanted.
 * @throws QueryTooComplex where even one record would cost too much.
 */
export function affordable(
  measuring: Measuring,
  { variables, operationName, added }: Plan,
  query: string,
  { after, most }: { after: string | null; most: number },
): PlannedPage {
  const tried = pageSizes.map((size) => Math.min(size, most));
  // The client's own query was measured before; what is added to it does not count against it.
  const { limits } = measuring;
  const widened = { ...measuring, limits: { ...limits, aliases: limits.fields, fields: 2 * limits.fields } };
  let refusal = new QueryTooComplex('A table without records costs nothing.');
  for (const first of new Set(tried)) {
    const params = {
      query,
      variables: { ...variables, [added.first]: first, [added.after]: after },
      ...(operationName !== null && { operationName }),
    };
    const measured = estimate(params, widened);
    if (!measured.refusal) return { ...params, cost: measured.cost.estimated };
    refusal = measured.refusal;
  }
  throw refusal;
}
