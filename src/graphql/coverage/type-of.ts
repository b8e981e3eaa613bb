/** Makes types together with their resolvers, for parents that are plain objects. */
import {
  namedClass,
  objectType,
  resolvedField,
  resolversOf,
  type Carrier,
  type ResolvedField,
} from '../define';

/** A type with the resolvers of its fields. */
export interface ResolvedType {
  type: Carrier;
  resolvers: Carrier;
}

/** Makes a type; add its fields. */
export function typeOf(name: string, about: string): ResolvedType {
  const type = objectType(namedClass(name), name, about);
  return { type, resolvers: resolversOf(type, name) };
}

/** Adds fields to a type. */
export function fields<Parent>(
  { resolvers }: ResolvedType,
  added: readonly ResolvedField<Parent, Record<string, never>>[],
): void {
  for (const field of added) resolvedField(resolvers, field);
}
