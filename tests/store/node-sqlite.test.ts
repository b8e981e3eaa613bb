/** The second driver for SQLite, `node:sqlite` in a thread. Node 20 does not have it, so its tests run under Node 24. */
import { execFile as execFileCallback } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '../../src/config';
import { run } from '../helpers/gateway-process';
import { node24 } from '../helpers/node-24';
import { serveSeeds } from '../helpers/serve-seeds';
import { seededDatabase } from '../helpers/template-databases';

jest.setTimeout(240_000);
const execFile = promisify(execFileCallback);
const root = join(__dirname, '../..');
const driver = { SQLITE_DRIVER: 'node:sqlite' };

interface Result {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; message: string }[];
}

it('passes the tests of the store that sqlite3 passes: reading, cancelling, writing, versions', async () => {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const files = ['reading', 'store', 'version', 'write-faults'];
  const { stdout } = await execFile(
    await node24(),
    [jest, '--json', '--maxWorkers=1', `tests/store/(${files.join('|')})\\.test`, '-t', 'sqlite|SQLite'],
    { cwd: root, env: { ...process.env, ...driver, TZ: 'UTC' }, maxBuffer: 2 ** 26 },
  ).catch((failed: unknown) => failed as { stdout: string });

  const result = JSON.parse(stdout) as Result;
  expect(result.testResults.map(({ message }) => message).filter(Boolean)).toEqual([]);
  expect(result.numFailedTests).toBe(0);
  expect(result.numPassedTests).toBeGreaterThan(25);
});

it('answers as sqlite3 does, byte for byte', async () => {
  const examples = join(root, 'schema/examples');
  const names = (await readdir(examples)).filter((name) => /^[0-4][15]-/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(examples, name), 'utf8')));
  const documents = texts.filter((text) => !/\$\w+:/.test(text));
  const [other, usual] = await Promise.all([
    serveSeeds({ node: await node24(), env: driver }),
    serveSeeds({ node: await node24() }),
  ]);
  const answers = (url: string) =>
    Promise.all(
      documents.map(async (query) => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        return response.text();
      }),
    );

  const expected = await answers(usual.url);
  expect(expected.join('')).not.toContain('"errors"');
  expect(await answers(other.url)).toEqual(expected.map((text) => text.replaceAll(usual.url, other.url)));
  expect((await fetch(`${other.url}/readyz`)).status).toBe(200);
  expect(await other.stop()).toMatchObject({ code: 0, signal: null, stderr: '' });
  await usual.stop();
});

it('keeps a file from being restored over while a gateway serves it, as sqlite3 does', async () => {
  const database = await seededDatabase('sqlite');
  const node = await node24();
  const gateway = await serveSeeds({ node, env: { ...driver, DATABASE_URL: database.url } });
  const env = { ...driver, DATABASE_URL: database.url };
  const backup = join(process.env.TEST_FILES ?? '', 'node-sqlite.ndjson.gz');
  expect(await run(['backup', backup], { node, env })).toMatchObject({ code: 0 });

  expect(await run(['restore', backup, '--force'], { node, env })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/A gateway that runs uses/) as string,
  });
  await gateway.stop();
  await database.drop();
});

it('is refused by a Node that has none, with the remedy', () => {
  const read = () => readConfig({ SQLITE_DRIVER: 'node:sqlite' });
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) expect(read).not.toThrow();
  else
    expect(read).toThrow(
      `SQLITE_DRIVER="node:sqlite" is not usable with Node ${process.versions.node}; use Node 22.16 or later, or sqlite3.`,
    );
  expect(() => readConfig({ SQLITE_DRIVER: 'sqlite' })).toThrow(/it takes sqlite3 or node:sqlite/);
});
