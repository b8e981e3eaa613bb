/** How the fields that describe the schema are resolved within a plan. */
import { getNamedType, isIntrospectionType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { ownTurn } from '../turns';
import type { Resolution } from './resolution';

/** What describes the schema is told by functions of graphql-js, which need nothing but the schema. Other fields are left to their own. */
export function describing(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Resolution | undefined {
  const { resolve } = field;
  if (!resolve) return undefined;
  if (isIntrospectionType(parent)) return { resolve };
  if (!isIntrospectionType(getNamedType(field.type))) return undefined;
  // A whole schema is long: each is written in a turn of its own.
  return {
    resolve: async (...given) => {
      await ownTurn();
      return resolve(...given);
    },
  };
}
