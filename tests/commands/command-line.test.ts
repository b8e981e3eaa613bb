/** The command line as a person at a terminal sees it. */
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../../package.json';
import { run } from '../helpers/gateway-process';
import { serveSeeds } from '../helpers/serve-seeds';
import { seededDatabase } from '../helpers/template-databases';

jest.setTimeout(120_000);

const inMemory = { DATABASE_URL: 'sqlite::memory:' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-commands-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('explains itself with --help: its commands and its environment', async () => {
  const { code, stdout } = await run(['--help']);

  expect(code).toBe(0);
  for (const word of ['serve', 'seed', 'schema', 'PORT', 'HOST', 'DATABASE_URL', 'PUBLIC_URL', 'LOG_LEVEL']) {
    expect(stdout).toContain(word);
  }
});

it.each([['export'], ['subgraph', 'check'], ['conformance'], ['links']])(
  'shows with --help of a command examples, and what its exit status says: %s %s',
  async (...command) => {
    const { code, stdout } = await run([...command, '--help']);

    expect(code).toBe(0);
    expect(stdout).toContain(`Examples:\n  num-gateway ${command.join(' ')}`);
    expect(stdout).toMatch(/\nExit status: 0 /);
  },
);

it('prints its version with --version', async () => {
  expect(await run(['--version'])).toMatchObject({ code: 0, stdout: `${packageJson.version}\n` });
});

it('names a command that it does not know', async () => {
  const { code, stderr } = await run(['sed']);

  expect(code).toBe(1);
  expect(stderr).toMatch(/unknown command 'sed'[\s\S]*seed/);
});

it('leaves nothing behind of a database in memory', async () => {
  const { code, stdout } = await run(['seed'], { env: { ...inMemory, TMPDIR: folder } });

  expect([code, stdout]).toEqual([0, expect.stringContaining('The seeds are in the database.')]);
  expect(await readdir(folder)).toEqual([]);
});

describe('what keeps it from starting is said in one line, without a stack', () => {
  const saysOneLine = async (env: Record<string, string>, line: RegExp): Promise<void> => {
    const { code, stdout, stderr } = await run(['serve'], { env: { ...inMemory, ...env } });

    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(line)]);
    expect([code, stdout]).toEqual([1, '']);
  };

  it('a wrong PORT', () =>
    saysOneLine({ PORT: 'http' }, /^PORT="http" is not usable; it takes a port number/));

  it('a PORT that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const database = await seededDatabase('sqlite');

    await saysOneLine(
      { DATABASE_URL: database.url, PORT: String(port) },
      /^The server cannot listen: .*EADDRINUSE.*\. Set PORT and HOST/,
    );
    other.close();
    await database.drop();
  });

  it('a HOST that is not ours', async () => {
    const database = await seededDatabase('sqlite');

    await saysOneLine(
      { DATABASE_URL: database.url, HOST: '192.0.2.1' },
      /^The server cannot listen: .*Set PORT and HOST/,
    );
    await database.drop();
  });

  it('a database file in a place where there can be none', async () => {
    await writeFile(join(folder, 'letter'), 'Dear steward');

    await saysOneLine(
      { DATABASE_URL: `sqlite:${join(folder, 'letter/catalogue.sqlite')}` },
      /^The database \/.*catalogue\.sqlite cannot be opened: .*DATABASE_URL/,
    );
  });

  it('a PostgreSQL that nobody runs, without the password', () =>
    saysOneLine(
      { DATABASE_URL: 'postgres://num:s3cret@127.0.0.1:1/num', DATABASE_WAIT_MS: '0' },
      /^(?!.*s3cret)The database postgres:\/\/127\.0\.0\.1:1\/num cannot be opened: .*ECONNREFUSED/,
    ));

  it('a PostgreSQL that lacks the database, without the password', () => {
    const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
    url.password = 's3cret';
    url.pathname = '/atlantis';
    return saysOneLine(
      { DATABASE_URL: url.href },
      /^(?!.*s3cret).*\/atlantis cannot be opened: .*does not exist/,
    );
  });
});

it('starts on an address of IPv6 as well', async () => {
  const gateway = await serveSeeds({ env: { HOST: '::1' } });

  expect(gateway.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
  await gateway.stop();
});
