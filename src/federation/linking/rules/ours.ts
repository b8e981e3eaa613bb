/** The part of the graph that is ours, which other subgraphs must not change. */
import { parse, type GraphQLSchema } from 'graphql';
import { directivesIn } from './directives';

export interface Ours {
  /** The schema that clients see without other subgraphs. */
  schema: GraphQLSchema;
  /** The keys of each of our entities. */
  keys: ReadonlyMap<string, readonly string[]>;
}

export const oursIn = (sdl: string, schema: GraphQLSchema): Ours => ({
  schema,
  keys: directivesIn(parse(sdl)).keys,
});

/** The keys by which to refer to a type of ours, as text: `@key(fields: "id"), "iri" or "slug"`. */
export function keysToUse({ keys }: Ours, type: string): string {
  const [first, ...others] = (keys.get(type) ?? []).map((key) => JSON.stringify(key));
  const last = others.pop();
  return `@key(fields: ${first ?? ''})${others.map((key) => `, ${key}`).join('')}${last ? ` or ${last}` : ''}`;
}
