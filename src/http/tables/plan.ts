/** The plan of a table: its columns, and the queries for its pages. */
import {
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isObjectType,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { BadUserInput } from '../../errors';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import type { PageArguments } from '../../query/page';
import { addedNames, type AddedNames } from './added-names';
import { chosenLists } from './choose-list';
import type { Column } from './column';
import type { ColumnOptions } from './column-options';
import { columnsOf } from './columns';
import { crossPlan, type CrossPlan } from './cross';
import { truncationOf, type Truncation } from './truncation';
import { listsOf, rootOf, type List } from './list';
import { errorConverter, type ConvertError } from './error-locations';
import { pageQuery } from './page-query';
import { isGiven, type Surroundings } from './selection';
import { fragmentsOf } from '../../query/fragments';

/** How a table is read. */
export interface Plan {
  /** The name of its list. */
  readonly list: string;
  /** The columns; empty for formats without cells. */
  readonly columns: readonly Column[];
  /** The names of added variables and fields. */
  readonly added: AddedNames;
  /** The response names on the path to the list; for a connection, without the field of its records. */
  readonly steps: readonly string[];
  /** The connection's field with the records; null for a list without pages. */
  readonly records: string | null;
  readonly operationName: string | null;
  /** The query for the first page, with the total count. */
  readonly begin: string;
  /** The query for a further page. */
  readonly goOn: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Converts errors of a page query to the client's query. */
  readonly inOwnText: ConvertError;
  /** The client's own page arguments: the start, and the maximum number of records. */
  readonly after: string | null;
  readonly first: number | null;
  /** For a list without pages: what its query says about its length. */
  readonly cut: Truncation | null;
  /** The list within each record whose items are the rows; null if the records are. */
  readonly items: string | null;
  /** For a cross table: its rows, columns and cells. */
  readonly cross: CrossPlan | null;
}

/** Limits of a table. */
export interface Bounds {
  /** Maximum number of records. */
  records: number;
  /** Whether lists are joined in cells, which are then marked if a list is truncated. */
  joins: boolean;
  /** Whether days are dates. */
  days: boolean;
  /** Whether there is room for several lists. */
  several: boolean;
  /** The list that the client named. */
  list: string | null;
  labelsOf: ColumnOptions['labelsOf'];
}

/**
 * Plans the tables of a valid document, one for each list. Null if the variables are invalid; executing the query reports that.
 * @throws BadUserInput when no table can be made of the query
 */
export function plansOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  params: GraphQLParams,
  bounds: Bounds,
): Plan[] | null {
  const operation = getOperationAST(document, params.operationName);
  if (!operation) return null;
  // Tables are requested by links, so they must never have side effects.
  if (operation.operation !== OperationTypeNode.QUERY)
    throw new BadUserInput(`A table is made of a query, not of a ${operation.operation}. Ask a query.`);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], {
    ...params.variables,
  });
  if (!coerced) return null;
  const around = { schema, fragments: fragmentsOf(document), variables: coerced };
  const lists = chosenLists(listsOf(operation, around, bounds.joins), {
    name: bounds.list,
    several: bounds.several,
  });
  const planning: Planning = { operation, around, added: addedNames(document), params, bounds };
  return lists.map((list) => planOf(list, planning));
}

interface Planning {
  readonly operation: OperationDefinitionNode;
  readonly around: Surroundings;
  readonly added: AddedNames;
  readonly params: GraphQLParams;
  readonly bounds: Bounds;
}

function planOf(list: List, { operation, around, added, params, bounds }: Planning): Plan {
  const asking = { added, rest: bounds.joins, days: bounds.days };
  const names = list.path.map(({ name }) => name);
  const options: ColumnOptions = { added, days: bounds.days, labelsOf: bounds.labelsOf };
  const hasColumns = bounds.joins && !list.cross;
  return {
    list: list.name,
    columns: hasColumns ? columnsOf(rootOf(operation, around), list, around, options) : [],
    added,
    steps: list.paged ? names.slice(0, -1) : names,
    records: list.paged ? (names.at(-1) ?? null) : null,
    operationName: operation.name?.value ?? null,
    begin: pageQuery(operation, list, around, { ...asking, count: countable(list) }),
    goOn: pageQuery(operation, list, around, { ...asking, count: false }),
    variables: params.variables ?? {},
    inOwnText: errorConverter(operation, around),
    cut: list.paged ? null : truncationOf(list, around),
    items: list.items?.name ?? null,
    cross: list.cross ? crossPlan(list.cross, around, options) : null,
    ...(list.paged ? checkedPage(list, around, bounds) : { first: null, after: null }),
  };
}

const connectionOf = ({ path }: List) => path.at(-2)?.parts[0];

/** Whether a connection has a total count. */
const countable = (list: List): boolean => {
  const type = list.paged && connectionOf(list)?.definition.type;
  const named = type ? getNamedType(type) : undefined;
  return isObjectType(named) && 'totalCount' in named.getFields();
};

/** The client's page arguments for the list. */
function checkedPage(
  list: List,
  { variables }: Surroundings,
  { records }: Pick<Bounds, 'records'>,
): { first: number | null; after: string | null } {
  const part = connectionOf(list);
  const given: PageArguments = part ? getArgumentValues(part.definition, part.node, { ...variables }) : {};
  const { after = null, last } = given;
  // The default of the schema is that of a page; a table has all records.
  const first = part && isGiven(part.node, 'first', variables) ? (given.first ?? null) : null;
  if (last != null)
    throw new BadUserInput(
      `"last" is ${last}; a table is read from the beginning. Turn the order round with orderBy, and give "first".`,
    );
  if (first === null || (first >= 1 && first <= records)) return { first, after };
  throw new BadUserInput(
    `"first" is ${first}; a table has 1 to ${records} records. Leave it out for all of them, or narrow the list with "filter".`,
  );
}

/** A page with its query, variables and cost. */
export interface PlannedPage extends GraphQLParams {
  readonly cost: number;
}
