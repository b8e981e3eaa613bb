/** What measuring needs to know about parent types. */
import {
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** The type on which fields are selected; null or undefined if the document names an unknown one. */
export type Parent = GraphQLNamedType | null | undefined;

/** The definition of a field, including introspection. */
export function fieldOf(
  schema: GraphQLSchema,
  parent: Parent,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** Whether a type is a connection of the Relay specification. */
export const isConnection = (type: Parent): type is GraphQLObjectType =>
  isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();

/** The name of the record type that a connection lists. */
export const listedBy = (connection: GraphQLObjectType): string => {
  const nodes = connection.getFields().nodes;
  return nodes ? getNamedType(nodes.type).name : '';
};

/** Whether a type belongs to introspection, such as `__Type`. */
export const describesSchema = (type: Parent): boolean => type != null && isIntrospectionType(type);
