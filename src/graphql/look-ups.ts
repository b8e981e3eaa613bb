/** The fields of Query that look up records: by id, slug, web address and identifier. */
import { ID } from 'type-graphql';
import { BadUserInput } from '../errors';
import { largestPageSize } from '../query/page';
import type { Description } from '../resource/description';
import type { Identifier } from '../resource/evidence';
import { fieldOfOne } from '../resource/field-names';
import { keyOfGlobalId, keyOfIri } from '../resource/identity';
import type { Registry } from '../resource/registry';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { RequestContext } from './context';
import { argumentsOf, queryField, type Carrier, type InputField } from './define';
import { enumOf } from './enums';
import { NodeInterface, ResourceInterface } from './interfaces';
import { oneRecord } from './one-record';
import { keyOfReference, resourceReference, type ResourceReference } from './references';
import { IriScalar } from './scalars';

const input = (name: string, type: InputField['type'], about: string, required = false): InputField => ({
  name,
  type,
  about,
  required,
});

export function defineLookUps(query: Carrier, registry: Registry): void {
  nodeFields(query);
  lookUpFields(query);
  for (const description of [...registry.resources, registry.source]) recordField(query, description);
}

function nodeFields(query: Carrier): void {
  queryField<{ id: string }>(query, {
    name: 'node',
    type: NodeInterface,
    about: 'The resource, link or source with this global id; null when there is none.',
    args: argumentsOf('QueryNode', [input('id', ID, 'Global id, from the field `id` of any record.', true)]),
    ...oneRecord((_, { id }) => keyOf(id)),
  });
  queryField<{ ids: string[] }>(query, {
    name: 'nodes',
    type: [NodeInterface],
    about:
      'The resources, links and sources with these global ids, in the order of the ids; null for each that does not exist.',
    nullable: 'items',
    args: argumentsOf('QueryNodes', [input('ids', [ID], `Global ids, at most ${largestPageSize}.`, true)]),
    resolve: (_, { ids }, context) => {
      if (ids.length <= largestPageSize) {
        const keys = ids.map((id) => keyOf(id));
        return Promise.all(keys.map((key) => Promise.resolve(key && context.loaders.record(key))));
      }
      throw new BadUserInput(
        `"ids" has ${ids.length} ids; at most ${largestPageSize} are answered at once. Ask in several requests.`,
      );
    },
  });
}

const byArgument = (required: boolean): InputField =>
  input(
    'by',
    resourceReference,
    'Which one: by its slug, its id, its web address or an identifier.',
    required,
  );

function lookUpFields(query: Carrier): void {
  queryField<{ by: ResourceReference }>(query, {
    name: 'resource',
    type: ResourceInterface,
    about: 'One resource of any type; null when there is none.',
    nullable: true,
    args: argumentsOf('QueryResource', [byArgument(true)]),
    ...oneRecord((_, { by }, context) => keyOfReference('by', by, null, context)),
  });
  queryField<{ iri: string }>(query, {
    name: 'resourceByIri',
    type: ResourceInterface,
    about: 'The resource with this web address, from the field `iri`; null when there is none.',
    deprecated: 'Use `resource(by: { iri: … })`.',
    args: argumentsOf('QueryResourceByIri', [input('iri', IriScalar, 'Web address of the record.', true)]),
    ...oneRecord((_, { iri }, { publicUrl, registry }) => {
      const key = keyOfIri(publicUrl, iri);
      return key && registry.ofKey(key)?.kind === 'resource' ? key : null;
    }),
  });
  queryField<Identifier>(query, {
    name: 'resourcesByIdentifier',
    type: [ResourceInterface],
    about: 'The resources with this identifier. There may be several: Gießen and Marburg share a ROR id.',
    args: argumentsOf('QueryResourcesByIdentifier', [
      input('scheme', enumOf(IdentifierScheme), 'Scheme of the identifier.', true),
      input(
        'value',
        String,
        'The identifier, in any spelling that is in use: with or without its web address, in capitals or small letters.',
        true,
      ),
    ]),
    resolve: async (_, identifier, { loaders }) => {
      const keys = await loaders.recordKeysByIdentifier(identifier);
      return Promise.all(keys.map((key) => loaders.record(key)));
    },
  });
}

/** The arguments that identify one record; `slug` and `id` are deprecated in favour of `by`. */
interface OneRecord extends Pick<ResourceReference, 'slug' | 'id'> {
  by?: ResourceReference | null;
}

function recordField(query: Carrier, description: Description): void {
  const name = fieldOfOne(description);
  // Cached requests reuse the same arguments object.
  const keys = new WeakMap<object, string>();
  const keyOfOne = ({ by, slug, id }: OneRecord, context: RequestContext) => {
    const given = [by, slug, id].filter((each) => each != null).length;
    if (given === 1)
      return by
        ? keyOfReference('by', by, description, context)
        : keyOfReference('', { slug, id }, description, context);
    throw new BadUserInput(`"${name}" takes exactly one of "by", "slug" and "id"; ${given} given.`);
  };
  queryField<OneRecord>(query, {
    name,
    type: description.class,
    about: `One record; null when there is none. ${description.about}`,
    args: argumentsOf(`Query${description.type}`, [
      byArgument(false),
      { ...input('slug', String, 'Its slug.'), deprecated: 'Use `by: { slug: … }`.' },
      { ...input('id', ID, 'Its global id.'), deprecated: 'Use `by: { id: … }`.' },
    ]),
    ...oneRecord((_, args, context) => {
      const key = keys.get(args) ?? keyOfOne(args, context);
      if (typeof key === 'string' && args.by?.identifier == null) keys.set(args, key);
      return key;
    }),
  });
}

function keyOf(id: string): string {
  const key = keyOfGlobalId(id);
  if (key !== null) return key;
  throw new BadUserInput(
    `"id" (${JSON.stringify(id.slice(0, 60))}) is no global id. Give one from the field "id"; for a readable key use "slug".`,
  );
}
