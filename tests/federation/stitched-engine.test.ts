/** Where the native planner was not built for a machine, stitching answers, with the same errors. */
import { parse } from 'graphql';
import type { Engine } from '../../src/federation/gateway/engine';
import { stitchedEngine } from '../../src/federation/gateway/stitched-engine';
import { readSupergraph } from '../../src/federation/gateway/supergraph';
import { Remotes } from '../../src/federation/linking/remotes';
import { faults, link, Neighbour } from './neighbour';
import { supergraphOf } from './supergraph';

const sites = `${link('@key')}
  type Query { sites: [Site!]! }
  type Site @key(fields: "id") { id: ID! name: String! }`;
const beds = `${link('@key')}
  type Site @key(fields: "id") { id: ID! beds: Int }`;

let first: Neighbour;
let second: Neighbour;
let engine: Engine;
beforeAll(async () => {
  first = await Neighbour.start('sites', sites, {
    'Query.sites': () => [
      { id: 1, name: 'Marburg' },
      { id: 2, name: 'Gießen' },
    ],
  });
  second = await Neighbour.start('beds', beds, {
    Site: ({ id }) => ({ __typename: 'Site', id, beds: Number(id) * 100 }),
  });
  const supergraph = readSupergraph(
    supergraphOf([
      { name: 'sites', url: first.url, sdl: sites },
      { name: 'beds', url: second.url, sdl: beds },
    ]),
  );
  engine = await stitchedEngine(supergraph, new Remotes().callerOf(supergraph.subgraphs));
});
afterAll(() => Promise.all([first.stop(), second.stop()]));

const ask = async (query: string) => {
  const result = await engine.execute({
    document: parse(query),
    variables: {},
    context: { signal: new AbortController().signal, clientHeaders: {} },
  });
  return JSON.parse(JSON.stringify(result)) as unknown;
};

it('answers over several subgraphs', async () => {
  expect(await ask('{ sites { name beds } }')).toEqual({
    data: {
      sites: [
        { name: 'Marburg', beds: 100 },
        { name: 'Gießen', beds: 200 },
      ],
    },
  });
});

it('tells a failure once', async () => {
  second.fault = faults.html;

  expect(await ask('{ sites { name beds } }')).toMatchObject({
    data: {
      sites: [
        { name: 'Marburg', beds: null },
        { name: 'Gießen', beds: null },
      ],
    },
    errors: [
      {
        message: 'The subgraph "beds" answered something that is no JSON.',
        extensions: { code: 'UPSTREAM_UNAVAILABLE', serviceName: 'beds' },
      },
    ],
  });
});
