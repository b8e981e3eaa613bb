/** Records at several places of one answer, and names that are members of every object, as subgraphs and clients may use them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config';
import { startSupergraph, type SupergraphApp } from '../../src/supergraph-app';
import { link, Neighbour } from './neighbour';
import { supergraphOf } from './supergraph';

const machinesSdl = `${link('@key', '@shareable')}
  type Query { machines: [Machine!]! main: Machine nothing: Machine }
  type Machine @key(fields: "id") { id: ID! name: String room: String maker: Maker size: Size @shareable }
  type Size @shareable { width: Int }
  type Maker @key(fields: "id") { id: ID! }`;
const makersSdl = `${link('@key', '@shareable')}
  type Maker @key(fields: "id") { id: ID! name: String best: Machine others: [Machine!] }
  type Machine @key(fields: "id") { id: ID! scans: Int size: Size @shareable }
  type Size @shareable { depth: Int }`;

const maker = { __typename: 'Maker', id: 'a' };
const machines = ['1', '2', '3'].map((id) => ({
  __typename: 'Machine',
  id,
  name: `Machine ${id}`,
  room: `Room ${id}`,
  maker,
  size: { width: 3 },
}));
const machine = (id: unknown) => machines.find((each) => each.id === id) ?? null;
const [first, second, third] = machines;

let ours: Neighbour;
let theirs: Neighbour;
let folder: string;
let app: SupergraphApp;

beforeAll(async () => {
  ours = await Neighbour.start('machines', machinesSdl, {
    'Query.machines': () => [first, second],
    'Query.main': () => third,
    'Query.nothing': () => null,
    Machine: ({ id }) => machine(id),
  });
  theirs = await Neighbour.start('makers', makersSdl, {
    Maker: () => ({ ...maker, name: 'Maker', best: third, others: [first, second] }),
    Machine: ({ id }) => ({ __typename: 'Machine', id, scans: Number(id) * 10 }),
  });
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
  const file = join(folder, 'supergraph.graphql');
  const services = [
    { name: ours.name, url: ours.url, sdl: machinesSdl },
    { name: theirs.name, url: theirs.url, sdl: makersSdl },
  ];
  await writeFile(file, supergraphOf(services));
  app = await startSupergraph(file, readConfig({ PORT: '0' }), { log: pino({ level: 'silent' }) });
});

beforeEach(() => {
  [ours.fault, theirs.fault] = [null, null];
  for (const each of [ours, theirs]) each.asked.splice(0);
});

afterAll(async () => {
  await app.stop();
  await Promise.all([ours.stop(), theirs.stop()]);
  await rm(folder, { recursive: true });
});

const ask = async (query: string) => {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = JSON.parse(await response.text()) as { data?: unknown; errors?: object[] };
  return { data, errors };
};

describe('a record that stands at several places', () => {
  it('gives each of them what is asked for there, also where both call it the same', async () => {
    const { data, errors } = await ask(`{
      machines { maker { name best { x: name } others { x: name } } }
      main { maker { name best { x: room } others { x: room } } } }`);

    expect(errors).toBeUndefined();
    const asNames = {
      name: 'Maker',
      best: { x: 'Machine 3' },
      others: [{ x: 'Machine 1' }, { x: 'Machine 2' }],
    };
    expect(data).toEqual({
      machines: [{ maker: asNames }, { maker: asNames }],
      main: { maker: { name: 'Maker', best: { x: 'Room 3' }, others: [{ x: 'Room 1' }, { x: 'Room 2' }] } },
    });
  });

  it('is missing at each of them where its subgraph does not answer, which is told once', async () => {
    theirs.fault = (response) => response.writeHead(500).end();

    const { data, errors } = await ask('{ machines { id maker { id name } } main { maker { id name } } }');

    const missing = { id: 'a', name: null };
    expect(data).toEqual({
      machines: [
        { id: '1', maker: missing },
        { id: '2', maker: missing },
      ],
      main: { maker: missing },
    });
    expect(errors).toHaveLength(1);
  });

  it('is told of at each of them where its subgraph reports an error about it', async () => {
    theirs.fault = (response) =>
      response.end(
        JSON.stringify({
          data: { _entities: [{ __typename: 'Maker', name: null }] },
          errors: [{ message: 'secret', path: ['_entities', 0, 'name'] }],
        }),
      );

    const { data, errors } = await ask('{ machines { maker { name } } }');

    expect(data).toEqual({ machines: [{ maker: { name: null } }, { maker: { name: null } }] });
    expect(errors?.map((error) => (error as { path: unknown }).path)).toEqual([
      ['machines', 0, 'maker', 'name'],
      ['machines', 1, 'maker', 'name'],
    ]);
  });
});

describe('the name __proto__', () => {
  it('in an answer is no value of a record, and changes none', async () => {
    ours.fault = (response) =>
      response.end(
        '{"data":{"machines":[{"__typename":"Machine","id":"1","__proto__":{"name":"stolen","id":"9"}}],"__proto__":{"main":{"id":"9"}}}}',
      );

    const { data } = await ask('{ machines { id name } main { id } }');

    expect(data).toMatchObject({ machines: [{ id: '1', name: null }], main: null });
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  it.each([
    ['at the top', ['__proto__', 'id']],
    ['in a record', ['machines', 0, '__proto__', 'id']],
    ['at the end', ['machines', 0, '__proto__']],
    ['by way of the constructor', ['machines', 0, 'constructor', 'prototype', 'id']],
  ])('in the path of an error leads nowhere: %s', async (_where, path) => {
    ours.fault = (response) =>
      response.end(
        JSON.stringify({
          data: { machines: [{ __typename: 'Machine', id: '1', name: null }] },
          errors: [{ message: 'secret', path }],
        }),
      );

    const { data } = await ask('{ machines { id name } }');

    expect(data).toEqual({ machines: [{ id: '1', name: null }] });
    for (const name of ['id', 'name', 'machines'])
      expect(({} as Record<string, unknown>)[name]).toBeUndefined();
  });

  it('as an alias takes nothing else of a record with it', async () => {
    const { data } = await ask('{ machines { id __proto__: name maker { id __proto__: name } } }');

    expect(data).toMatchObject({
      machines: [
        { id: '1', maker: { id: 'a' } },
        { id: '2', maker: { id: 'a' } },
      ],
    });
  });

  it('as an alias of what fails takes nothing else of a record with it', async () => {
    theirs.fault = (response) => response.writeHead(500).end();

    const { data, errors } = await ask('{ machines { id name maker { id __proto__: best { scans } } } }');

    expect(data).toMatchObject({
      machines: [
        { id: '1', name: 'Machine 1', maker: { id: 'a' } },
        { id: '2', name: 'Machine 2', maker: { id: 'a' } },
      ],
    });
    expect(errors).toBeDefined();
  });

  it('as an alias of what a subgraph leaves out takes nothing else of a record with it', async () => {
    ours.fault = (response) =>
      response.end('{"data":{"machines":[{"__typename":"Machine","id":"1","maker":{"id":"a"}}]}}');

    const { data } = await ask('{ machines { id __proto__: name } }');

    expect(data).toMatchObject({ machines: [{ id: '1' }] });
  });

  it('as an alias of what one of two subgraphs owes does not take what the other one knows', async () => {
    theirs.fault = (response) => response.writeHead(500).end();

    const { data } = await ask('{ machines { id size { width __proto__: depth } } }');

    expect(data).toMatchObject({
      machines: [
        { id: '1', size: { width: 3 } },
        { id: '2', size: { width: 3 } },
      ],
    });
  });
});

it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
  'a value that is null stays so under the name %s',
  async (name) => {
    theirs.fault = (response) =>
      response.end('{"data":{"_entities":[{"__typename":"Maker","' + name + '":null}]}}');

    const { data, errors } = await ask(`{ ${name}: nothing { id } main { maker { ${name}: name } } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({ [name]: null, main: { maker: { [name]: null } } });
  },
);
