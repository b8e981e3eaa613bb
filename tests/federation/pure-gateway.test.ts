/** A supergraph of others is served without the catalogue. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config';
import { startSupergraph, type SupergraphApp } from '../../src/supergraph-app';
import { eventually } from '../helpers/eventually';
import { link, Neighbour } from './neighbour';
import { supergraphOf } from './supergraph';

const machines = `${link('@key', '@inaccessible')}
  type Query { machines(first: Int = 2): [Machine!]! thing(id: ID!): Thing }
  interface Thing { id: ID! }
  type Machine implements Thing @key(fields: "id") { id: ID! name: String! maker: Maker secret: String @inaccessible }
  type Maker @key(fields: "id") { id: ID! }`;
const makers = `${link('@key')}
  type Maker @key(fields: "id") { id: ID! name: String! best: Machine }
  type Machine @key(fields: "id") { id: ID! scans(times: Int = 1): Int }`;

const all = [
  { __typename: 'Machine', id: '1', name: 'Aurora', maker: { __typename: 'Maker', id: 'a' } },
  { __typename: 'Machine', id: '2', name: 'Borealis', maker: { __typename: 'Maker', id: 'a' } },
  { __typename: 'Machine', id: '3', name: 'Corona', maker: null },
];

let ours: Neighbour;
let theirs: Neighbour;
let folder: string;
let file: string;
let app: SupergraphApp;

beforeEach(async () => {
  ours = await Neighbour.start('machines', machines, {
    'Query.machines': (_, { first }) => all.slice(0, first as number),
    'Query.thing': (_, { id }) => all.find((machine) => machine.id === id) ?? null,
    Machine: ({ id }) => all.find((machine) => machine.id === id) ?? null,
  });
  theirs = await Neighbour.start('makers', makers, {
    Maker: ({ id }) => ({
      __typename: 'Maker',
      id,
      name: `Maker ${String(id)}`,
      best: { __typename: 'Machine', id: '3' },
    }),
    Machine: ({ id }) => ({ __typename: 'Machine', id }),
    'Machine.scans': ({ id }, { times }) => Number(id) * 10 * Number(times),
  });
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
  file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraph());
  app = await startSupergraph(file, readConfig({ PORT: '0' }), { log: pino({ level: 'silent' }) });
});

afterEach(async () => {
  await app.stop();
  await Promise.all([ours.stop(), theirs.stop()]);
  await rm(folder, { recursive: true });
});

const supergraph = (): string =>
  supergraphOf([
    { name: ours.name, url: ours.url, sdl: machines },
    { name: theirs.name, url: theirs.url, sdl: makers },
  ]);

const ask = async (query: string, variables?: Record<string, unknown>) => {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as { data?: unknown; errors?: unknown[] }) };
};

it('answers over several subgraphs, with one question to each for all records of a level', async () => {
  const { data, errors } = await ask('{ machines { name scans maker { name best { name } } } }');

  expect(errors).toBeUndefined();
  expect(data).toEqual({
    machines: [
      { name: 'Aurora', scans: 10, maker: { name: 'Maker a', best: { name: 'Corona' } } },
      { name: 'Borealis', scans: 20, maker: { name: 'Maker a', best: { name: 'Corona' } } },
    ],
  });
  expect(ours.asked).toHaveLength(2);
  expect(theirs.asked.length).toBeLessThanOrEqual(2);
});

it('asks for a record that stands at two places once', async () => {
  await ask('{ machines { maker { name } } }');

  expect(theirs.asked.map(({ variables }) => variables)).toEqual([
    { representations: [{ __typename: 'Maker', id: 'a' }] },
  ]);
});

it.each([
  [
    'variables with defaults',
    'query ($n: Int = 1) { machines(first: $n) { id } }',
    undefined,
    { machines: [{ id: '1' }] },
  ],
  [
    'given variables',
    'query ($n: Int = 1) { machines(first: $n) { id } }',
    { n: 3 },
    { machines: [{ id: '1' }, { id: '2' }, { id: '3' }] },
  ],
  [
    'variables with names as planners give them to their own',
    'query ($representations: Int, $client_representations: Int, $__batch_reps_0: Boolean!) { machines(first: $client_representations) { id scans(times: $representations) maker @include(if: $__batch_reps_0) { name } } }',
    { representations: 2, client_representations: 1, __batch_reps_0: false },
    { machines: [{ id: '1', scans: 20 }] },
  ],
  [
    'conditions that skip a subgraph',
    'query ($s: Boolean!) { machines(first: 1) { id scans @include(if: $s) } }',
    { s: false },
    { machines: [{ id: '1' }] },
  ],
  [
    'aliases that are names of every object',
    '{ machines(first: 1) { toString: name __proto: scans } }',
    undefined,
    { machines: [{ toString: 'Aurora', __proto: 10 }] },
  ],
  [
    'fragments and abstract types',
    '{ thing(id: "2") { id ...M } } fragment M on Machine { name scans }',
    undefined,
    { thing: { id: '2', name: 'Borealis', scans: 20 } },
  ],
  ['the type of the query alone', '{ __typename }', undefined, { __typename: 'Query' }],
  [
    'the schema beside data',
    '{ __type(name: "Maker") { name } machines(first: 1) { id } }',
    undefined,
    { __type: { name: 'Maker' }, machines: [{ id: '1' }] },
  ],
  [
    'the schema by way of a fragment',
    '{ ...S machines(first: 1) { id } } fragment S on Query { __schema { queryType { name } } }',
    undefined,
    { __schema: { queryType: { name: 'Query' } }, machines: [{ id: '1' }] },
  ],
  [
    'hidden fields',
    '{ __type(name: "Machine") { fields { name } } }',
    undefined,
    { __type: { fields: [{ name: 'id' }, { name: 'name' }, { name: 'maker' }, { name: 'scans' }] } },
  ],
])('understands %s', async (_, query, variables, expected) => {
  const { data, errors } = await ask(query, variables);

  expect(errors).toBeUndefined();
  expect(data).toEqual(expected);
});

it('asks no subgraph for the schema', async () => {
  await ask('{ __schema { types { name } } }');

  expect([...ours.asked, ...theirs.asked]).toEqual([]);
});

it('refuses a variable of the wrong type, and fields that do not exist', async () => {
  expect(await ask('query ($n: Int) { machines(first: $n) { id } }', { n: 'many' })).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
  expect(await ask('{ machines { secret } }')).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
});

it('lives', async () => {
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

it('exchanges its supergraph twenty times under load and loses no request', async () => {
  const without = supergraphOf([{ name: ours.name, url: ours.url, sdl: machines }]);
  const texts = [supergraph(), without];
  let swapping = true;
  const answers: unknown[] = [];
  const clients = Array.from({ length: 4 }, async () => {
    while (swapping) answers.push(await ask('{ machines { name maker { id } } }'));
  });
  for (let swap = 1; swap <= 20; swap++) {
    await writeFile(file, texts[swap % 2] ?? '');
    await app.reload();
    const known = await ask('{ __type(name: "Maker") { fields { name } } }');
    expect(known.data).toMatchObject({ __type: { fields: swap % 2 ? [{ name: 'id' }] : [{}, {}, {}] } });
  }
  swapping = false;
  await Promise.all(clients);

  expect(answers.length).toBeGreaterThan(20);
  const right = {
    status: 200,
    data: {
      machines: [
        { name: 'Aurora', maker: { id: 'a' } },
        { name: 'Borealis', maker: { id: 'a' } },
      ],
    },
  };
  for (const answer of answers) expect(answer).toMatchObject(right);
}, 120_000);

it('is read again for whoever asks while it is being read, as that may have begun before it changed', async () => {
  let text = supergraph();
  let isHeld = false;
  const held: (() => void)[] = [];
  const server = createServer((_, response) => {
    const now = text;
    const send = () => void response.end(now);
    if (isHeld) held.push(send);
    else send();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await app.stop();
  app = await startSupergraph(`http://127.0.0.1:${port}/`, readConfig({ PORT: '0' }), {
    log: pino({ level: 'silent' }),
  });
  isHeld = true;
  const before = app.reload();
  await eventually(() => Promise.resolve(held.length), 1);
  isHeld = false;
  text = supergraphOf([{ name: ours.name, url: ours.url, sdl: machines }]);
  const after = app.reload();
  for (const send of held) send();
  await Promise.all([before, after]);

  const { data } = await ask('{ __type(name: "Maker") { fields { name } } }');

  expect(data).toEqual({ __type: { fields: [{ name: 'id' }] } });
  server.closeAllConnections();
  server.close();
});

it('asks for many records at several places in portions', async () => {
  const many = Array.from({ length: 1_500 }, (_, index) => ({
    ...{ __typename: 'Machine', id: String(index), name: 'Machine' },
    maker: { __typename: 'Maker', id: `k${index}` },
  }));
  ours.deploy(machines, {
    'Query.machines': () => many,
    Machine: ({ id }) => many.find((one) => one.id === id),
  });

  const { data, errors } = await ask('{ machines(first: 1500) { scans maker { name } } }');

  expect(errors).toBeUndefined();
  const { machines: answered } = data as { machines: unknown[] };
  expect(answered).toHaveLength(1_500);
  expect(answered[1_400]).toEqual({ scans: 14_000, maker: { name: 'Maker k1400' } });
  const lengths = theirs.asked.map(({ variables }) =>
    Object.values(variables).map((list) => (list as unknown[]).length),
  );
  expect(lengths.sort()).toEqual([
    [1_000, 1_000],
    [500, 500],
  ]);
});

it('keeps its supergraph when the file becomes unusable', async () => {
  await writeFile(file, 'type Query { half');
  await app.reload();

  expect(await ask('{ machines(first: 1) { id } }')).toMatchObject({ data: { machines: [{ id: '1' }] } });
});

it('does not start without a usable supergraph', async () => {
  await expect(startSupergraph(join(folder, 'nothing'), readConfig({ PORT: '0' }))).rejects.toThrow(
    /The supergraph .* cannot be served/,
  );
});
