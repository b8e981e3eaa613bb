/** A supergraph that is composed elsewhere, in which our graph is one of the subgraphs. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ourPart } from '../../src/open-federation';
import { registry } from '../../src/open-store';
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

it('that cannot be used stops the start with one line', async () => {
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, 'type Query { half');

  await expect(Gateway.over('sqlite', world, {}, { SUPERGRAPH_FILE: file })).rejects.toThrow(
    /^SUPERGRAPH_FILE="[^"]*" cannot be used: /,
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

it('is not given beside a file of subgraphs', async () => {
  const both = { SUPERGRAPH_FILE: 'supergraph.graphql', SUBGRAPHS_FILE: 'subgraphs.yaml' };

  await expect(Gateway.over('sqlite', world, {}, both)).rejects.toThrow(/are both set/);
});
