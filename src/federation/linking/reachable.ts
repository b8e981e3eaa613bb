/** Which types a query can lead to. A type that nothing leads to is of no use, and often misspelt. */
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** The names of the types to which fields of Query lead. */
export function reachableTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (found.has(type.name)) return;
    found.add(type.name);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(visit);
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    for (const { type: ofField } of Object.values(type.getFields())) visit(getNamedType(ofField));
  };
  const query = schema.getQueryType();
  if (query) visit(query);
  return found;
}
