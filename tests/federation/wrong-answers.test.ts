/** Whatever subgraphs answer, clients get what the schema allows: what is missing is null, and each failed question is told once. */
import fc from 'fast-check';
import { execute, parse, type ExecutionResult } from 'graphql';
import type { CallSubgraph, Engine } from '../../src/federation/gateway/engine';
import { SubgraphUnavailable } from '../../src/federation/gateway/faults';
import { makeEngine } from '../../src/federation/gateway/make-engine';
import { readSupergraph, type Supergraph } from '../../src/federation/gateway/supergraph';
import { Remotes } from '../../src/federation/linking/remotes';
import { damage, kinds, type Damage } from './damage';
import { link, Neighbour } from './neighbour';
import { supergraphOf } from './supergraph';
import { runs } from '../helpers/property-runs';

const machinesSdl = `${link('@key', '@shareable')}
  type Query { machines: [Machine!] main: Machine! thing: Thing things: [Thing!]! }
  interface Thing { id: ID! }
  type Machine implements Thing @key(fields: "id") {
    id: ID! name: String! state: State size: Size @shareable tags: [String!] grid: [[Int]] maker: Maker }
  type Room implements Thing @key(fields: "id") { id: ID! name: String }
  type Size @shareable { width: Int! unit: Unit }
  type Unit { symbol: String factor: Float! }
  enum State { ON OFF }
  type Maker @key(fields: "id") { id: ID! }`;
const makersSdl = `${link('@key', '@shareable', '@external', '@requires')}
  type Maker @key(fields: "id") { id: ID! name: String! country: String best: Machine }
  type Machine @key(fields: "id") {
    id: ID! name: String! @external scans: Int! note: String size: Size @shareable label: String @requires(fields: "name") }
  type Room @key(fields: "id") { id: ID! beds: Int! }
  type Size @shareable { depth: Int }`;

const queries = [
  `{ machines { __typename id name state tags grid size { width depth unit { symbol factor } } scans note label
      maker { id name country best { id name scans label } } } }`,
  `{ thing { __typename id ... on Machine { name scans maker { name best { note size { depth } } } } ... on Room { beds name } }
      main { id name maker { best { name } } } }`,
  '{ things { __typename ... on Room { beds } ... on Machine { note tags } } machines { scans } }',
  'query ($yes: Boolean = true, $no: Boolean = false) { main { name @skip(if: $no) note @include(if: $no) size { width @include(if: $yes) depth @skip(if: $no) } } }',
];

const size = { width: 3, depth: 4, unit: { symbol: 'cm', factor: 0.5 } };
const machine = (id: string, more: object = {}) => ({
  ...{
    __typename: 'Machine',
    id,
    name: `Machine ${id}`,
    state: 'ON',
    size,
    tags: ['a', 'b'],
    grid: [[1], [2, 3]],
  },
  ...{ maker: { __typename: 'Maker', id: 'm' }, scans: 5, note: `Note of ${id}`, label: `Label of ${id}` },
  ...more,
});
const all = [
  machine('1'),
  machine('2', { state: null, size: null, tags: null, note: null }),
  machine('3', { maker: null }),
];
const room = { __typename: 'Room', id: 'r', name: null, beds: 2 };

let machines: Neighbour;
let makers: Neighbour;
let supergraph: Supergraph;
let ask: CallSubgraph;
let engine: Engine;

beforeAll(async () => {
  machines = await Neighbour.start('machines', machinesSdl, {
    'Query.machines': () => all,
    'Query.main': () => all[0],
    'Query.thing': () => all[0],
    'Query.things': () => [...all, room],
    Machine: ({ id }) => all.find((each) => each.id === id),
  });
  makers = await Neighbour.start('makers', makersSdl, {
    Maker: ({ id }) => ({ __typename: 'Maker', id, name: 'Maker', country: 'DE', best: all[0] }),
    Machine: ({ id }) => all.find((each) => each.id === id),
    Room: () => room,
  });
  supergraph = readSupergraph(
    supergraphOf([
      { name: 'machines', url: machines.url, sdl: machinesSdl },
      { name: 'makers', url: makers.url, sdl: makersSdl },
    ]),
  );
  ask = new Remotes().callerOf(supergraph.subgraphs);
  engine = await makeEngine(supergraph, askWrongly);
});
afterAll(() => Promise.all([machines.stop(), makers.stop()]));

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** What is wrong with the answers to the questions of a query; and the names of those that answered so. */
let nth = 0;
let wrong: readonly Damage[] = [];
let damaged: string[] = [];

const askWrongly: CallSubgraph = async (asked) => {
  const mine = wrong.filter(({ question }) => question === nth);
  nth += 1;
  if (mine.some(({ kind }) => kind === 'fails')) {
    damaged.push(asked.subgraph);
    throw new SubgraphUnavailable(asked.subgraph, 'TIMEOUT');
  }
  const answer = await ask(asked);
  if (damage(answer, asked, mine, supergraph.fullSchema)) damaged.push(asked.subgraph);
  return answer;
};

async function answered(query: string, damages: readonly Damage[]) {
  [nth, wrong, damaged] = [0, damages, []];
  const result = await engine.execute({
    document: parse(query),
    variables: {},
    context: { signal: new AbortController().signal, clientHeaders: {} },
  });
  return { ...plain(result), damaged };
}

/** What the schema makes of data; the same when they conform to it. */
async function conformed(query: string, data: unknown): Promise<ExecutionResult> {
  const result = await execute({
    schema: supergraph.publicSchema,
    document: parse(query),
    rootValue: data,
    fieldResolver: (source: Record<string, unknown>, _args, _context, { path }) => source[path.key],
    typeResolver: (source: { __typename: string }) => source.__typename,
  });
  return plain(result);
}

/** Whether a path leads to null, or to records that have nulls; what fails for a whole list is told without the indices. */
function leadsToNull(at: unknown, [step, ...rest]: readonly (string | number)[]): boolean {
  if (at === null) return true;
  if (step === undefined) return JSON.stringify(at).includes('null');
  if (Array.isArray(at) && typeof step === 'string')
    return at.some((item) => leadsToNull(item, [step, ...rest]));
  return leadsToNull((at as Record<string | number, unknown>)[step], rest);
}

/** Whether something is null which is not so in another answer. */
function losesSomething(data: unknown, whole: unknown): boolean {
  if (typeof whole !== 'object' || whole === null) return data === null && whole !== null;
  if (typeof data !== 'object' || data === null) return true;
  return Object.entries(whole).some(([name, value]) =>
    losesSomething((data as Record<string, unknown>)[name], value),
  );
}

const damages = fc.record({
  question: fc.nat(4),
  place: fc.nat(200),
  kind: fc.constantFrom(...kinds),
});

it.each(queries)('answers %s whole where nothing is wrong', async (query) => {
  const { data, errors } = await answered(query, []);

  expect(errors).toBeUndefined();
  expect(await conformed(query, data)).toEqual({ data });
});

it('makes null of a record that does not exist, and tells it where null may not stand', async () => {
  makers.fault = (response) => response.end('{"data":{"_entities":[null]}}');
  const [nullable, required] = [
    await answered('{ thing { ... on Machine { scans } } }', []),
    await answered('{ main { scans } }', []),
  ];
  makers.fault = null;

  expect(nullable).toMatchObject({ data: { thing: null } });
  expect(nullable.errors).toBeUndefined();
  expect(required).toMatchObject({
    data: null,
    errors: [
      {
        message: 'The subgraph "machines" refers to a record that does not exist: Machine {"id":"1"}.',
        path: ['main', 'scans'],
      },
    ],
  });
});

it('keeps to the schema, tells each failed question once, and gives nothing away', async () => {
  const whole = new Map<string, unknown>();
  for (const query of queries) whole.set(query, (await answered(query, [])).data);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...queries),
      fc.array(damages, { minLength: 1, maxLength: 4 }),
      async (query, given) => {
        const { data, errors = [], damaged } = await answered(query, given);

        expect(JSON.stringify({ data, errors })).not.toMatch(/secret/i);
        if (data !== null) expect(await conformed(query, data)).toEqual({ data });
        if (losesSomething(data, whole.get(query))) expect(errors.length).toBeGreaterThan(0);
        // Who refers to a record that is damaged away is not the one that was damaged.
        const blamed = errors.flatMap(({ extensions = {}, message }) =>
          extensions.code === 'UPSTREAM_UNAVAILABLE' && !message.includes('refers to a record')
            ? [String(extensions.serviceName)]
            : [],
        );
        for (const name of new Set(blamed)) {
          const times = (names: string[]) => names.filter((each) => each === name).length;
          expect(times(blamed)).toBeLessThanOrEqual(times(damaged));
        }
        for (const { path = [] } of errors) expect(leadsToNull(data, path)).toBe(true);
      },
    ),
    { numRuns: runs(150) },
  );
}, 120_000);

it('tells one error for one wrong answer, if anything of it is asked for', async () => {
  const whole = new Map<string, unknown>();
  for (const query of queries) whole.set(query, (await answered(query, [])).data);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...queries),
      fc.record({
        question: fc.nat(3),
        kind: fc.constantFrom(...kinds.filter((kind) => kind !== 'reports')),
      }),
      fc.array(fc.nat(200), { minLength: 1, maxLength: 5 }),
      async (query, { question, kind }, places) => {
        const given = places.map((place) => ({ question, kind, place }));
        const { data, errors = [], damaged } = await answered(query, given);

        expect(errors.length).toBeLessThanOrEqual(damaged.length);
        if (losesSomething(data, whole.get(query))) expect(errors).toHaveLength(1);
      },
    ),
    { numRuns: runs(150) },
  );
}, 120_000);
