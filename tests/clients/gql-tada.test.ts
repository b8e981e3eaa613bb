/** The client in the folder gql-tada is typed by the schema alone: its types hold, and it pages through a connection. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { institutionsInSeeds, startSeeded } from './seeded-gateway';

jest.setTimeout(60_000);

const root = join(__dirname, '../..');
const folder = join(__dirname, 'gql-tada');

/** Runs a program of node_modules in the client's folder, and gives its status with what it said. */
function run(program: string, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

it('gets its types from the schema, and TypeScript finds each mistake in it', () => {
  mkdirSync(join(root, '.cache/gql-tada'), { recursive: true });

  expect(run('gql.tada', 'generate-output')).toMatchObject({ status: 0 });
  expect(run('tsc', '--project', 'tsconfig.json')).toEqual({ status: 0, said: '' });
});

it('reads every institution once', async () => {
  const gateway = await startSeeded();
  const client = jest.requireActual<{ institutions: (endpoint: string) => Promise<string[]> }>(
    './gql-tada/institutions',
  );

  const slugs = await client.institutions(gateway.endpoint);

  expect(slugs.sort()).toEqual(institutionsInSeeds());
  await gateway.stop();
});
