// Which objects of an answer are records and links of the catalogue, and what they are called.
import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { AnsweredObject } from './objects';

const isA = (schema: GraphQLSchema, type: string, of: string): boolean => {
  if (type === of) return true;
  const known = schema.getType(type);
  return (
    (isObjectType(known) || isInterfaceType(known)) && known.getInterfaces().some(({ name }) => name === of)
  );
};

export const isRecord = (schema: GraphQLSchema, { type }: AnsweredObject): boolean =>
  isA(schema, type, 'Resource');

export const isLink = (schema: GraphQLSchema, { type }: AnsweredObject): boolean => isA(schema, type, 'Link');

/** A value as text; undefined where there is none. */
export const textIn = ({ values }: AnsweredObject, ...fields: string[]): string | undefined => {
  for (const field of fields) {
    const value = values.get(field);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
};

/** The objects below that answer a field. */
export const below = ({ inner }: AnsweredObject, field: string): AnsweredObject[] =>
  inner.filter((each) => each.field === field);

/** What people call an object: a short name, else the best that was asked for. */
export function nameOf(object: AnsweredObject): string | undefined {
  const own = textIn(object, 'acronym', 'city', 'name', 'title', 'label', 'value', 'slug');
  if (own !== undefined) return own;
  const ends = object.inner
    .filter(({ isItem }) => !isItem)
    .flatMap((each) => textIn(each, 'acronym', 'city', 'name', 'title', 'slug') ?? []);
  if (ends.length > 0) return ends.join(' – ');
  const number = object.values.get('number');
  return (
    textIn(object, 'type', 'kind', 'by', 'iri', 'id') ??
    (typeof number === 'number' ? String(number) : undefined)
  );
}

/** All objects of an answer, each with those around it, the nearest first. */
export function* withSurroundings(
  object: AnsweredObject,
  around: readonly AnsweredObject[] = [],
): Generator<readonly [AnsweredObject, readonly AnsweredObject[]]> {
  yield [object, around];
  for (const each of object.inner) yield* withSurroundings(each, [object, ...around]);
}

/** The fields down to an object, without those that only wrap it. */
export const pathTo = (object: AnsweredObject, around: readonly AnsweredObject[]): string =>
  [object, ...around]
    .map(({ name }) => name)
    .filter((name) => name !== '' && !['nodes', 'edges', 'node'].includes(name))
    .reverse()
    .join('.');
