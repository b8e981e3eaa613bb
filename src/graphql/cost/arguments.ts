/** Argument values, as far as measuring needs them: literals, variables and defaults of variables. */
import {
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** The variables of an operation, with defaults for those that the client did not send. */
export const withDefaults = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  sent: Variables,
): Variables => ({
  ...Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  ),
  ...sent,
});

/** The value of an argument; null or undefined if it is not given. */
export function argumentOf(node: FieldNode, name: string, variables: Variables): unknown {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && valueFromASTUntyped(value, variables);
}

/** The size of a value: its nesting depth, and the length of its longest list. */
export interface ValueSize {
  depth: number;
  items: number;
}

/** The size of all arguments of a field. */
export function sizeOfArguments({ arguments: given = [] }: FieldNode, variables: Variables): ValueSize {
  return given.map(({ value }) => sizeOf(value, variables)).reduce(larger, flat);
}

const flat: ValueSize = { depth: 0, items: 0 };

function sizeOf(node: ValueNode, variables: Variables): ValueSize {
  switch (node.kind) {
    case Kind.VARIABLE:
      return sizeOfValue(variables[node.name.value]);
    case Kind.LIST:
      return within(
        node.values.map((value) => sizeOf(value, variables)),
        node.values.length,
      );
    case Kind.OBJECT:
      return within(
        node.fields.map(({ value }) => sizeOf(value, variables)),
        0,
      );
    default:
      return flat;
  }
}

/** The size of a JSON value. */
function sizeOfValue(value: unknown): ValueSize {
  if (typeof value !== 'object' || value === null) return flat;
  return within(Object.values(value).map(sizeOfValue), Array.isArray(value) ? value.length : 0);
}

function within(parts: readonly ValueSize[], items: number): ValueSize {
  const inner = parts.reduce(larger, flat);
  return { depth: 1 + inner.depth, items: Math.max(items, inner.items) };
}

const larger = (one: ValueSize, other: ValueSize): ValueSize => ({
  depth: Math.max(one.depth, other.depth),
  items: Math.max(one.items, other.items),
});
