/** What `npm run schema:breaking` says of a repository in which the schema changes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(__dirname, '../../tools/schema-breaking.mjs');
const city = 'type Query { city: String }';
const cityAndState = 'type Query { city: String state: String }';

let repository: string;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'num-gateway-schema-'));
  mkdirSync(join(repository, 'schema'));
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: repository });

const write = (schema: string) => writeFileSync(join(repository, 'schema/schema.graphql'), schema);

function commit(schema: string, message: string): void {
  write(schema);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--no-verify', '-m', message);
}

function check(): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: repository,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

it('takes an addition', () => {
  commit(city, 'feat: cities');
  commit(cityAndState, 'feat: states');

  expect(check()).toEqual({ status: 0, said: 'Breaking changes: none.\n' });
});

it('fails when a field goes and no commit says so', () => {
  commit(cityAndState, 'feat: cities and states');
  commit(city, 'feat: less is more');

  const { status, said } = check();

  expect(status).toBe(1);
  expect(said).toMatch(/^Breaking: Field 'state' was removed from object type 'Query'$/m);
});

it.each([
  'feat!: no states',
  'feat(schema)!: no states',
  'feat: no states\n\nBREAKING CHANGE: nobody asked.',
])('lists and lets pass what is announced by "%s"', (message) => {
  commit(cityAndState, 'feat: cities and states');
  commit(city, message);

  const { status, said } = check();

  expect([status, said]).toEqual([0, expect.stringContaining('Breaking: ')]);
});

it('reads the messages of all commits that a merge brings', () => {
  commit(cityAndState, 'feat: cities and states');
  git('checkout', '--quiet', '-b', 'less');
  commit(city, 'feat!: no states');
  git('checkout', '--quiet', '-');
  git('merge', '--quiet', '--no-ff', '-m', 'Merge less', 'less');

  expect(check().status).toBe(0);
});

it('lists what is not committed yet, and asks to announce it', () => {
  commit(cityAndState, 'feat: cities and states');
  write(city);

  const { status, said } = check();

  expect([status, said]).toEqual([0, expect.stringMatching(/^Breaking: .*\nAnnounce it when you commit/)]);
});

it('says that it skips where there is nothing to compare with', () => {
  write(city);
  const skipped = { status: 0, said: expect.stringMatching(/skipped/) as string };

  expect(check()).toEqual(skipped);
  commit(city, 'feat: the first');
  expect(check()).toEqual(skipped);
});
