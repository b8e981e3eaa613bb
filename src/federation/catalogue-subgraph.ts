/** The catalogue as a subgraph. Every resource, link and source is an entity with the keys of its declaration. */
import { isObjectType, type GraphQLSchema } from 'graphql';
import { BadUserInput } from '../errors';
import type { RequestContext } from '../graphql/context';
import { schemaOf } from '../graphql/schema';
import { after, together, type MaybePromise } from '../query/maybe-promise';
import { resolutionExtension, type Resolution } from '../query/plan/resolution';
import { line } from '../resource/canonical/text';
import type { Description } from '../resource/description';
import { keyOfGlobalId, keyOfIri, pathOfKey, recordKey } from '../resource/identity';
import type { Registry } from '../resource/registry';
import type { Reference } from './representations';
import { subgraphOf, type Entity, type Subgraph } from './subgraph';
import { getOrMake } from '../maps';

/**
 * Fields about this endpoint rather than about the graph. Every Relay server has `node` and `nodes`, so two of them would not
 * compose; and the cost of a query here says nothing about a supergraph.
 */
export const ofTheEndpoint: readonly string[] = ['node', 'nodes', 'cost', 'subgraphs'];

const subgraphs = new WeakMap<GraphQLSchema, Subgraph>();

/** The schema that the endpoint serves, with its SDL. Computed once per schema. */
export async function catalogueSubgraph(registry: Registry): Promise<Subgraph> {
  const schema = await schemaOf(registry);
  return getOrMake(subgraphs, schema, () => {
    const subgraph = subgraphOf(schema, shapeOf(schema, registry));
    planEntities(subgraph, registry);
    return subgraph;
  });
}

/** Lets plans read entities like all other records: one statement for each class, with the needed columns only. */
function planEntities({ schema, references }: Subgraph, registry: Registry): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const resolve = field?.resolve;
  if (!resolve) return;
  const keysOfTypes = new Map(registry.all.map((description) => [description.type, keyFinder(description)]));
  const keys = (_: unknown, { representations }: Asked, context: RequestContext) =>
    together(
      references(representations).map((reference) =>
        reference ? (keysOfTypes.get(reference.type)?.(reference, context) ?? null) : null,
      ),
    );
  const resolution: Resolution<unknown, Asked, RequestContext> = { resolve, plan: { kind: 'records', keys } };
  Object.assign(field.extensions, { [resolutionExtension]: resolution });
}

interface Asked {
  representations: readonly unknown[];
}

const sdlsForClients = new WeakMap<GraphQLSchema, string>();

/** The SDL including the fields about this endpoint, because our own gateway composes everything that its clients see. Computed once per schema. */
export async function catalogueSdlForClients(registry: Registry): Promise<string> {
  const schema = await schemaOf(registry);
  const shape = () => ({ ...shapeOf(schema, registry), leftOut: [], leftOutDirectives: [] });
  return getOrMake(sdlsForClients, schema, () => subgraphOf(schema, shape()).sdl);
}

function shapeOf(schema: GraphQLSchema, { all }: Registry) {
  const entities = all.map((description) => [description.type, entityOf(description)]);
  return {
    entities: Object.fromEntries(entities) as Record<string, Entity<RequestContext>>,
    shareable: valuesIn(schema),
    leftOut: ofTheEndpoint,
    // Composers that do not know it refuse the whole SDL (Hive's takes it from 0.23.1).
    leftOutDirectives: ['oneOf'],
  };
}

/** Types without an identity, such as `PageInfo`. They are shareable: any subgraph returns such a value as a whole. */
const valuesIn = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && type !== schema.getQueryType() && !('id' in type.getFields()))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('__'));

/** The keys that records of a kind have beside their id. */
const keysOfKind = { resource: ['iri', 'slug'], link: [], source: ['slug'] } as const;

function entityOf(description: Description): Entity<RequestContext> {
  const keyOf = keyFinder(description);
  return {
    keys: ['id', ...keysOfKind[description.kind], ...description.uniqueIdentifiers.map(({ name }) => name)],
    find: (reference, context) =>
      after(keyOf(reference, context), (key) => (key === null ? null : context.loaders.record(key))),
  };
}

/** Finds the store's key of a referenced record; null if there is none. */
function keyFinder(
  description: Description,
): (reference: Reference, context: RequestContext) => MaybePromise<string | null> {
  const unique = new Map(description.uniqueIdentifiers.map(({ name, scheme }) => [name, scheme]));
  return (reference, { loaders, publicUrl }) => {
    const { key, fields } = reference;
    const value = String(fields[key]);
    const scheme = unique.get(key);
    if (scheme) return loaders.keyByUniqueIdentifier(description, scheme, value);
    if (key === 'slug') return recordKey(description, line(value));
    const found = key === 'iri' ? keyOfIri(publicUrl, value) : storeKey(value, reference);
    // Other subgraphs may have records with web addresses, too, which this catalogue does not know.
    if (found === null || pathOfKey(found) === description.path) return found;
    throw new BadUserInput(
      `"${reference.at}.${key}" (${JSON.stringify(value)}) belongs to no record of type ${description.type}. Give the type of the record as "__typename".`,
    );
  };
}

function storeKey(id: string, { at }: Reference): string {
  const key = keyOfGlobalId(id);
  if (key !== null) return key;
  throw new BadUserInput(
    `"${at}.id" (${JSON.stringify(id.slice(0, 60))}) is no global id. Give one from the field "id"; for a readable key use "slug".`,
  );
}
