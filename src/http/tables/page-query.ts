/** Makes the query for one page of a table: the client's query with page arguments as variables, and without unneeded fields. */
import {
  Kind,
  print,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { fragmentsIn } from '../../query/fragments';
import { withAddedFields, askingForRest, askingIds } from './added-fields';
import type { AddedNames } from './added-names';
import { isList, isRecord, rootOf, type List } from './list';
import { belowPart, type Part, type Selected, type Surroundings } from './selection';
import { operationIn, parseSelections, setOf } from './selections';

/** What the page query adds. */
export interface Asking {
  added: AddedNames;
  /** Whether to select the total count of the list. */
  count: boolean;
  /** Whether to select the page information of each list within a record. */
  rest: boolean;
  /** Whether to select how exactly dates are stated. */
  days: boolean;
}

/** The text of the query for one page. */
export function pageQuery(
  operation: OperationDefinitionNode,
  list: List,
  around: Surroundings,
  asking: Asking,
): string {
  const written = readingOnly(operation, list, around, asking);
  // Unused fragments would make the document invalid.
  const fragments = fragmentsIn([written], around.fragments);
  const definitions = [withUsedVariables(written, fragments), ...fragments];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const paths = list.paged ? list.path.slice(0, -1) : list.path;
  const levels = paths.length;
  const complete = asking.rest ? askingForRest(document, levels, around, asking.added) : document;
  // For NDJSON, records are left as the client selected them. In other cases lists are checked for truncation.
  const extended = asking.rest || !list.paged ? withAddedFields(complete, around.schema, asking) : complete;
  return print(list.cross ? askingIds(extended, around.schema, asking.added) : extended);
}

/** The operation without what the list does not need, such as other lists. */
function readingOnly(
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
  const variables = list.paged ? variablesOfPage(added) : [];
  return {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...variables],
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
  const isPage = list.paged && level === list.path.length - 2;
  const isRecords = level === list.path.length - 1;
  if (!onTheWay) return isRecords && list.paged ? [] : withoutLists(field, around);
  return field.parts.map((part) => {
    if (isRecords) return underItsType(part, { ...part.node, directives: [] });
    const inner = belowPart(part, around).flatMap((each) => pruned(each, level + 1, list, around, page));
    const node = {
      ...part.node,
      directives: [],
      selectionSet: setOf([...inner, ...(isPage ? page.fields : [])]),
    };
    return underItsType(part, isPage ? { ...node, arguments: argumentsOf(part.node, page) } : node);
  });
}

/** A field beside the list, without other lists. */
function withoutLists(field: Selected, around: Surroundings): SelectionNode[] {
  if (isList(field, around)) return [];
  return field.parts.flatMap((part) => {
    if (!isRecord(field)) return [underItsType(part, { ...part.node, directives: [] })];
    const inner = belowPart(part, around).flatMap((each) => withoutLists(each, around));
    if (inner.length === 0) return [];
    return [underItsType(part, { ...part.node, directives: [], selectionSet: setOf(inner) })];
  });
}

/** Keeps the type condition, as the field may come from a fragment. */
const underItsType = ({ parent }: Part, node: FieldNode): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: parent.name } },
  selectionSet: setOf([node]),
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
