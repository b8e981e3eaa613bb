/** Makes a subgraph of any schema, so that other subgraphs can fetch its entities by key and extend them. */
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

/** Maximum number of entities in one call. */
const mostRepresentations = 1_000;

/** How entities of a type are found. */
export interface Entity<Context> {
  /** Field sets such as `id` or `sku variation { id }`. Each identifies one entity of its type. */
  keys: readonly string[];
  /** Finds an entity; null or undefined if there is none. The calls for one `_entities` field run concurrently, so a loader can batch them. */
  find: (reference: Reference, context: Context) => unknown;
}

export interface SubgraphOptions<Context> extends Omit<SubgraphShape, 'keys'> {
  /** By type name. */
  entities: Readonly<Record<string, Entity<Context>>>;
}

/** A schema with `_service` and `_entities`, and its SDL. */
export interface Subgraph {
  schema: GraphQLSchema;
  /** Made when it is read for the first time, as most processes never need it. */
  readonly sdl: string;
  /**
   * Reads the representations of one `_entities` field; null for those without a key.
   * @throws BadUserInput for the first wrong one, or if there are too many
   */
  references: (representations: readonly unknown[]) => readonly (Reference | null)[];
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
 * Makes a subgraph that conforms to Apollo Federation 2.3.
 * @throws Error for a type or key field that the schema does not have
 */
export function subgraphOf<Context>(
  schema: GraphQLSchema,
  { entities, ...shape }: SubgraphOptions<Context>,
): Subgraph {
  const types = Object.keys(entities);
  const keys = new Map(types.map((type) => [type, keysOf(schema, type, entities[type]?.keys ?? [])]));
  let made: string | undefined;
  const sdl = () =>
    (made ??= subgraphSdl(schema, {
      ...shape,
      keys: Object.fromEntries(types.map((type) => [type, entities[type]?.keys ?? []])),
    }));
  const additions = parse(parts(types, Boolean(schema.getQueryType())));
  // Validating all types would take a tenth of a start, always with the same result. The tests of the schema do it.
  const extended = extendSchema(schema, additions, { assumeValid: true });
  takeAnything(extended);
  const service = extended.getQueryType()?.getFields()._service;
  if (service) service.resolve = () => ({ sdl: sdl() });
  answerEntities(extended, keys, entities);
  return {
    schema: extended,
    get sdl() {
      return sdl();
    },
    references: (representations) => {
      checkNumber(representations);
      return representations.map((each, index) => referenceOf(each, placeOf(index), keys));
    },
  };
}

const placeOf = (index: number): string => `representations[${index}]`;

/** @throws BadUserInput */
function checkNumber({ length }: readonly unknown[]): void {
  if (length > mostRepresentations)
    throw new BadUserInput(
      `"representations" has ${length} entities; at most ${mostRepresentations} are answered at once. Ask in several requests.`,
    );
}

/**
 * The scalar `_Any` accepts everything, and representations are validated in the resolver: a wrong argument would fail the whole
 * field, not only its own entity.
 */
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
    const requested = representations ?? [];
    checkNumber(requested);
    // Each promise fails by itself, so that one wrong entity does not affect the others.
    return requested.map(async (representation, index) => {
      const reference = referenceOf(representation, placeOf(index), keys);
      const entity = reference && (await entities[reference.type]?.find(reference, context));
      if (!reference || typeof entity !== 'object' || entity === null) return null;
      typeOf.set(entity, reference.type);
      return entity;
    });
  };
}
