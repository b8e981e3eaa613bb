/** A progressive override is decided once, so that both engines answer the same. */
import { parse } from 'graphql';
import { makeEngine } from '../../src/federation/gateway/make-engine';
import { stitchedEngine } from '../../src/federation/gateway/stitched-engine';
import { readSupergraph } from '../../src/federation/gateway/supergraph';
import { Remotes } from '../../src/federation/linking/remotes';
import { Neighbour } from './neighbour';
import { supergraphOf } from './supergraph';

const linking = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@override"])`;
const oldSdl = `${linking} type Query { wards: [Ward!] } type Ward @key(fields: "id") { id: ID! beds: Int name: String }`;
const newSdl = (label: string) =>
  `${linking} type Ward @key(fields: "id") { id: ID! beds: Int @override(from: "old"${label}) staff: Int }`;
const ward = { __typename: 'Ward', id: 'w' };

const neighbours: Neighbour[] = [];
afterEach(() => Promise.all(neighbours.splice(0).map((each) => each.stop())));

it.each([
  ['a percentage', ', label: "percent(40)"', 1],
  ['nearly all', ', label: "percent(99.9)"', 1],
  ['all requests', ', label: "percent(100)"', 2],
  ['none', ', label: "percent(0)"', 1],
  ['a flag', ', label: "launchDarkly:beds"', 1],
  ['no label', '', 2],
])('for %s, each engine asks the same subgraph', async (_, label, beds) => {
  const old = await Neighbour.start('old', oldSdl, {
    'Query.wards': () => [{ ...ward, beds: 1, name: 'A' }],
    Ward: () => ({ ...ward, beds: 1, name: 'A' }),
  });
  const fresh = await Neighbour.start('new', newSdl(label), { Ward: () => ({ ...ward, beds: 2, staff: 3 }) });
  neighbours.push(old, fresh);
  const supergraph = readSupergraph(
    supergraphOf([
      { name: 'old', url: old.url, sdl: oldSdl },
      { name: 'new', url: fresh.url, sdl: newSdl(label) },
    ]),
  );
  const call = new Remotes().callerOf(supergraph.subgraphs);
  for (const engine of [await makeEngine(supergraph, call), await stitchedEngine(supergraph, call)]) {
    const result = await engine.execute({
      document: parse('{ wards { id name beds staff } }'),
      variables: {},
      context: { signal: new AbortController().signal, clientHeaders: {} },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      data: { wards: [{ id: 'w', name: 'A', beds, staff: 3 }] },
    });
  }
});
