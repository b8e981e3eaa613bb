/** Whether a record is of a type that a plan names. */
import { isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';

/** Whether a type is another or, by interface or union, one of its kinds. */
export type IsKindOf = (type: string, other: string) => boolean;

export const kindsIn =
  (schema: GraphQLSchema): IsKindOf =>
  (type, other) => {
    if (type === other) return true;
    const object = schema.getType(type);
    const abstract = schema.getType(other);
    return isObjectType(object) && isAbstractType(abstract) && schema.isSubType(abstract, object);
  };
