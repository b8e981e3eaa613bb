/** The GraphQL schema, derived from the declarations. */
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { linksOfAnyType } from '../query/listing';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import {
  connect,
  connectionOf,
  connectionResolvers,
  linksArguments,
  type ConnectionArguments,
} from './connections';
import { enumCode, enumFrom, resolvedField } from './define';
import { defineInterfaces, LinkInterface } from './interfaces';
import { defineQueryType } from './query-type';
import { defineRecordType } from './record-types';

let built: { registry: Registry; schema: Promise<GraphQLSchema> } | undefined;

/**
 * The schema of a catalogue. type-graphql keeps its metadata for the whole process,
 * so one process has one schema: it is built once and given again.
 */
export function schemaOf(registry: Registry): Promise<GraphQLSchema> {
  built ??= { registry, schema: derive(registry) };
  const same = built.registry.all.every(({ class: type }, index) => registry.all[index]?.class === type);
  if (!same) throw new Error('This process has built the schema of another catalogue already.');
  return built.schema;
}

async function derive(registry: Registry): Promise<GraphQLSchema> {
  const linkKind = enumFrom(
    'LinkKind',
    'The kinds of links, one for each type that implements Link.',
    Object.fromEntries(registry.links.map(({ type, about }) => [enumCode(type), about])),
  );
  const { node, resource, link } = defineInterfaces(linkKind);
  resolvedField<StoredRecord, ConnectionArguments>(resource, {
    name: 'links',
    type: connectionOf('Link', LinkInterface),
    about: 'All links from and to this record, of every kind.',
    args: linksArguments(linkKind),
    resolve: (record, args, context) => connect(linksOfAnyType(args), args, context, record),
  });
  const records = [...registry.resources, ...registry.links].map((description) =>
    defineRecordType(description, registry),
  );
  const schema = await buildSchema({
    resolvers: [node, resource, link, ...records, defineQueryType(registry), ...connectionResolvers] as never,
    validate: false,
    skipCheck: false,
  });
  const query = schema.getQueryType();
  if (query)
    query.description =
      'What can be asked: look-ups of one record, lists of each type, and the catalogue as a whole.';
  return lexicographicSortSchema(schema);
}
