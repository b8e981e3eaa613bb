/** The query that reads one page of a table: the client's, with the page given by variables and without what is no part of the table. */
import {
  getNamedType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { isConnection } from '../../graphql/cost/parents';
import type { AddedNames } from './added-names';
import { tellersBeside } from './cut-lists';
import { rootOf, type List } from './list';
import { belowPart, isGiven, type Part, type Selected, type Surroundings } from './selection';

/** What the query of a page also asks of the list, and under which names. */
export interface Asking {
  added: AddedNames;
  /** How many records the whole list has. */
  count: boolean;
  /** Whether each list within a record goes on beyond the page that is read of it. */
  rest: boolean;
}

/** The text of the query for one page. */
export function pageQuery(
  operation: OperationDefinitionNode,
  list: List,
  around: Surroundings,
  asking: Asking,
): string {
  const written = list.paged ? paged(operation, list, around, asking) : operation;
  const fragments = usedBy(written, around.fragments);
  const definitions = [list.paged ? withUsedVariables(written, fragments) : written, ...fragments];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const paths = list.paged ? list.path.slice(0, -1) : list.path;
  const levels = paths.length;
  const asked = asking.rest ? askingForRest(document, levels, around, asking.added) : document;
  // The records of NDJSON are what the query asks for; the lists of other pages and those above the records still say whether they are cut.
  return print(asking.rest || !list.paged ? askingTellers(asked, around.schema, asking.added) : asked);
}

function paged(
  operation: OperationDefinitionNode,
  list: List,
  around: Surroundings,
  { added, count }: Asking,
): OperationDefinitionNode {
  const own = [
    `${added.page}: pageInfo { hasNextPage endCursor }`,
    ...(count ? [`${added.count}: totalCount`] : []),
  ];
  const page: OfPage = { fields: parseSelections(own.join(' ')), added };
  return {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...variablesOfPage(added)],
    selectionSet: setOf(rootOf(operation, around).flatMap((field) => pruned(field, 0, list, around, page))),
  };
}

/** What is added where the list stands: fields of its connection, and arguments under their names. */
interface OfPage {
  readonly fields: readonly SelectionNode[];
  readonly added: AddedNames;
}

/** A field at some level of the way to the list, as the query of a page asks for it. */
function pruned(
  field: Selected,
  level: number,
  list: List,
  around: Surroundings,
  page: OfPage,
): SelectionNode[] {
  const onTheWay = field.name === list.path[level]?.name;
  const isList = level === list.path.length - 2;
  const isRecords = level === list.path.length - 1;
  if (isRecords && !onTheWay) return [];
  return field.parts.map((part) => {
    if (!onTheWay || isRecords) return underItsType(part, { ...part.node, directives: [] });
    const inner = belowPart(part, around).flatMap((each) => pruned(each, level + 1, list, around, page));
    const node = {
      ...part.node,
      directives: [],
      selectionSet: setOf([...inner, ...(isList ? page.fields : [])]),
    };
    return underItsType(part, isList ? { ...node, arguments: argumentsOf(part.node, page) } : node);
  });
}

/** A field stays under the type on which it was asked for: it may be a fragment's. */
const underItsType = ({ parent }: Part, node: FieldNode): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: parent.name } },
  selectionSet: setOf([node]),
});

const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

const argumentsOf = ({ arguments: given = [] }: FieldNode, { added }: OfPage): ArgumentNode[] => [
  ...given.filter(({ name }) => name.value !== 'first' && name.value !== 'after'),
  variableAs('first', added.first),
  variableAs('after', added.after),
];

const variableAs = (argument: string, variable: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: argument },
  value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
});

const operationIn = (text: string): OperationDefinitionNode => {
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The text holds no operation.');
  return definition;
};
const parseSelections = (text: string): readonly SelectionNode[] =>
  operationIn(`{ ${text} }`).selectionSet.selections;
const variablesOfPage = ({ first, after }: AddedNames): readonly VariableDefinitionNode[] =>
  operationIn(`query ($${first}: Int, $${after}: String) { __typename }`).variableDefinitions ?? [];

/** The fragments that an operation uses, directly or by way of others: an unused one makes a document invalid. */
function usedBy(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(fragment)) return;
        used.add(fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [...used];
}

/** Leaves out the variables that only stood in what was left out. */
function withUsedVariables(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): OperationDefinitionNode {
  const used = new Set<string>();
  for (const node of [operation.selectionSet, ...fragments])
    visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return { ...operation, directives: [], ...(variableDefinitions && { variableDefinitions }) };
}

/** Asks each list within a record whether it goes on; in the direction in which it is read. */
function askingForRest(
  document: DocumentNode,
  levels: number,
  { schema, variables }: Surroundings,
  { rest }: AddedNames,
): DocumentNode {
  const types = new TypeInfo(schema);
  let depth = 0;
  return visit(
    document,
    visitWithTypeInfo(types, {
      // A fragment is used within a record: the way down to the list is written without any.
      FragmentDefinition: { enter: () => void (depth = levels), leave: () => void (depth = 0) },
      Field: {
        enter: () => void (depth += 1),
        leave: (node) => {
          depth -= 1;
          const type = types.getType();
          const isOuter = depth < levels;
          if (isOuter || !type || !isConnection(getNamedType(type)) || !node.selectionSet) return undefined;
          const backwards = isGiven(node, 'last', variables);
          const asked = parseSelections(
            `${rest}: pageInfo { ${backwards ? 'hasPreviousPage' : 'hasNextPage'} }`,
          );
          return { ...node, selectionSet: setOf([...node.selectionSet.selections, ...asked]) };
        },
      },
    }),
  );
}

/** Asks beside each list without pages whether it is cut. */
function askingTellers(document: DocumentNode, schema: GraphQLSchema, added: AddedNames): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (set) => {
          const tellers = tellersBeside(set, types.getParentType(), added);
          if (tellers.length === 0) return undefined;
          return setOf([...set.selections, ...parseSelections(tellers.join(' '))]);
        },
      },
    }),
  );
}
