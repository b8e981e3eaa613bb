/** A supergraph of our endpoint and a neighbour, over HTTP: the neighbour adds fields to our records and leads to them. */
import { composeServices } from '@theguild/federation-composition';
import { buildSchema, parse } from 'graphql';
import { subgraphOf, type Subgraph } from '../../src/federation/subgraph';
import { serveSubgraph, type ServedSubgraph } from '../fixtures/products/server';
import { describeOnEachDatabase } from '../helpers/databases';
import { Gateway } from '../http/gateway';
import { askAt } from './compatibility';
import { serveSupergraph } from './router';
import { world } from './world';

const beds: Record<string, number> = { UKMR: 1_200, UKGI: 1_100 };
const studies = ['10.1/alone', '10.1/shared', '10.1/unknown'].map((doi) => ({
  id: doi,
  dataset: { doi, isStudied: true },
}));

/** It knows sites by their code and datasets by their DOI; made by the same building block. */
function neighbour(): Subgraph {
  const schema = buildSchema(`
    type Query { studies: [Study!]! }
    type Study { id: ID! dataset: Dataset }
    type Institution { miiSiteCode: String beds: Int }
    type Dataset { doi: String isStudied: Boolean }
  `);
  const query = schema.getQueryType()?.getFields().studies;
  if (query) query.resolve = () => studies;
  return subgraphOf(schema, {
    entities: {
      Institution: {
        keys: ['miiSiteCode'],
        find: ({ fields }) => ({ ...fields, beds: beds[String(fields.miiSiteCode)] }),
      },
      Dataset: { keys: ['doi'], find: ({ fields }) => ({ ...fields, isStudied: true }) },
    },
  });
}

describeOnEachDatabase('beside a neighbour', (dialect) => {
  let gateway: Gateway;
  let neighbours: ServedSubgraph;
  let router: ServedSubgraph;
  const ask = askAt(() => router.url);

  beforeAll(async () => {
    gateway = await Gateway.over(dialect, world);
    const subgraph = neighbour();
    neighbours = await serveSubgraph(subgraph, 0);
    const { data } = await askAt(() => `${gateway.url}/graphql`)('{ _service { sdl } }');
    const { supergraphSdl = '' } = composeServices([
      {
        name: 'num',
        url: `${gateway.url}/graphql`,
        typeDefs: parse((data?._service as { sdl: string }).sdl),
      },
      { name: 'beds', url: neighbours.url, typeDefs: parse(subgraph.sdl) },
    ]);
    router = await serveSupergraph(supergraphSdl);
  });

  afterAll(async () => {
    await router.stop();
    await neighbours.stop();
    await gateway.end();
  });

  it('its fields stand on our records, and are null where we cannot tell the key', async () => {
    const { data, errors } = await ask('{ institutions(first: 5) { nodes { slug beds } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      institutions: {
        nodes: [
          { slug: 'giessen', beds: 1_100 },
          { slug: 'kiel', beds: null },
          { slug: 'luebeck', beds: null },
          { slug: 'marburg', beds: 1_200 },
          { slug: 'nowhere-known', beds: null },
        ],
      },
    });
  });

  it('its records lead to ours, and to null where none is meant', async () => {
    const { data } = await ask('{ studies { id dataset { slug isStudied } } }');

    expect(data).toEqual({
      studies: [
        { id: '10.1/alone', dataset: { slug: 'alone', isStudied: true } },
        { id: '10.1/shared', dataset: null },
        { id: '10.1/unknown', dataset: null },
      ],
    });
  });
});
