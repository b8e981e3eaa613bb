/** The GraphQL schema, derived from the declarations. */
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { linksOfAnyType } from '../query/lists';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { linksArguments, type ConnectionArguments } from './connection-arguments';
import { assessmentResolvers } from './assessment/assessment-fields';
import { connectionOf, connectionResolvers, pages } from './connections';
import { resolvedField } from './define';
import { enumCode, enumFrom } from './enums';
import { evidenceResolvers } from './evidence-types';
import { defineGraphFields } from './graph/graph-fields';
import { defineInterfaces, LinkInterface } from './interfaces';
import { markOneOf } from './one-of-input';
import { labelResolvers } from './plain-type';
import { defineQueryType } from './query-type';
import { defineRecordType } from './record-types';

let built: { registry: Registry; schema: Promise<GraphQLSchema> } | undefined;

/** The schema of a catalogue, built once. type-graphql's metadata are global, so a process can have only one schema. */
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
    ...pages((args) => linksOfAnyType(args)),
  });
  const records = registry.all.map((description) => defineRecordType(description, registry));
  const schema = await buildSchema({
    resolvers: quickToSearch([
      ...[node, resource, link, ...records, ...evidenceResolvers, ...assessmentResolvers],
      ...defineQueryType(registry),
      ...[...defineGraphFields(registry, linkKind), ...connectionResolvers, ...labelResolvers],
    ]) as never,
    validate: false,
    // It would execute a whole introspection at each start. The first execution validates the schema, and so do the tests.
    skipCheck: true,
  });
  markOneOf(schema);
  const queryType = schema.getQueryType();
  if (queryType)
    queryType.description =
      'What can be asked: look-ups of one record, lists of each type, and the catalogue as a whole.';
  return lexicographicSortSchema(schema);
}

/** type-graphql searches this list for each resolver of each field, almost a million times. */
function quickToSearch<Item>(list: Item[]): Item[] {
  const items = new Set(list);
  list.includes = (item) => items.has(item);
  return list;
}
