/** The building block on a schema that is not ours: what it refuses of a key when it is made, and of a representation when it is asked. */
import { buildSchema, execute, parse, type ExecutionResult } from 'graphql';
import { subgraphOf, type Subgraph } from '../../src/federation/subgraph';
import { productsSubgraph } from '../fixtures/products/products';

const entities = async ({ schema }: Subgraph, ...representations: unknown[]): Promise<ExecutionResult> =>
  execute({
    schema,
    document: parse('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }'),
    variableValues: { r: representations },
  });

describe('the building block', () => {
  it.each([
    ['a type that is none', 'Unicorn', 'id', 'The schema has no object type "Unicorn", which has a key.'],
    ['a type that is no object', 'Date', 'id', 'The schema has no object type "Date", which has a key.'],
    ['a field that is none', 'Product', 'ean', 'Product has no field "ean", of which its key speaks.'],
    ['a field within one that is none', 'Product', 'maker { ean }', 'Maker has no field "ean"'],
    ['an object without its fields', 'Product', 'maker', 'The key of Product names no fields of "maker".'],
    ['a fragment', 'Product', '... on Product { id }', 'The key of Product has a fragment.'],
  ])('refuses a key of %s', (_, type, key, message) => {
    const schema = buildSchema(
      'scalar Date type Maker { id: ID! } type Product { id: ID! maker: Maker } type Query { product: Product }',
    );

    expect(() => subgraphOf(schema, { entities: { [type]: { keys: [key], find: () => null } } })).toThrow(
      message,
    );
  });

  it('leaves the schema alone that it is given', () => {
    const schema = buildSchema('type Product { id: ID! } type Query { product: Product }');
    const subgraph = subgraphOf(schema, { entities: { Product: { keys: ['id'], find: () => null } } });

    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['product']);
    expect(Object.keys(subgraph.schema.getQueryType()?.getFields() ?? {})).toEqual([
      'product',
      '_entities',
      '_service',
    ]);
  });

  it.each([
    [
      'an object that is none',
      { __typename: 'ProductResearch', study: 5 },
      '"representations[0].study" (5) is no object. Give one with caseNumber.',
    ],
    [
      'an object without its field',
      { __typename: 'ProductResearch', study: {} },
      '"representations[0]" has no key of ProductResearch. Give the fields of one of these: "study { caseNumber }".',
    ],
    [
      'half a key',
      { __typename: 'DeprecatedProduct', sku: 'x' },
      '"representations[0]" has no key of DeprecatedProduct. Give the fields of one of these: "sku package".',
    ],
    [
      'a value within that does not fit',
      { __typename: 'Product', sku: 'federation', variation: { id: {} } },
      '"representations[0].variation.id" ({}) is not usable: it takes a value of type ID.',
    ],
  ])('refuses %s of a composite key by name', async (_, representation, message) => {
    const { data, errors } = await entities(productsSubgraph(), representation);

    expect(data).toEqual({ _entities: [null] });
    expect(errors?.map((error) => error.message)).toEqual([message]);
  });

  it('finds nobody by a composite key in which a value is null', async () => {
    const { data, errors } = await entities(productsSubgraph(), {
      __typename: 'ProductResearch',
      study: { caseNumber: null },
    });

    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [null] });
  });
});
