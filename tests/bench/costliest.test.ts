/** The costliest queries are derived from the schema: whatever is new in it is measured, or the derivation says what it does not know. */
import {
  extendSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  parse,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import { registry } from '../helpers/small-world';

interface Shape {
  name: string;
  query: string;
  /** Of the schema, such as `Query.datasets(filter:)`. */
  covers: string[];
}

const { derive } = jest.requireActual<{ derive: (schema: GraphQLSchema) => Shape[] }>(
  '../../bench/costliest/derive.cjs',
);

/** Everything that a client may write: roots, arguments, fields of inputs, and the values by which lists are ordered and counted. */
function coordinatesOf(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  return types.flatMap((type) => {
    const { name } = type;
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${name}.${field}`);
    if (isEnumType(type) && /(OrderField|Facet|GroupBy)$/.test(name))
      return type.getValues().map((value) => `${name}.${value.name}`);
    if (!isObjectType(type)) return [];
    const fields = Object.values(type.getFields());
    return [
      ...(type === schema.getQueryType() ? fields.map((field) => `${name}.${field.name}`) : []),
      ...fields.flatMap((field) => field.args.map((argument) => `${name}.${field.name}(${argument.name}:)`)),
    ];
  });
}

let schema: GraphQLSchema;
beforeAll(async () => {
  ({ schema } = await catalogueSubgraph(registry));
});

it('asks for every root, with every argument, operator, order, facet and group', () => {
  const covered = new Set(derive(schema).flatMap(({ covers }) => covers));

  expect(coordinatesOf(schema).filter((coordinate) => !covered.has(coordinate))).toEqual([]);
});

it('asks only what the schema takes', () => {
  const wrong = derive(schema).filter(({ query }) => validate(schema, parse(query)).length > 0);

  expect(wrong.map(({ name }) => name)).toEqual([]);
});

it.each([
  ['a field with an argument', 'extend type Query { secrets(word: String): Int }', 'secrets.word'],
  ['an operator', 'extend input StringFilter { sounds: String }', 'StringFilter.sounds'],
  ['an operator with a list', 'extend input StringFilter { near: [String!] }', 'StringFilter.near'],
  ['a kind of value', 'scalar Place extend input DatasetFilter { near: Place }', 'DatasetFilter.near'],
  ['a number', 'extend type Dataset { similar(most: Int): [Dataset!] }', 'similar.most'],
])('names %s that it does not know', (_, extension, coordinate) => {
  const extended = extendSchema(schema, parse(extension));

  expect(() => derive(extended)).toThrow(coordinate);
});

it('takes what it knows without being told', () => {
  const extended = extendSchema(
    schema,
    parse('extend type Query { more(first: Int, kinds: [LinkKind!]): DatasetConnection! }'),
  );

  const covered = derive(extended).flatMap(({ covers }) => covers);

  expect(covered).toEqual(expect.arrayContaining(['Query.more', 'Query.more(first:)', 'Query.more(kinds:)']));
});
