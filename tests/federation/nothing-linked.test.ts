/** Federation costs nothing where nobody is linked in: not even its modules are loaded. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededDatabase } from '../helpers/template-databases';
import { serve } from '../helpers/gateway-process';
import { scans, scansSdl } from './linked-gateway';
import { Neighbour } from './neighbour';

jest.setTimeout(180_000);

/** What composes, plans and asks others. Planner and stitching are loaded by these modules alone. */
const ofTheOthers = [
  '/node_modules/@theguild/federation-composition/',
  '/node_modules/cockatiel/',
  '/dist/src/federation/linking/',
  '/dist/src/federation/remote/',
  '/dist/src/federation/gateway/make-engine',
  '/dist/src/federation/gateway/native-engine',
  '/dist/src/federation/gateway/stitched-engine',
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Serves, asks and stops; tells which modules were loaded then, and what stood in the log. */
async function served(env: Record<string, string>) {
  const database = await seededDatabase('sqlite');
  const loadedAt = join(folder, 'loaded');
  const preload = join(folder, 'preload.cjs');
  const tell = `require('node:fs').writeFileSync(${JSON.stringify(loadedAt)}, Object.keys(require.cache).join('\\n'))`;
  await writeFile(preload, `process.on('exit', () => ${tell});`);
  const gateway = await serve({
    env: { DATABASE_URL: database.url, NODE_OPTIONS: `--require=${preload}`, ...env },
  });
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ subgraphs { name } infrastructures { totalCount } }"}',
  });
  expect(answer.status).toBe(200);
  await gateway.stop();
  await database.drop();
  const loaded = await readFile(loadedAt, 'utf8');
  return { isLoaded: (name: string) => loaded.includes(name), log: gateway.log.map(({ msg }) => msg) };
}

it('loads no composer, no planner and no client of subgraphs', async () => {
  const { isLoaded } = await served({});

  expect(isLoaded('/node_modules/graphql/')).toBe(true);
  expect(ofTheOthers.filter(isLoaded)).toEqual([]);
});

it('loads them where somebody is linked in, and stitches where the planner is missing', async () => {
  const racoon = await Neighbour.start('scans', scansSdl, scans);
  const file = join(folder, 'subgraphs.yaml');
  await writeFile(file, `subgraphs: [{ name: scans, url: "${racoon.url}" }]`);
  const { isLoaded, log } = await served({
    SUBGRAPHS_FILE: file,
    SUBGRAPHS_KEPT_AT: join(folder, 'kept.json'),
    // As on a machine that it was not built for.
    NAPI_RS_FORCE_WASI: 'error',
  });
  await racoon.stop();

  expect(ofTheOthers.filter((name) => !isLoaded(name))).toEqual([]);
  expect(log.filter((line) => String(line).startsWith('The native query planner'))).toEqual([
    'The native query planner cannot be loaded on this machine; queries over subgraphs are answered by stitching',
  ]);
});
