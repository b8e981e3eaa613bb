/** The version of the data is known at once where it was raised, and within a second everywhere else, whatever breaks. */
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { Institution } from '../../src/catalogue/institution';
import { describe as describeClass } from '../../src/resource/description';
import { Store } from '../../src/store/store';
import { Versions } from '../../src/resource/versions';
import { VersionTracker } from '../../src/store/version/version-tracker';
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { startScript } from '../helpers/gateway-process';
import { ownOrigin, registry, SmallWorld, type PlainRecords } from '../helpers/small-world';

const site = (slug: string): PlainRecords => ({
  Institution: [{ slug, name: { de: slug }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
});

const open = ({ database }: SmallWorld) => Store.open({ databaseUrl: database.url, root: '/', registry });

/** Opens the database of DATABASE_URL in the built gateway, raises the version, and stands still before the transaction ends. */
const standsStillBeforeTheEnd = `
  require('reflect-metadata');
  const { registry } = require(${JSON.stringify(join(__dirname, '../../dist/src/registry'))});
  const { Store } = require(${JSON.stringify(join(__dirname, '../../dist/src/store/store'))});
  Store.open({ databaseUrl: process.env.DATABASE_URL, root: '/', registry }).then((store) =>
    store.write(async (transaction) => {
      await transaction.raiseVersion('2025-01-01T00:00:00.000Z');
      require('node:fs').writeSync(1, 'raised');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }),
  );`;

const numberOf = async (version: VersionTracker): Promise<number> => (await version.versions()).number;

describeOnEachDatabase('the version of the data', (dialect) => {
  let world: SmallWorld;
  beforeEach(async () => {
    world = await SmallWorld.of(dialect, site('marburg'));
  });
  afterEach(() => world.end());

  it('is raised by a write before that ends, and by none that changes nothing or fails', async () => {
    const { version } = world.store;
    const before = await numberOf(version);

    await world.add(site('ulm'));
    expect(await numberOf(version)).toBe(before + 1);

    await world.add(site('ulm'));
    await expect(
      world.store.write(async (transaction) => {
        await transaction.raiseVersion('2025-01-01T00:00:00.000Z');
        throw new Error('The power was cut.');
      }),
    ).rejects.toThrow('The power was cut.');
    expect(await numberOf(version)).toBe(before + 1);
    await after(1_100); // what is known is looked at again
    expect(await numberOf(version)).toBe(before + 1);
  });

  it('is raised by whatever changes records, also where nobody says so', async () => {
    const before = await numberOf(world.store.version);

    await world.store.write((transaction) =>
      transaction.stated.retract(describeClass(Institution), ['institutions/marburg'], {
        origin: ownOrigin.name,
        at: '2025-01-01T00:00:00.000Z',
      }),
    );

    expect(await numberOf(world.store.version)).toBe(before + 1);
  });

  it('is known within a second when another gateway on the same database writes', async () => {
    const neighbour = await open(world);
    const before = await numberOf(neighbour.version);

    await world.add(site('ulm'));
    await after(1_000);

    expect(await numberOf(neighbour.version)).toBe(before + 1);
    await neighbour.close();
  });

  it('is not raised by a gateway that is killed in the middle of a transaction', async () => {
    const before = await numberOf(world.store.version);
    const killed = startScript(['-e', standsStillBeforeTheEnd], {
      env: { DATABASE_URL: world.database.url },
    });
    await killed.prints(/raised/);

    await killed.stop('SIGKILL');
    await world.add(site('ulm'));

    expect(await numberOf(world.store.version)).toBe(before + 1);
  });
});

describe('the version of the data on PostgreSQL', () => {
  let world: SmallWorld;
  let neighbour: Store;
  beforeEach(async () => {
    world = await SmallWorld.of('postgres', site('marburg'));
    neighbour = await open(world);
    await neighbour.version.versions();
    await eventually(async () => (await listeners()).length, 1);
  });
  afterEach(async () => {
    await neighbour.close();
    await world.end();
  });

  /** The processes of the connections that listen. */
  const listeners = async (): Promise<number[]> => {
    const rows = await world.store.read(
      sql`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'num-gateway version'`,
    );
    return rows.map(({ pid }) => Number(pid));
  };
  const known = async () => numberOf(neighbour.version);

  it('is told to whoever listens, so that it is known at once and never waited for', async () => {
    const before = await known();
    await eventually(async () => neighbour.version.versions() instanceof Versions, true);

    await world.add(site('ulm'));

    await eventually(known, before + 1, 500);
    await after(1_100);
    expect(neighbour.version.versions()).toBeInstanceOf(Versions);
  });

  it('is known within a second also while the listening connection is broken, which is opened again', async () => {
    const before = await known();
    const [first = 0] = await listeners();
    await world.store.read(sql`SELECT pg_terminate_backend(${first})`);
    await eventually(async () => (await listeners()).includes(first), false);

    await world.add(site('ulm'));
    await after(1_000);
    expect(await known()).toBe(before + 1);

    await eventually(async () => {
      await known();
      return (await listeners()).length;
    }, 1);
    await world.add(site('giessen'));
    await eventually(known, before + 2, 500);
  });
});

describe('what is known of the version', () => {
  it('is answered while it is fresh, looked at again in time, and waited for when it is old', async () => {
    let [time, there, reads] = [0, 1, 0];
    const read = () => {
      reads += 1;
      return Promise.resolve(new Versions(there, new Map()));
    };
    const known = new VersionTracker({ listening: false, read, close: () => Promise.resolve() }, () => time);

    expect(known.versions()).toBeInstanceOf(Promise);
    expect(await known.versions()).toMatchObject({ number: 1 });
    there = 2;
    time = 400;
    expect(known.versions()).toMatchObject({ number: 1 });
    expect(reads).toBe(1);
    time = 600;
    expect(known.versions()).toMatchObject({ number: 1 });
    await after(0);
    expect(known.versions()).toMatchObject({ number: 2 });
    there = 3;
    time = 1_600;
    expect(await known.versions()).toMatchObject({ number: 3 });
    expect(reads).toBe(3);
  });

  it('is never older than what was told while it was looked at', async () => {
    let seen: (versions: Versions) => void = () => undefined;
    const read = () => new Promise<Versions>((resolve) => (seen = resolve));
    const known = new VersionTracker({ listening: false, read, close: () => Promise.resolve() });

    const answer = known.versions();
    known.learn(8);
    seen(new Versions(7, new Map()));

    expect(await answer).toMatchObject({ number: 8 });
    expect(known.versions()).toMatchObject({ number: 8 });
  });

  it('is of a new epoch where the data went back', async () => {
    let [time, there] = [0, 9];
    const read = () => Promise.resolve(new Versions(there, new Map()));
    const known = new VersionTracker({ listening: false, read, close: () => Promise.resolve() }, () => time);
    const { epoch } = await known.versions();

    [time, there] = [2_000, 10];
    expect(await known.versions()).toMatchObject({ number: 10, epoch });
    [time, there] = [4_000, 4];
    expect(await known.versions()).toMatchObject({ number: 4, epoch: epoch + 1 });
    known.learn(5);
    expect(known.versions()).toMatchObject({ number: 5, epoch: epoch + 1 });
  });

  it('is asked of another server at once where that is read from now on, and what the one before says comes too late', async () => {
    const source = {
      listening: false,
      moves: 0,
      answers: [] as (() => void)[],
      read: (): Promise<Versions> => {
        const answer = new Versions(source.moves === 0 ? 9 : 7, new Map());
        return new Promise((resolve) => source.answers.push(() => resolve(answer)));
      },
      close: () => Promise.resolve(),
    };
    let time = 0;
    const known = new VersionTracker(source, () => time);
    const first = known.versions();
    source.answers.pop()?.();
    const { epoch } = await first;

    time = 600;
    expect(known.versions()).toMatchObject({ number: 9, epoch });
    source.moves = 1;
    const moved = known.versions();
    source.answers.pop()?.();
    await after(0);
    source.answers.pop()?.();

    expect(await moved).toMatchObject({ number: 7, epoch: epoch + 1 });
    expect(known.versions()).toMatchObject({ number: 7, epoch: epoch + 1 });
  });
});
