/** The arguments of a field in plans. Without variables they are computed once; otherwise once per variables object. */
import { getArgumentValues, visit, type FieldNode, type GraphQLField } from 'graphql';
import type { Run } from './writer';
import { getOrMake } from '../../maps';

/** The arguments of a field in one run. */
export type Arguments = (run: Run) => Record<string, unknown>;

/** Arguments without variables are the same in every run. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
  if (field.args.length === 0) return () => none;
  if (usesVariables(node)) {
    // Cached requests reuse the same variables object.
    const cache = new WeakMap<object, Record<string, unknown>>();
    return ({ variables }) => getOrMake(cache, variables, () => getArgumentValues(field, node, variables));
  }
  const constant = getArgumentValues(field, node);
  return () => constant;
}

const none: Record<string, unknown> = {};

export function usesVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of given)
    visit(argument, {
      Variable: () => {
        found = true;
      },
    });
  return found;
}
