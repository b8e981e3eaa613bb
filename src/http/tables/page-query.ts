/** Makes the query for one page of a table: the client's query with page arguments as variables, and without unneeded fields. */
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
import { fragmentsIn } from '../../query/fragments';
import { isConnection } from '../../graphql/cost/parents';
import type { AddedNames } from './added-names';
import { tellersBeside } from './cut-lists';
import { rootOf, type List } from './list';
import { belowPart, isGiven, type Part, type Selected, type Surroundings } from './selection';

/** What the page query adds. */
export interface Asking {
  added: AddedNames;
  /** Whether to select the total count of the list. */
  count: boolean;
  /** Whether to select the page information of each list within a record. */
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
  // Unused fragments would make the document invalid.
  const fragments = fragmentsIn([written], around.fragments);
  const definitions = [list.paged ? withUsedVariables(written, fragments) : written, ...fragments];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const paths = list.paged ? list.path.slice(0, -1) : list.path;
  const levels = paths.length;
  const asked = asking.rest ? askingForRest(document, levels, around, asking.added) : document;
  // For NDJSON, records are left as the client selected them. In other cases lists are checked for truncation.
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

/** What is added at the list: fields of its connection, and page arguments. */
interface OfPage {
  readonly fields: readonly SelectionNode[];
  readonly added: AddedNames;
}

/** A field on the path to the list, without selections that the table does not need. */
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

/** Keeps the type condition, as the field may come from a fragment. */
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

/** Removes variables that are no longer used. */
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

/** Adds page information to each list within a record, in the direction in which it is read. */
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
      // Fragments are used only within records: the path to the list is written without fragments.
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

/** Adds the fields that tell whether a list without pages is truncated. */
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
