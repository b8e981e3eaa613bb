/** The values of a field that is resolved parent by parent: by its resolver, or as a property. */
import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { after, together, type MaybePromise } from '../maybe-promise';
import type { Arguments } from './arguments';
import type { Resolution } from './resolution';
import type { Selections } from './selection';
import type { Run, Writer } from './writer';

/** A field where it is selected. */
interface SelectedField {
  parent: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
  args: Arguments;
}

/** The values of a field for all its parents. */
type Values = (sources: readonly unknown[], run: Run) => MaybePromise<unknown>[];

/** Calls a resolver for each parent. */
export function valuesBy(
  resolve: Resolution['resolve'],
  { parent, field: { name, type }, nodes, args }: SelectedField,
  { schema, operation, fragments }: Selections,
): Values {
  const path = { prev: undefined, key: name, typename: parent.name };
  return (sources, run) => {
    const given = args(run);
    const info: GraphQLResolveInfo = {
      fieldName: name,
      fieldNodes: nodes,
      returnType: type,
      parentType: parent,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: run.variables,
    };
    return sources.map((source) => resolve(source, given, run.context, info));
  };
}

/** Writes values once they are there. */
export const resolved = (values: Values, writer: Writer): Writer => ({
  texts: (sources, run) =>
    after(together(values(sources, run)), (settled) => {
      for (const value of settled) if (value instanceof Error) throw value;
      return writer.texts(settled, run);
    }),
});
