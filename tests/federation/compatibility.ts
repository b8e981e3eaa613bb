/**
 * The groups of @apollo/federation-subgraph-compatibility-tests 1.2.1 (MIT), ported: each asks over HTTP what the suite asks.
 * The suite itself brings docker, a router and a process manager whose licences and downloads do not fit here.
 */
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { published } from '../fixtures/products/schema';

export interface GraphQLAnswer {
  data?: Record<string, unknown>;
  errors?: unknown;
  extensions?: unknown;
}

/** Asks an endpoint. */
export type Ask = (
  query: string,
  variables?: Record<string, unknown>,
  headers?: Record<string, string>,
) => Promise<GraphQLAnswer>;

/** Asks the endpoint at an address; it is known only once the tests run. */
export const askAt =
  (url: () => string): Ask =>
  async (query, variables = {}, headers = {}) => {
    const response = await fetch(url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLAnswer;
  };

/** The groups that ask the subgraph itself. */
export function subgraphGroups(ask: Ask): void {
  const sdl = async (): Promise<string> => {
    const { data } = await ask('{ _service { sdl } }');
    return (data?._service as { sdl: string }).sdl;
  };
  const minified = async () => stripIgnoredCharacters(await sdl());
  const entities = async (type: string, fields: string, representations: unknown[]) => {
    const answer = await ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`,
      { representations },
    );
    expect(answer).not.toHaveProperty('errors');
    return answer.data?._entities;
  };

  it('introspection: gives the fields, arguments and types of the published schema', async () => {
    const given = parse(await sdl());

    for (const [type, fields] of fieldsIn(parse(published('products')))) {
      expect([type, [...(fieldsIn(given).get(type) ?? [])].sort()]).toEqual([type, [...fields].sort()]);
    }
  });

  it('@link: links one version of federation up to 2.3 and imports nothing unknown', async () => {
    const links = [...(await minified()).matchAll(/@link\(url:"([^"]+)" import:\[([^\]]*)\]\)/g)];
    const federation = links.filter(([, url]) => url?.startsWith('https://specs.apollo.dev/federation/'));

    expect(federation).toHaveLength(1);
    expect(federation[0]?.[1]).toMatch(/\/v2\.[0-3]$/);
    const imported = (federation[0]?.[2] ?? '').replaceAll('"', ' ').trim().split(/\s+/);
    expect(known).toEqual(expect.arrayContaining(imported));
  });

  it('@key (single)', async () => {
    expect(await minified()).toMatch(/type User@extends@key\(fields:"email"\)/);
    expect(
      await entities('User', 'email name', [{ __typename: 'User', email: 'support@apollographql.com' }]),
    ).toEqual([{ email: 'support@apollographql.com', name: 'Jane Smith' }]);
  });

  it('@key (multi)', async () => {
    const key = { sku: 'apollo-federation-v1', package: '@apollo/federation-v1' };

    expect(await minified()).toMatch(/type DeprecatedProduct@key\(fields:"sku package"/);
    expect(
      await entities('DeprecatedProduct', 'sku package reason', [
        { __typename: 'DeprecatedProduct', ...key },
      ]),
    ).toEqual([{ ...key, reason: 'Migrate to Federation V2' }]);
  });

  it('@key (composite)', async () => {
    expect(await minified()).toMatch(/type ProductResearch@key\(fields:"study { caseNumber }"/);
    expect(
      await entities('ProductResearch', 'study { caseNumber description }', [
        { __typename: 'ProductResearch', study: { caseNumber: '1234' } },
      ]),
    ).toEqual([{ study: { caseNumber: '1234', description: 'Federation Study' } }]);
  });

  it('repeatable @key', async () => {
    const schema = await minified();

    expect(schema).toMatch(/type Product.*@key\(fields:"id"\).*\{/);
    expect(schema).toMatch(/type Product.*@key\(fields:"sku package"\).*variation/);
    expect(schema).toMatch(/type Product.*@key\(fields:"sku variation { id }"\).*\{/);
    expect(
      await entities('Product', 'id sku', [
        { __typename: 'Product', id: 'apollo-federation' },
        { __typename: 'Product', sku: 'federation', package: '@apollo/federation' },
        { __typename: 'Product', sku: 'studio', variation: { id: 'platform' } },
      ]),
    ).toEqual([
      { id: 'apollo-federation', sku: 'federation' },
      { id: 'apollo-federation', sku: 'federation' },
      { id: 'apollo-studio', sku: 'studio' },
    ]);
  });

  it('@provides: resolves what it promises to provide', async () => {
    const { data, errors } = await ask(
      'query ($id: ID!) { product(id: $id) { createdBy { email totalProductsCreated } } }',
      { id: 'apollo-federation' },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      product: { createdBy: { email: 'support@apollographql.com', totalProductsCreated: 1337 } },
    });
  });

  it('federated tracing (ftv1): answers with a trace when it is asked for one', async () => {
    expect(await ask('query { __typename }', {}, { 'apollo-federation-include-trace': 'ftv1' })).toEqual({
      data: { __typename: 'Query' },
      extensions: { ftv1: expect.any(String) as string },
    });
  });

  it('@shareable', async () => {
    expect(await minified()).toMatch(/type ProductDimension@shareable/);
  });

  it('@tag', async () => {
    expect(await minified()).toContain('@tag(name:"internal")');
    expect(await minified()).not.toContain('@federation__tag');
  });

  it('@override', async () => {
    expect(await minified()).toMatch(/@override\(from:"users"\)/);
  });

  it('@inaccessible: is marked, and the subgraph itself still answers it', async () => {
    const { data, errors } = await ask('query ($id: ID!) { product(id: $id) { dimensions { unit } } }', {
      id: 'apollo-federation',
    });

    expect(await minified()).toContain('unit:String@inaccessible');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ product: { dimensions: { unit: 'kg' } } });
  });

  it('@composeDirective: defines, links, composes and applies the directive', async () => {
    const schema = await minified();

    expect(schema).toContain('@link(url:"https://myspecs.dev/myCustomDirective/v1.0" import:["@custom"])');
    expect(schema).toMatch(/schema.*@composeDirective\(name:"@custom"\)/);
    expect(schema).toMatch(/directive@custom on OBJECT/);
    expect(schema).toMatch(/type Product.*@custom.*\{/);
  });

  it('@interfaceObject: is marked, with its key', async () => {
    expect(await minified()).toMatch(/type Inventory@interfaceObject@key\(fields:"id"\)/);
  });
}

/** The groups that ask the router over `products`, `users` and `inventory`. */
export function supergraphGroups(ask: Ask): void {
  const product = async (fields: string) => {
    const answer = await ask(`query ($id: ID!) { product(id: $id) { ${fields} } }`, {
      id: 'apollo-federation',
    });
    expect(answer).not.toHaveProperty('errors');
    return answer.data?.product;
  };

  it('@requires: what is needed comes from the neighbour', async () => {
    expect(await product('createdBy { averageProductsCreatedPerYear email }')).toEqual({
      createdBy: {
        averageProductsCreatedPerYear: expect.any(Number) as number,
        email: 'support@apollographql.com',
      },
    });
  });

  it('@override: the name is that of `products`', async () => {
    expect(await product('createdBy { name }')).toEqual({ createdBy: { name: 'Jane Smith' } });
  });

  it('@shareable: either subgraph may answer', async () => {
    expect(await product('dimensions { size weight }')).toEqual({ dimensions: { size: 'small', weight: 1 } });
  });

  it('@interfaceObject: adds fields to an interface of a neighbour', async () => {
    const answer = await ask(
      'query ($id: ID!) { inventory(id: $id) { deprecatedProducts { sku reason } } }',
      { id: 'apollo-oss' },
    );

    expect(answer).not.toHaveProperty('errors');
    expect(answer.data).toEqual({
      inventory: {
        deprecatedProducts: [{ sku: 'apollo-federation-v1', reason: 'Migrate to Federation V2' }],
      },
    });
  });
}

const known = [
  '@composeDirective',
  '@extends',
  '@external',
  '@inaccessible',
  '@interfaceObject',
  '@key',
  '@override',
  '@provides',
  '@requires',
  '@shareable',
  '@tag',
  'FieldSet',
];

/** Each field of each object type with its arguments and type, as text. */
function fieldsIn({ definitions }: DocumentNode): Map<string, string[]> {
  const objects = definitions.filter(
    (node): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  return new Map(
    objects.map(({ name, fields = [] }) => [
      name.value,
      fields.map((field) => print({ ...field, directives: [] })),
    ]),
  );
}
