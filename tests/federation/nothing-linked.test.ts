/** Federation costs nothing where nobody is linked in: not even its packages are loaded. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase } from '../helpers/databases';
import { serve } from '../helpers/gateway-process';
import { scans, scansSdl } from './linked-gateway';
import { Neighbour } from './neighbour';

jest.setTimeout(120_000);

/** What is loaded only to compose, plan and ask others. */
const ofTheOthers = [
  'node_modules/@theguild/federation-composition',
  'node_modules/@graphql-hive/router-query-planner',
  'node_modules/@graphql-tools/federation',
  'node_modules/cockatiel',
  'dist/src/federation/linking',
  'dist/src/federation/remote',
  'dist/src/federation/gateway/native-engine',
];

/** The modules that a gateway has loaded once it has answered. */
async function loadedBy(env: Record<string, string>): Promise<(name: string) => boolean> {
  const database = await emptyDatabase('sqlite');
  // NODE_DEBUG makes Node name every module that it loads.
  const gateway = await serve({ env: { DATABASE_URL: database.url, ...env, NODE_DEBUG: 'module' } });
  const { status } = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ subgraphs { name } infrastructures { totalCount } }"}',
  });
  expect(status).toBe(200);
  const { stdout, stderr } = await gateway.stop();
  await database.drop();
  return (name) => (stdout + stderr).includes(name);
}

it('loads no composer, no planner and no client of subgraphs', async () => {
  const isLoaded = await loadedBy({});

  expect(isLoaded('node_modules/graphql/')).toBe(true);
  expect(ofTheOthers.filter(isLoaded)).toEqual([]);
});

it('loads them where somebody is linked in, and stitches where the planner is missing', async () => {
  const racoon = await Neighbour.start('scans', scansSdl, scans);
  const folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
  const file = join(folder, 'subgraphs.yaml');
  await writeFile(file, `subgraphs: [{ name: scans, url: "${racoon.url}" }]`);
  const isLoaded = await loadedBy({
    SUBGRAPHS_FILE: file,
    SUBGRAPHS_KEPT_AT: join(folder, 'kept.json'),
    // As on a machine that it was not built for.
    NAPI_RS_NATIVE_LIBRARY_PATH: join(folder, 'missing.node'),
    NAPI_RS_FORCE_WASI: 'error',
  });
  await racoon.stop();
  await rm(folder, { recursive: true });

  expect(ofTheOthers.filter((name) => !isLoaded(name))).toEqual([]);
  expect(isLoaded('The native query planner cannot be loaded on this machine')).toBe(true);
});
