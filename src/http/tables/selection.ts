/** The fields that an operation selects, with fragments, `@skip` and `@include` resolved. */
import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldOf } from '../../graphql/cost/parents';
import { groupBy } from '../../maps';
import type { Fragments } from '../../query/fragments';

/** What is needed to resolve selections. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  /** The coerced variables of the operation. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One occurrence of a field in a valid document. */
export interface Part {
  /** The type on which it is selected. */
  readonly parent: GraphQLNamedType;
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
}

/** A field of the answer. It may occur several times in the document; these occurrences are merged. */
export interface Selected {
  /** Its response name. */
  readonly name: string;
  readonly parts: readonly [Part, ...Part[]];
}

/** A type with a selection set on it. */
interface Selection {
  readonly type: GraphQLNamedType;
  readonly set: SelectionSetNode;
}

/** The selected fields including `__typename`, in the order of their first occurrence. */
export function selected(selections: readonly Selection[], around: Surroundings): Selected[] {
  const parts = selections.flatMap(({ type, set }) => partsOf(set, type, around));
  const found = groupBy(parts, ({ node }) => node.alias?.value ?? node.name.value);
  return [...found].map(([name, parts]) => ({ name, parts: parts as [Part, ...Part[]] }));
}

/** The fields selected below a field. */
export const below = ({ parts }: Selected, around: Surroundings): Selected[] =>
  selected(parts.flatMap(selectionOf), around);

/** The fields selected below one occurrence of a field. */
export const belowPart = (part: Part, around: Surroundings): Selected[] =>
  selected(selectionOf(part), around);

const selectionOf = ({ node, definition }: Part): Selection[] =>
  node.selectionSet ? [{ type: getNamedType(definition.type), set: node.selectionSet }] : [];

const partsOf = (set: SelectionSetNode, type: GraphQLNamedType, around: Surroundings): Part[] =>
  set.selections.filter((node) => isIncluded(node, around)).flatMap((node) => partsIn(node, type, around));

function partsIn(node: SelectionNode, type: GraphQLNamedType, around: Surroundings): Part[] {
  const { schema, fragments } = around;
  if (node.kind === Kind.FIELD) {
    const { value: name } = node.name;
    const definition =
      name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : fieldOf(schema, type, name);
    return definition ? [{ parent: type, node, definition }] : [];
  }
  const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
  if (!fragment) return [];
  const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
  return partsOf(fragment.selectionSet, condition ?? type, around);
}

/** Whether a field has a non-null value for an argument. */
export function isGiven(
  { arguments: given = [] }: FieldNode,
  argument: string,
  variables: Surroundings['variables'],
): boolean {
  const value = given.find(({ name }) => name.value === argument)?.value;
  if (!value || value.kind === Kind.NULL) return false;
  return value.kind !== Kind.VARIABLE || variables[value.name.value] != null;
}

function isIncluded(node: SelectionNode, { variables }: Surroundings): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, { ...variables })?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, { ...variables })?.if !== false;
}
