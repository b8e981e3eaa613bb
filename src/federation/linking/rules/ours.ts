/** The part of the graph that is ours, which other subgraphs must not change. */
import {
  isTypeDefinitionNode,
  Kind,
  parse,
  print,
  visit,
  type ASTNode,
  type GraphQLSchema,
  type TypeDefinitionNode,
} from 'graphql';
import { directivesIn } from './directives';

export interface Ours {
  /** The schema that clients see without other subgraphs. */
  schema: GraphQLSchema;
  /** The keys of each of our entities. */
  keys: ReadonlyMap<string, readonly string[]>;
  /** Our types as our subgraph defines them, by name. */
  definitions: ReadonlyMap<string, TypeDefinitionNode>;
}

export function oursIn(sdl: string, schema: GraphQLSchema): Ours {
  const document = parse(sdl, { noLocation: true });
  const definitions = document.definitions.filter(isTypeDefinitionNode);
  return {
    schema,
    keys: directivesIn(document).keys,
    definitions: new Map(definitions.map((node) => [node.name.value, node])),
  };
}

/**
 * How a subgraph states a type of ours that it refers to, in a line: an entity by its key, a value as a whole.
 * Null for what is not ours, and for interfaces and inputs, which stay ours alone.
 */
export function statementOf({ keys, definitions }: Ours, type: string): string | null {
  if (keys.has(type)) return `type ${type} @key(fields: "id", resolvable: false) { id: ID! }`;
  const definition = definitions.get(type);
  if (!definition || type === 'Query' || oursAlone.includes(definition.kind)) return null;
  const plain = visit<ASTNode>(definition, {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
    Directive: ({ name }) => (name.value === 'shareable' ? undefined : null),
  });
  return print(plain).replaceAll(/\s+/g, ' ');
}

const oursAlone: readonly Kind[] = [Kind.INTERFACE_TYPE_DEFINITION, Kind.INPUT_OBJECT_TYPE_DEFINITION];

/** The keys by which to refer to a type of ours, as text: `@key(fields: "id"), "iri" or "slug"`. */
export function keysToUse({ keys }: Ours, type: string): string {
  const [first, ...others] = (keys.get(type) ?? []).map((key) => JSON.stringify(key));
  const last = others.pop();
  return `@key(fields: ${first ?? ''})${others.map((key) => `, ${key}`).join('')}${last ? ` or ${last}` : ''}`;
}
