/** Makes a subgraph of any schema: its entities, told apart by their keys, can be fetched and extended by other subgraphs. */
import {
  extendSchema,
  GraphQLScalarType,
  isUnionType,
  parse,
  valueFromASTUntyped,
  type GraphQLSchema,
} from 'graphql';
import { BadUserInput } from '../errors';
import { keysOf, referenceOf, type EntityKeys, type Reference } from './representations';
import { subgraphSdl, type SubgraphShape } from './subgraph-sdl';

/** At most so many entities are given in one call. */
const mostRepresentations = 1_000;

/** What can be fetched by a key. */
export interface Entity<Context> {
  /** Sets of fields, such as `id` or `sku variation { id }`; each tells one entity from all others of its type. */
  keys: readonly string[];
  /**
   * The entity that is meant; null or undefined when there is none.
   * Those of one call are asked for at the same time, so that a loader can fetch them together.
   */
  find: (reference: Reference, context: Context) => unknown;
}

export interface SubgraphOptions<Context> extends Omit<SubgraphShape, 'keys'> {
  /** By the name of their type. */
  entities: Readonly<Record<string, Entity<Context>>>;
}

/** A schema that can be asked for its SDL and its entities, and that SDL. */
export interface Subgraph {
  schema: GraphQLSchema;
  sdl: string;
}

const parts = (types: readonly string[], hasQuery: boolean): string => `
"An entity, by the name of its type in the field __typename and the fields of one of its keys."
scalar _Any

"What can be fetched by a key."
union _Entity = ${types.join(' | ')}

"How this graph becomes part of a supergraph."
type _Service {
  "Schema with the directives of Apollo Federation, from which a supergraph is composed."
  sdl: String!
}

${hasQuery ? 'extend type Query' : 'schema { query: Query } type Query'} {
  "Entities by their keys, in the order given; null for each that does not exist. Routers of supergraphs ask for this."
  _entities(
    "Type and key of each, at most ${mostRepresentations}."
    representations: [_Any!]!
  ): [_Entity]!

  "How this graph becomes part of a supergraph."
  _service: _Service!
}`;

/**
 * Makes a subgraph after the specification of Apollo Federation 2.3.
 * @throws Error for a type or a field of a key that the schema does not have.
 */
export function subgraphOf<Context>(
  schema: GraphQLSchema,
  { entities, ...shape }: SubgraphOptions<Context>,
): Subgraph {
  const types = Object.keys(entities);
  const keys = new Map(types.map((type) => [type, keysOf(schema, type, entities[type]?.keys ?? [])]));
  const sdl = subgraphSdl(schema, {
    ...shape,
    keys: Object.fromEntries(types.map((type) => [type, entities[type]?.keys ?? []])),
  });
  const extended = extendSchema(schema, parse(parts(types, Boolean(schema.getQueryType()))));
  takeAnything(extended);
  const service = extended.getQueryType()?.getFields()._service;
  if (service) service.resolve = () => ({ sdl });
  answerEntities(extended, keys, entities);
  return { schema: extended, sdl };
}

/** A wrong representation is refused where it is resolved: refused as an argument, it would take all others with it. */
function takeAnything(schema: GraphQLSchema): void {
  const any = schema.getType('_Any');
  if (!(any instanceof GraphQLScalarType)) return;
  any.parseValue = (value) => value;
  any.parseLiteral = valueFromASTUntyped;
}

function answerEntities<Context>(
  schema: GraphQLSchema,
  keys: EntityKeys,
  entities: Readonly<Record<string, Entity<Context>>>,
): void {
  const typeOf = new WeakMap<object, string>();
  const union = schema.getType('_Entity');
  if (isUnionType(union)) union.resolveType = (entity) => typeOf.get(entity as object);
  const field = schema.getQueryType()?.getFields()._entities;
  if (!field) return;
  field.resolve = (_, { representations }: { representations?: readonly unknown[] }, context: Context) => {
    const asked = representations ?? [];
    if (asked.length > mostRepresentations) {
      throw new BadUserInput(
        `"representations" has ${asked.length} entities; at most ${mostRepresentations} are answered at once. Ask in several requests.`,
      );
    }
    // Each promise fails by itself: what is wrong with one entity is no fault of the others.
    return asked.map(async (representation, index) => {
      const reference = referenceOf(representation, `representations[${index}]`, keys);
      const entity = reference && (await entities[reference.type]?.find(reference, context));
      if (!reference || typeof entity !== 'object' || entity === null) return null;
      typeOf.set(entity, reference.type);
      return entity;
    });
  };
}
