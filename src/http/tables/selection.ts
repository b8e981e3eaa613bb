/** What an operation selects, with its fragments resolved and without what `@skip` and `@include` leave out. */
import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldOf } from '../../graphql/cost/parents';

/** What a document says outside of the selection itself. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables of the operation, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One place where a field stands in a valid document. */
export interface Part {
  /** The type on which it is asked for. */
  readonly parent: GraphQLNamedType;
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
}

/** A field of the answer; it may stand in several places of the document, which are merged. */
export interface Selected {
  /** Its name in the answer. */
  readonly name: string;
  readonly parts: readonly [Part, ...Part[]];
}

/** A type with what is selected of it. */
interface Selection {
  readonly type: GraphQLNamedType;
  readonly set: SelectionSetNode;
}

/** The fields of an answer, in the order in which the document names them first; `__typename` is one of them. */
export function selected(selections: readonly Selection[], around: Surroundings): Selected[] {
  const found = new Map<string, [Part, ...Part[]]>();
  for (const { type, set } of selections) {
    for (const part of partsOf(set, type, around)) {
      const name = part.node.alias?.value ?? part.node.name.value;
      const known = found.get(name);
      if (known) known.push(part);
      else found.set(name, [part]);
    }
  }
  return [...found].map(([name, parts]) => ({ name, parts }));
}

/** What is selected below a field. */
export const below = ({ parts }: Selected, around: Surroundings): Selected[] =>
  selected(parts.flatMap(selectionOf), around);

/** What one place of a field selects. */
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

/** Whether a field has an argument with a value other than null. */
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
