/** A document with several operations: each has a plan of its own, whatever the others ask. */
import { execute, parse } from 'graphql';
import { readConfig } from '../../../src/config';
import { catalogueSubgraph } from '../../../src/federation/catalogue-subgraph';
import { requestContext } from '../../../src/graphql/context';
import { Plans, type FallbackReason } from '../../../src/query/plan/plans';
import { publicUrl } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { registry, SmallWorld } from '../../helpers/small-world';

const document = parse(`
  query Names($inGerman: Boolean!) { infrastructures { nodes { slug ...Named @include(if: $inGerman) } } }
  query Short($long: Boolean!) { infrastructures { nodes { acronym name @include(if: $long) ...Rest } } }
  query Plain { infrastructures { totalCount } }
  fragment Named on Infrastructure { name(language: DE) ...Rest }
  fragment Rest on Infrastructure { slug @skip(if: false) }
`);

const records = {
  Infrastructure: [{ slug: 'racoon', name: { de: 'Radiologie', en: 'Radiology' }, acronym: 'RACOON' }],
};

describeOnEachDatabase('a document with several operations', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  it.each([
    ['Names', { inGerman: true }],
    ['Names', { inGerman: false }],
    ['Short', { long: true }],
    ['Short', { long: false }],
    ['Plain', {}],
  ])('has %s answered by a plan with %p', async (operationName, variables) => {
    const { schema } = await catalogueSubgraph(registry);
    const lefts: FallbackReason[] = [];
    const plans = new Plans({ schema, registry, onFallback: (left) => lefts.push(left) });
    const { limits } = readConfig({});
    const context = () =>
      requestContext({
        registry,
        schema,
        limits,
        sizeOf: () => 0,
        reader: world.store,
        language: 'en',
        publicUrl,
      });

    const text = await plans.answer(document, operationName, variables, context());

    expect(lefts).toEqual([]);
    const expected = await execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context(),
    });
    expect(text).toBe(JSON.stringify(expected.data));
  });
});
