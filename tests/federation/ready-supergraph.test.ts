/** A supergraph that is composed elsewhere, in which our graph is one of the subgraphs. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import { ourPart } from '../../src/open-federation';
import { registry } from '../../src/registry';
import { eventually } from '../helpers/eventually';
import { Gateway } from '../http/gateway';
import { scans, scansSdl, world } from './linked-gateway';
import { Neighbour } from './neighbour';
import { supergraphOf } from './supergraph';

let racoon: Neighbour;
let folder: string;
let text: string;
beforeEach(async () => {
  racoon = await Neighbour.start('scans', scansSdl, scans);
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
  const { name, sdl } = await ourPart(registry);
  text = supergraphOf([
    { name, sdl, url: 'https://num.example.org/graphql' },
    { name: 'scans', sdl: scansSdl, url: racoon.url },
  ]);
});
afterEach(async () => {
  await racoon.stop();
  await rm(folder, { recursive: true });
});

const question = '{ infrastructures { nodes { slug scans machines { at { name } } } } }';
const whole = {
  infrastructures: {
    nodes: [
      { slug: 'aktin', scans: 5, machines: [{ at: { name: 'Marburg' } }] },
      { slug: 'racoon', scans: 6, machines: [{ at: { name: 'Marburg' } }] },
    ],
  },
};

const warnings = (gateway: Gateway) =>
  gateway.log.filter(({ msg }) => msg === 'The supergraph cannot be used; the one that was kept is served');

it('is served from a file, with our part in this process, and follows the file', async () => {
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, text);
  const gateway = await Gateway.over(
    'sqlite',
    world,
    {},
    { SUPERGRAPH_FILE: file, SUBGRAPHS_POLL_MS: '100', SUPERGRAPH_KEPT_AT: join(folder, 'kept.json') },
  );

  expect((await gateway.ask(question)).json).toMatchObject({ data: whole });
  expect(
    (await gateway.ask('{ subgraphs { name state version contributes { field } } }')).json,
  ).toMatchObject({
    data: { subgraphs: [{ name: 'scans', state: 'AVAILABLE', version: null }] },
  });
  await writeFile(file, text.replaceAll('scans: Int', 'films: Int'));
  await eventually(async () => (await gateway.ask('{ infrastructures { nodes { films } } }')).status, 200);
  await gateway.end();
});

it('is served from an address, and from what was kept where that does not answer', async () => {
  const server: Server = createServer((_request, response) => response.end(text));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const keptAt = join(folder, 'kept.json');
  const environment = {
    SUPERGRAPH_FILE: `http://127.0.0.1:${port}/supergraph`,
    SUPERGRAPH_KEPT_AT: keptAt,
  };
  const gateway = await Gateway.over('sqlite', world, {}, environment);

  expect((await gateway.ask(question)).json).toMatchObject({ data: whole });

  await gateway.stop();
  await eventually(async () => existsSync(keptAt), true);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  await gateway.start(environment);
  expect((await gateway.ask(question)).json).toMatchObject({ data: whole });
  expect(warnings(gateway)).toHaveLength(1);
  await gateway.end();
});

it.each([
  ['is cut off', () => text.slice(0, text.length / 2)],
  ['is no supergraph', () => 'type Query { half: Int }'],
])('that %s at the start leaves the one that was kept, with a warning', async (_, wrong) => {
  const file = join(folder, 'supergraph.graphql');
  const keptAt = join(folder, 'kept.json');
  await writeFile(file, text);
  const environment = { SUPERGRAPH_FILE: file, SUPERGRAPH_KEPT_AT: keptAt };
  const gateway = await Gateway.over('sqlite', world, {}, environment);
  await eventually(async () => existsSync(keptAt), true);
  await gateway.stop();
  await writeFile(file, wrong());

  await gateway.start(environment);

  expect((await gateway.ask(question)).json).toMatchObject({ data: whole });
  expect(warnings(gateway)).toHaveLength(1);
  await gateway.end();
});

it('that cannot be used stops the start with one line, which says where it is wrong and what is needed', async () => {
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, 'type Query { half');

  await expect(Gateway.over('sqlite', world, {}, { SUPERGRAPH_FILE: file })).rejects.toThrow(
    /^SUPERGRAPH_FILE="[^"]*" cannot be used: line 1, column 18: Syntax Error: .+ It must be the SDL of a supergraph, as "rover supergraph compose" writes it\.$/,
  );
});

it('at an address that nothing answers stops the start with the cause', async () => {
  const { url } = racoon;
  await racoon.stop();
  const environment = { SUPERGRAPH_FILE: url, SUPERGRAPH_KEPT_AT: join(folder, 'kept.json') };

  await expect(Gateway.over('sqlite', world, {}, environment)).rejects.toThrow(
    /cannot be used: http:\S+ could not be reached: connect ECONNREFUSED 127\.0\.0\.1:\d+\.$/,
  );
});

it('at an address that does not stop answering is read up to a limit', async () => {
  let written = 0;
  const server: Server = createServer((_request, response) => {
    const piece = Buffer.alloc(1_000_000, '#');
    const send = (): void => {
      written += piece.byteLength;
      response.write(piece, (error) => {
        if (!error) send();
      });
    };
    send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const environment = {
    SUPERGRAPH_FILE: `http://127.0.0.1:${port}/`,
    SUPERGRAPH_KEPT_AT: join(folder, 'kept.json'),
  };

  await expect(Gateway.over('sqlite', world, {}, environment)).rejects.toThrow(
    /cannot be used: http:\S+ answered more than 20 MB\.$/,
  );

  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  expect(written).toBeLessThan(60_000_000);
});

describe('composed of the SDL that we publish', () => {
  const published = async (neighbour: string, sdl: string): Promise<string> =>
    supergraphOf([
      { name: 'num', sdl: (await catalogueSubgraph(registry)).sdl, url: 'https://num.example.org/graphql' },
      { name: 'scans', sdl, url: neighbour },
    ]);
  const file = () => join(folder, 'supergraph.graphql');
  const environment = () => ({
    SUPERGRAPH_FILE: file(),
    SUPERGRAPH_KEPT_AT: join(folder, 'kept.json'),
    SUBGRAPHS_POLL_MS: '1000000',
  });

  it('has the fields about this endpoint all the same, with those of the neighbours on what they find', async () => {
    await writeFile(file(), await published(racoon.url, scansSdl));
    const gateway = await Gateway.over('sqlite', world, {}, environment());
    const { json } = await gateway.ask('{ infrastructures { nodes { id } } }');
    const { nodes } = (json as { data: { infrastructures: { nodes: { id: string }[] } } }).data
      .infrastructures;
    const id = nodes[0]?.id ?? '';

    const answer = await gateway.ask(
      `{ node(id: "${id}") { id ... on Infrastructure { slug scans } } nodes(ids: ["${id}"]) { id }
         subgraphs { name } cost(query: "{ infrastructures { totalCount } }") { __typename } }`,
    );

    expect(answer.json).toMatchObject({
      data: {
        node: { id, slug: 'aktin', scans: 5 },
        nodes: [{ id }],
        subgraphs: [{ name: 'scans' }],
        cost: { __typename: 'Cost' },
      },
    });
    expect((await gateway.ask('{ __type(name: "Query") { fields { name } } }')).text).toContain('"node"');
    await gateway.end();
  });

  it('leaves a field to the neighbour that has it', async () => {
    const sdl = `${scansSdl} extend type Query { cost: Int }`;
    await writeFile(file(), await published(racoon.url, sdl));
    racoon.deploy(sdl, { ...scans, 'Query.cost': () => 3 });
    const gateway = await Gateway.over('sqlite', world, {}, environment());

    expect((await gateway.ask('{ cost subgraphs { name } }')).json).toMatchObject({
      data: { cost: 3, subgraphs: [{ name: 'scans' }] },
    });
    await gateway.end();
  });

  it('calls its subgraphs as a file of subgraphs says, and as a changed file says from then on', async () => {
    await writeFile(file(), await published('http://127.0.0.1:1/', scansSdl));
    const settings = join(folder, 'subgraphs.yaml');
    const entry = (variable: string) =>
      `subgraphs: [{ name: scans, url: "${racoon.url}", headers: { Authorization: ${variable} } }, { name: gone }]`;
    await writeFile(settings, entry('FIRST'));
    const given = { ...environment(), SUBGRAPHS_FILE: settings, FIRST: 'one', SECOND: 'two' };
    const gateway = await Gateway.over('sqlite', world, {}, given);
    const said = (message: string) => gateway.log.filter(({ msg }) => msg === message);

    expect((await gateway.ask(question)).json).toMatchObject({ data: whole });
    expect(said('SUBGRAPHS_FILE names subgraphs that the supergraph does not have')).toMatchObject([
      { subgraphs: ['gone'] },
    ]);
    await writeFile(settings, entry('SECOND'));
    gateway.reload();
    await eventually(async () => {
      await gateway.ask(question);
      return racoon.asked.at(-1)?.headers.authorization;
    }, 'two');

    await writeFile(settings, 'subgraphs: [{ name: scans, mayExtend: [Query] }]');
    gateway.reload();
    await eventually(
      () => Promise.resolve(said('SUBGRAPHS_FILE cannot be used; the subgraphs stay as they were').length),
      1,
    );
    expect((await gateway.ask(question)).json).toMatchObject({ data: whole });
    await gateway.end();
  });
});

it('that does not contain our part stops the start, and says how it comes in', async () => {
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphOf([{ name: 'wards', sdl: 'type Query { wards: Int }', url: racoon.url }]));

  await expect(
    Gateway.over(
      'sqlite',
      world,
      {},
      { SUPERGRAPH_FILE: file, SUPERGRAPH_KEPT_AT: join(folder, 'kept.json') },
    ),
  ).rejects.toThrow(
    /cannot be used: The supergraph has no subgraph "num", which is our part\. Compose it with our SDL/,
  );
});
