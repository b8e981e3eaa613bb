/** What the measuring pass must know of the type on which fields stand. */
import {
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** The type on which fields are asked for; none where the document names one that does not exist. */
export type Parent = GraphQLNamedType | null | undefined;

/** The definition of a field, those of introspection included. */
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

/** Whether a type is a page of a list, after the Relay cursor connections specification. */
export const isConnection = (type: Parent): boolean =>
  isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();

/** Whether the list in a field is as long as the field above it was asked for by `first`: a page, groups, covered records. */
export function isAsLongAsAsked(parent: Parent, field: string): boolean {
  if (!isObjectType(parent)) return false;
  if (parent.name === 'GroupAxis') return true;
  if (parent.name === 'Coverage') return ['full', 'partial', 'open'].includes(field);
  return isConnection(parent) || (parent.name.endsWith('Aggregate') && field !== 'axes');
}

/** Whether a type is one of introspection, such as `__Type`. */
export const describesSchema = (type: Parent): boolean => type != null && isIntrospectionType(type);
