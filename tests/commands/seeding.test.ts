/** A steward corrects the seeds and runs `num-gateway seed`: what is told of the files, and of a database that cannot be written. */
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOf, type EmptyDatabase } from '../helpers/databases';
import { run, startProgram, startScript, type Ended } from '../helpers/gateway-process';
import { migratedDatabase, seededDatabase } from '../helpers/template-databases';

jest.setTimeout(240_000);

const project = join(__dirname, '../..');
/** A database that another process writes all the time. It is seeded during the other tests, as a write waits long for another one. */
class BusyDatabase {
  /** The seeding that meets the other process. */
  readonly seeding: Promise<Ended>;

  private constructor(
    private readonly database: EmptyDatabase,
    private readonly writer: ChildProcessWithoutNullStreams,
  ) {
    this.seeding = this.seed();
  }

  static async seeded(): Promise<BusyDatabase> {
    const database = await migratedDatabase('sqlite');
    const program = `
      const { Database } = require('sqlite3');
      const database = new Database(process.argv[1]);
      database.exec('BEGIN IMMEDIATE', () => process.stdout.write('held'));
      process.stdin.on('end', () => database.exec('COMMIT')).resume();`;
    const writer = spawn(process.execPath, ['-e', program, fileOf(database)], { cwd: project });
    await once(writer.stdout, 'data');
    return new BusyDatabase(database, writer);
  }

  /** The other process ends. */
  async release(): Promise<void> {
    this.writer.stdin.end();
    await once(this.writer, 'close');
  }

  seed(): Promise<Ended> {
    return run(['seed'], { env: { DATABASE_URL: this.database.url } });
  }

  async drop(): Promise<void> {
    this.writer.kill();
    await this.database.drop();
  }
}

let busy: BusyDatabase;
beforeAll(async () => {
  busy = await BusyDatabase.seeded();
});
afterAll(() => busy.drop());

/** One line, without a stack, a statement or the values that were to be written. */
const oneLine = (line: RegExp) => ({
  code: 1,
  stderr: expect.stringMatching(new RegExp(`^${line.source}\n$`)) as string,
});

describe('a steward who works in a folder of seeds', () => {
  let folder: string;
  let env: Record<string, string>;
  const seed = (...options: string[]) =>
    startScript([join(folder, 'dist/src/commands/num-gateway.js'), 'seed', ...options], { env }).ended;
  const seeds = (name: string) => join(folder, 'seeds', name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'num-gateway-steward-'));
    for (const part of ['dist/src', 'schema/profiles', 'seeds', 'package.json'])
      await cp(join(project, part), join(folder, part), { recursive: true });
    await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('adds a file, whatever its ending, beside the leavings of editors, and takes it away again', async () => {
    const seeded = await seededDatabase('sqlite');
    env = { DATABASE_URL: seeded.url };
    const probe = `Institution:
  - slug: probe-yml
    name: { de: Probe }
    kind: NETWORK
    evidence:
      - source: marburg-num-page
        property: name
        confidence: INFERRED
      - source: marburg-num-page
        property: kind
        confidence: INFERRED
`;
    await writeFile(seeds('zz-probe.yml'), probe);
    await writeFile(seeds('._zz.yaml'), probe);
    await symlink('user@host.1:2', seeds('.#awards.yaml'));
    await mkdir(seeds('old.yaml'));

    const added = await seed();

    expect(added.stdout).toMatch(/^Institution +1 created, 0 updated, [1-9]\d* unchanged, 0 withdrawn$/m);
    expect(added.stdout).toMatch(/^Left out: seeds\/old\.yaml: a folder; put its files into seeds$/m);
    expect([added.code, added.stderr]).toEqual([0, '']);

    await rm(seeds('zz-probe.yml'));
    const taken = await seed();

    expect(taken.stdout).toMatch(/^Institution +0 created, 0 updated, [1-9]\d* unchanged, 1 withdrawn$/m);
    expect(taken.stdout).toMatch(/^Withdrawn: institutions\/probe-yml$/m);
    expect((await seed()).stdout).toContain('Nothing changed: the database held the seeds already.');

    await symlink('nowhere', seeds('broken.yaml'));
    expect(await seed()).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'The import was refused: 1 problem. Nothing was written.\nseeds/broken.yaml  It cannot be read: it is not there, or a link to what is not there. Put it back, or take the link away.\n',
    });
    await seeded.drop();
  });
});

it('a disk, or a limit on files, that takes no more is told in one line, and nothing is written', async () => {
  const migrated = await migratedDatabase('sqlite');
  const env = { DATABASE_URL: migrated.url };
  const limited = `trap '' XFSZ; ulimit -f 1200; exec "$0" dist/src/commands/num-gateway.js seed`;
  const ended = await startProgram('sh', ['-c', limited, process.execPath], { env }).ended;

  expect(ended).toMatchObject(
    oneLine(
      /Nothing was written: the database \S+ (cannot be written: its disk, .*|is full, .*) Make room, then run this again\./,
    ),
  );
  expect((await run(['seed'], { env })).stdout).toMatch(/^Institution +[1-9]\d* created, 0 updated/m);
  await migrated.drop();
});

it('a PostgreSQL that is not up is waited for as long as is wanted, which is told without its password', async () => {
  const url = 'postgres://steward:geheim@127.0.0.1:1/catalogue';

  const ended = await run(['seed'], { env: { DATABASE_URL: url, DATABASE_WAIT_MS: '3000' } });

  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(
    /^The database is not up yet: waiting for it \(\S*127\.0\.0\.1\S*\)\.\nThe database \S+ cannot be opened: .*\n$/,
  );
  expect(ended.stderr).not.toContain('geheim');
});

it('a database that another process writes all the time is told in one line', async () => {
  const ended = await busy.seeding;

  expect(ended).toMatchObject(
    oneLine(
      /Nothing was written: the database \S+ is being written by another process, .* then run this again\./,
    ),
  );
  await busy.release();
  expect((await busy.seed()).stdout).toContain('The seeds are in the database.');
});
