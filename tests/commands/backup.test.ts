/** `num-gateway backup` and `restore`: all of a catalogue from either database into either, wholly or not at all. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { registry } from '../../src/registry';
import { StartFailed } from '../../src/errors';
import { BackupLines } from '../../src/store/backup/read-lines';
import { restoreBackup } from '../../src/store/backup/restore';
import { takeBackup } from '../../src/store/backup/take';
import { locationOf } from '../../src/store/driver';
import { dataSourceFor } from '../../src/store/open-writer';
import { Store } from '../../src/store/store';
import {
  describeOnEachDatabase,
  emptyDatabase,
  type Dialect,
  type EmptyDatabase,
} from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';
import { eventually } from '../helpers/eventually';
import { run, serve, startScript } from '../helpers/gateway-process';

jest.setTimeout(300_000);

const other: Record<Dialect, Dialect> = { sqlite: 'postgres', postgres: 'sqlite' };

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-backup-'));
  file = join(folder, 'catalogue.backup');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const on = ({ url }: { url: string }) => ({ env: { DATABASE_URL: url } });
/** All tables but those that only TypeORM needs, or that are derived. */
const tables = async ({ url }: EmptyDatabase): Promise<string[]> => {
  const database = await dataSourceFor(locationOf(url, '/'), registry).initialize();
  const rows = await database.query<{ name: string }[]>(
    url.startsWith('sqlite:')
      ? `SELECT name FROM sqlite_master WHERE type = 'table'`
      : `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  await database.destroy();
  return rows
    .map(({ name }) => name)
    .filter(
      (name) =>
        !/^(search_|sqlite_|migration$|holding_state$|derivation_state$|count_state$)|_count$/.test(name),
    );
};

/** What a backup holds but for its head; SQLite has numbers for what is true and false. */
const contentOf = async (path: string): Promise<string> => {
  const [, ...lines] = gunzipSync(await readFile(path))
    .toString('utf8')
    .split('\n');
  return lines
    .join('\n')
    .replaceAll(/(?<=[[,])true(?=[\],])/g, '1')
    .replaceAll(/(?<=[[,])false(?=[\],])/g, '0');
};
const placeOf = ({ url }: EmptyDatabase) => ({ databaseUrl: url, root: '/', registry });
/** The lines of a backup. */
const linesOf = async (database: EmptyDatabase): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of takeBackup(placeOf(database), '0.0.0')) lines.push(line.trimEnd());
  return lines;
};
const question = `{ sites: institutions { totalCount } institution(slug: "marburg") { name infrastructures { totalCount } }
  search(text: "notaufnahme koeln", first: 3) { nodes { resource { iri } } } disputed { totalCount } }`;
const servedPublicly = (database: EmptyDatabase) =>
  serve({ env: { DATABASE_URL: database.url, PUBLIC_URL: 'https://num.example.org' } });
const answerOf = async ({ url }: { url: string }): Promise<string> => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: question });
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).text();
};

describeOnEachDatabase('a backup', (dialect) => {
  let database: EmptyDatabase;
  let target: EmptyDatabase;
  beforeEach(async () => {
    database = await emptyDatabase(dialect);
    target = await emptyDatabase(dialect);
  });
  afterEach(async () => {
    await database.drop();
    await target.drop();
  });
  const restore = (into = target, ...options: string[]) => run(['restore', file, ...options], on(into));

  it('that is taken while the gateway serves gives the same answers from the other database', async () => {
    const seeded = await seededDatabase(dialect);
    const moved = await emptyDatabase(other[dialect]);
    const gateway = await servedPublicly(seeded);
    expect(await run(['backup', file], on(seeded))).toMatchObject({ code: 0, stderr: '' });
    const answer = await answerOf(gateway);
    await gateway.stop();

    expect(await restore(moved)).toMatchObject({ code: 0, stderr: '' });

    const restored = await servedPublicly(moved);
    expect(await answerOf(restored)).toBe(answer);
    await restored.stop();
    const again = join(folder, 'again.backup');
    await run(['backup', again], on(moved));
    expect(await contentOf(again)).toBe(await contentOf(file));
    await Promise.all([seeded.drop(), moved.drop()]);
  });

  it('holds every table that is not derived', async () => {
    await (await Store.open(placeOf(database))).close();

    const held = (await linesOf(database)).flatMap((line) => /^{"table":"(\w+)"/.exec(line)?.[1] ?? []);

    expect(held.sort()).toEqual((await tables(database)).sort());
  });

  it('overwrites neither a file nor a database unasked, and none that a gateway uses', async () => {
    const seeded = await seededDatabase(dialect);
    await run(['backup', file], on(seeded));

    const second = await run(['backup', file], on(seeded));
    expect([second.code, second.stderr]).toEqual([
      1,
      expect.stringMatching(/is there already.*--force\.\n$/),
    ]);
    const unasked = await restore(seeded);
    expect([unasked.code, unasked.stderr]).toEqual([
      1,
      expect.stringMatching(/^There is a database at .*--force .*\n$/),
    ]);

    const gateway = await serve(on(seeded));
    await fetch(`${gateway.url}/readyz`);
    const served = await restore(seeded, '--force');
    expect([served.code, served.stderr]).toEqual([
      1,
      expect.stringMatching(/^A gateway that runs uses .*Stop it.*\n$/),
    ]);
    await gateway.stop();

    expect(await restore(seeded, '--force')).toMatchObject({ code: 0, stderr: '' });
    const again = join(folder, 'again.backup');
    await run(['backup', again], on(seeded));
    expect((await contentOf(again)).length).toBe((await contentOf(file)).length);
    await seeded.drop();
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['its end is missing', (lines) => lines.slice(0, -1), /not whole/],
    [
      'a row is missing',
      (lines) =>
        lines.toSpliced(
          lines.findLastIndex((line) => line.startsWith('[')),
          1,
        ),
      /damaged/,
    ],
    ['a row is too short', (lines) => lines.map((line, at) => (at === 2 ? '[1]' : line)), /damaged/],
    [
      'a table is unknown',
      (lines) => lines.map((line) => line.replace('{"table":"data_version"', '{"table":"users"')),
      /damaged/,
    ],
    [
      'a newer release took it',
      ([head = '', ...lines]) => [head.replace(']', ',"AddMoons1999999999999"]'), ...lines],
      /newer release/,
    ],
    ['it is something else', () => ['Dear steward'], /no backup/],
  ])('is refused where %s, and leaves nothing', async (_, change, message) => {
    const store = await Store.open(placeOf(database));
    await store.write((transaction) => transaction.raiseVersion('2026-01-01'));
    await store.close();

    const restored = restoreLines(change(await linesOf(database)));

    await expect(restored).rejects.toThrow(StartFailed);
    await expect(restored).rejects.toThrow(message);
    expect(await tables(target)).toEqual([]);
  });

  it('of an older release is restored, and brought up to date', async () => {
    await (await Store.open(placeOf(database))).close();
    const old = await dataSourceFor(locationOf(database.url, '/'), registry).initialize();
    await old.undoLastMigration({ transaction: 'all' });
    await old.destroy();

    await restoreLines(await linesOf(database));

    await (await Store.open({ ...placeOf(target), migrate: false })).close();
  });

  const restoreLines = async (lines: readonly string[]) =>
    restoreBackup(placeOf(target), await BackupLines.of(Readable.from(lines)), false);
});

it('a file that breaks off or is no backup is refused in one line', async () => {
  const database = await emptyDatabase('sqlite');
  await run(['migrate'], on(database));
  await run(['backup', file], on(database));
  await truncate(file, 200);
  const letter = join(folder, 'letter');
  await writeFile(letter, 'Dear steward');

  for (const path of [file, letter, join(folder, 'missing')]) {
    const { code, stdout, stderr } = await run(['restore', path, '--force'], on(database));

    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/cannot be restored|not whole|no backup/),
    ]);
    expect([code, stdout]).toEqual([1, '']);
  }
  await database.drop();
});

it('a backup that is killed leaves no file under its name', async () => {
  const database = await seededDatabase('sqlite');
  const taking = startScript(['dist/src/commands/num-gateway.js', 'backup', file], on(database));
  await eventually(async () => (await readdir(folder)).length > 0, true, 60_000);

  await taking.stop('SIGKILL');

  // It may have been done already; then it is whole.
  if (existsSync(file)) expect(await contentOf(file)).toContain('{"end":true');
  else expect(await readdir(folder)).toEqual([expect.stringMatching(/\.partial$/)]);
  await database.drop();
});

it('a restore that is killed leaves what was there, and can be repeated', async () => {
  const database = await seededDatabase('sqlite');
  await run(['backup', file], on(database));
  const beside = join(locationFile(database.url), '..');
  const restoring = startScript(
    ['dist/src/commands/num-gateway.js', 'restore', file, '--force'],
    on(database),
  );
  await eventually(
    async () => (await readdir(beside)).some((name) => name.includes('.restoring')),
    true,
    60_000,
  );

  await restoring.stop('SIGKILL');

  const again = join(folder, 'again.backup');
  expect(await run(['backup', again], on(database))).toMatchObject({ code: 0 });
  expect(await contentOf(again)).toBe(await contentOf(file));
  expect(await run(['restore', file, '--force'], on(database))).toMatchObject({ code: 0, stderr: '' });
  await database.drop();
});

const locationFile = (url: string): string => url.slice('sqlite:'.length);
