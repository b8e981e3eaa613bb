/** Whatever a list holds, its connection answers all that it offers. */
import { isObjectType, isRequiredArgument, type GraphQLField } from 'graphql';
import { schemaOf } from '../../src/graphql/schema';
import { ask } from '../helpers/ask';
import { registry, SmallWorld } from '../helpers/small-world';

const someValues: Record<string, string> = { Date: '"2024-01-01"', String: '"x"' };

const required = ({ args }: GraphQLField<unknown, unknown>): string => {
  const given = args
    .filter(isRequiredArgument)
    .map(({ name, type }) => `${name}: ${someValues[String(type).replace('!', '')] ?? 'null'}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
};

it('every connection of Query gives its pages, its count and its groups', async () => {
  const query = (await schemaOf(registry)).getQueryType();
  const fields = Object.values(query?.getFields() ?? {}).flatMap((field) => {
    const { type } = field;
    const isConnection = isObjectType(type) && type.name.endsWith('Connection');
    return isConnection ? [{ field, offered: Object.keys(type.getFields()) }] : [];
  });
  const world = await SmallWorld.of('sqlite', {});

  expect(fields.length).toBeGreaterThan(20);
  for (const { field, offered } of fields) {
    const groups = offered.includes('aggregate') ? 'aggregate(by: []) { groupCount }' : '';
    const { errors } = await ask(
      world,
      `{ ${field.name}${required(field)} { totalCount pageInfo { hasNextPage } edges { cursor } nodes { __typename } ${groups} } }`,
    );
    expect({ field: field.name, errors }).toEqual({ field: field.name, errors: undefined });
  }
  await world.end();
});
