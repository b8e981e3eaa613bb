/** Type conditions: whether a record's type satisfies a type that a plan names. */
import { isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';

/** Whether a type equals another, or is one of its possible types if that is an interface or union. */
export type IsKindOf = (type: string, other: string) => boolean;

export const kindsIn =
  (schema: GraphQLSchema): IsKindOf =>
  (type, other) => {
    if (type === other) return true;
    const object = schema.getType(type);
    const abstract = schema.getType(other);
    return isObjectType(object) && isAbstractType(abstract) && schema.isSubType(abstract, object);
  };
