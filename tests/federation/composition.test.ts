/** The emitted subgraph composes, alone and beside neighbours that extend it, share its values and have a graph of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices, type CompositionResult } from '@theguild/federation-composition';
import { buildSchema, isObjectType, isUnionType, Kind, parse, visit, type GraphQLSchema } from 'graphql';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import { codesOf } from '../../src/vocabulary/concept-scheme';
import { Language } from '../../src/vocabulary/language';
import { registry } from '../helpers/small-world';

const sdl = readFileSync(join(__dirname, '../../schema/subgraph.graphql'), 'utf8');

const link = (directives: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${directives}])`;

const compose = (...neighbours: string[]): CompositionResult =>
  composeServices(
    [sdl, ...neighbours].map((typeDefs, index) => ({
      name: index === 0 ? 'num' : `neighbour-${index}`,
      url: `https://subgraph-${index}.example.org/graphql`,
      typeDefs: parse(typeDefs),
    })),
  );

/** What clients of the supergraph see. */
function composed(...neighbours: string[]): GraphQLSchema {
  const { errors, publicSdl } = compose(...neighbours);
  expect(errors).toBeUndefined();
  return buildSchema(publicSdl ?? '');
}

const fieldsOf = (schema: GraphQLSchema, name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.keys(type.getFields()) : [];
};

describe('the composed supergraph', () => {
  it('of our graph alone has all of it but what speaks of our endpoint', async () => {
    const own = (await catalogueSubgraph(registry)).schema;
    const alone = composed();
    const missing = fieldsOf(own, 'Query').filter((field) => !fieldsOf(alone, 'Query').includes(field));
    const types = Object.keys(own.getTypeMap()).filter((type) => !alone.getType(type));

    expect(missing.sort()).toEqual(['_entities', '_service', 'cost', 'node', 'nodes', 'subgraphs']);
    const ofTheEndpoint = ['Cost', 'Subgraph', 'SubgraphContribution', 'SubgraphError', 'SubgraphLatency'];
    expect(types.sort()).toEqual([...ofTheEndpoint, 'SubgraphState', '_Any', '_Entity', '_Service']);
  });

  it.each([
    ['Institution', 'id', 'ID!'],
    ['Institution', 'iri', 'IRI!'],
    ['Institution', 'slug', 'String!'],
    ['Institution', 'miiSiteCode', 'String'],
    ['Dataset', 'doi', 'String'],
    ['Participation', 'id', 'ID!'],
  ])('takes fields that a neighbour adds to %s by its %s', (type, key, keyType) => {
    const schema = composed(
      `${link('"@key"')} scalar IRI type ${type} @key(fields: "${key}") { ${key}: ${keyType} beds: Int }`,
    );

    expect(fieldsOf(schema, type)).toContain('beds');
  });

  it('lets a neighbour lead to our records from its own', () => {
    const schema = composed(`${link('"@key"')}
      type Query { studies: [Study!]! }
      type Study @key(fields: "id") { id: ID! site: Institution dataset: Dataset }
      type Institution @key(fields: "miiSiteCode", resolvable: false) { miiSiteCode: String }
      type Dataset @key(fields: "doi", resolvable: false) { doi: String }`);

    expect(fieldsOf(schema, 'Institution')).toContain('participations');
  });

  it('stands beside another graph after the Relay specification', () => {
    const schema = composed(`${link('"@key", "@shareable"')}
      type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! studies: StudyConnection! }
      interface Node { id: ID! }
      type Study implements Node @key(fields: "id") { id: ID! }
      type StudyConnection { nodes: [Study!]! pageInfo: PageInfo! }
      type PageInfo @shareable {
        hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String
      }`);

    expect(fieldsOf(schema, 'Query')).toEqual(expect.arrayContaining(['node', 'nodes', 'studies']));
  });

  it('shares the values of ours that a neighbour states whole', () => {
    const schema = composed(`${link('"@key", "@shareable"')}
      type Query { costOfStudies: Money }
      scalar Decimal scalar Currency
      enum AmountQualifier { EXACT APPROXIMATE AT_LEAST UP_TO }
      enum Language { ${codesOf(Language).join(' ')} }
      type Money @shareable {
        amount: Decimal! currency: Currency! qualifier: AmountQualifier
        qualifierLabel(language: Language): String
      }`);

    expect(fieldsOf(schema, 'Money')).toEqual(['amount', 'currency', 'qualifier', 'qualifierLabel']);
  });
});

describe('the emitted SDL', () => {
  it('asks for nothing that older composers refuse', () => {
    const used = new Set<string>();
    const links: string[] = [];
    visit(parse(sdl), {
      Directive: ({ name, arguments: given = [] }) => {
        used.add(name.value);
        const url = given.find((argument) => argument.name.value === 'url')?.value;
        if (name.value === 'link' && url?.kind === Kind.STRING) links.push(url.value);
      },
    });

    expect([...used].sort()).toEqual(['deprecated', 'key', 'link', 'shareable', 'specifiedBy']);
    expect(links).toEqual(['https://specs.apollo.dev/federation/v2.3']);
  });

  it('gives every resource and every link its keys, and none to anything else', async () => {
    const keys = new Map<string, string[]>();
    visit(parse(sdl), {
      ObjectTypeDefinition: ({ name, directives = [] }) => {
        const own = directives.filter((directive) => directive.name.value === 'key');
        const texts = own.map(({ arguments: [fields] = [] }) =>
          fields?.value.kind === Kind.STRING ? fields.value.value : '',
        );
        if (own.length > 0) keys.set(name.value, texts);
      },
    });
    const resources = registry.resources.map(({ type }): [string, string[]] => [type, ['id', 'iri', 'slug']]);
    const links = registry.links.map(({ type }): [string, string[]] => [type, ['id']]);
    const expected = new Map([...resources, ...links, [registry.source.type, ['id', 'slug']]]);
    expected.get('Institution')?.push('miiSiteCode');
    for (const type of ['Dataset', 'Publication']) expected.get(type)?.push('doi');

    expect(keys).toEqual(expected);
    const union = (await catalogueSubgraph(registry)).schema.getType('_Entity');
    const members = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
    expect(members.sort()).toEqual([...expected.keys()].sort());
  });
});
