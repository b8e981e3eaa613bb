/** Sources are harvested when they are due, by one process of all that serve a database. */
import type { HarvestSource } from '../../src/harvest/harvest-source';
import { nextRun } from '../../src/harvest/scheduling/due';
import { take, holderId, withLease } from '../../src/harvest/scheduling/lease';
import { Scheduler } from '../../src/harvest/scheduling/scheduler';
import { Store } from '../../src/store/store';
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { registry, SmallWorld } from '../helpers/small-world';
import { dataset, harvest, northSource } from './run/harvesting';

jest.setTimeout(120_000);

const hour = 3_600_000;
const everyHour = { kind: 'EVERY', written: 'PT1H', milliseconds: hour } as const;
const atThree = { kind: 'CRON', written: '0 3 * * *' } as const;

describe('the next run of a source', () => {
  const since = new Date('2026-11-30T12:00:00Z');
  const next = (schedule: HarvestSource['schedule'], startedAt: string | null, stopped = false, died = 0) =>
    nextRun({ name: 'north', schedule }, startedAt === null ? null : { startedAt, stopped, died }, since);

  it('is now where it never ran at an interval, and never where it has no schedule', () => {
    expect(next(everyHour, null)).toEqual(since);
    expect(next(null, '2026-11-29T12:00:00Z')).toBeNull();
  });

  it('is an interval after the last one began, and up to five minutes later', () => {
    const at = Number(next(everyHour, '2026-11-30T10:00:00Z'));
    expect(at).toBeGreaterThanOrEqual(Date.parse('2026-11-30T11:00:00Z'));
    expect(at).toBeLessThanOrEqual(Date.parse('2026-11-30T11:05:00Z'));
  });

  it('is at the time of a cron pattern in UTC, and keeps its distance to others', () => {
    const at = Number(next(atThree, '2026-11-30T03:01:00Z'));
    expect(at).toBeGreaterThanOrEqual(Date.parse('2026-12-01T03:00:00Z'));
    expect(at).toBeLessThanOrEqual(Date.parse('2026-12-01T03:05:00Z'));
    expect(Number(next(atThree, '2026-11-30T03:01:00Z'))).toBe(at);
  });

  it('is at once after one that was stopped', () => {
    expect(next(atThree, '2026-11-30T11:00:00Z', true)).toEqual(since);
  });

  it('is at once after one that died with its process, and later and later if that happens again', () => {
    const begun = '2026-11-30T11:59:00Z';
    const waits = [1, 2, 3, 4, 20].map((died) => Number(next(everyHour, begun, true, died)));

    expect(waits[0]).toBe(Number(since));
    expect(waits.slice(1).map((at) => (at - Date.parse(begun)) / 60_000)).toEqual([5, 10, 20, 24 * 60]);
  });
});

describeOnEachDatabase('two processes on one database', (dialect) => {
  let world: SmallWorld;
  let other: Store;
  beforeEach(async () => {
    world = await SmallWorld.of(dialect, {});
    other = await Store.open({ databaseUrl: world.database.url, root: '/', registry });
  });
  afterEach(async () => {
    await other.close();
    await world.end();
  });

  const partsOf = (store: Store, holder: string, now = () => new Date()) => ({
    write: ((work) => store.write(work)) as ConstructorParameters<typeof Scheduler>[0]['write'],
    now,
    holder,
  });

  it('never do the same at the same time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 50));
      inside -= 1;
    };
    const results = await Promise.all(
      [world.store, other, world.store, other].map((store, index) =>
        withLease('source north', partsOf(store, `elsewhere/${index}/x`), work),
      ),
    );

    expect(most).toBe(1);
    expect(results.filter((result) => 'heldBy' in result).length).toBeGreaterThan(0);
    expect(await take('source north', partsOf(other, 'elsewhere/9/x'))).toBe('elsewhere/9/x');
  });

  it('take over from one that does not renew its lease, and at once from one that is known to be dead', async () => {
    await take('scheduler', partsOf(world.store, 'elsewhere/1/x'));
    expect(await take('scheduler', partsOf(other, 'elsewhere/2/x'))).toBe('elsewhere/1/x');
    const later = () => new Date(Date.now() + 120_000);
    expect(await take('scheduler', partsOf(other, 'elsewhere/2/x', later))).toBe('elsewhere/2/x');

    const dead = holderId().replace(/\/\d+\//, '/4194305/');
    await take('other', partsOf(world.store, dead));
    expect(await take('other', partsOf(other, 'elsewhere/2/x'))).toBe('elsewhere/2/x');
  });

  it('keep the schedule with one of them during a run that is longer than its lease', async () => {
    const lasts = 400;
    // Their time goes on only once the lease was renewed, however slow the machine is.
    let time = Date.now();
    const looks = { one: 0, two: 0 };
    const runs: string[] = [];
    const done = new Set<string>();
    const schedulerOf = (store: Store, name: 'one' | 'two') => {
      const holder = `${name}/1/x`;
      const { write, ...parts } = partsOf(store, holder, () => new Date(time));
      return new Scheduler({
        ...parts,
        write: (work) => write(work).finally(() => (looks[name] += 1)),
        lasts,
        sources: () =>
          Promise.resolve(
            ['north', 'south']
              .filter((each) => !done.has(each))
              .map((each) => ({ ...northSource, name: each, schedule: everyHour })),
          ),
        harvest: async (source) => {
          runs.push(`${source.name} by ${holder}`);
          await eventually(() => Promise.resolve(looks.two > 0), true);
          for (let step = 0; step < 5; step += 1) {
            const before = { ...looks };
            await eventually(() => Promise.resolve(looks.one > before.one && looks.two > before.two), true);
            time += lasts / 3;
          }
          done.add(source.name);
        },
        onError: (error) => {
          throw error;
        },
        pause: 30,
      });
    };
    const [one, two] = [schedulerOf(world.store, 'one'), schedulerOf(other, 'two')];
    one.start();
    await eventually(() => Promise.resolve(runs.length), 1);
    two.start();
    await eventually(() => Promise.resolve(done.size), 2);

    expect(runs).toEqual(['north by one/1/x', 'south by one/1/x']);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('know how often the runs of a source died with their process', async () => {
    const state = () => world.store.write(({ harvests }) => harvests.lastRun('north'));
    const kept = { slug: 'north', kind: 'DCAT', address: null, schedule: null, owner: null, rank: 200 };
    const begin = (at: string) =>
      world.store.write(({ harvests }) => harvests.begin({ ...kept, failingSince: null, nextAt: null }, at));
    await begin('2026-11-30T10:00:00Z');
    await begin('2026-11-30T11:00:00Z');
    expect(await state()).toEqual({ startedAt: '2026-11-30T11:00:00Z', stopped: true, died: 2 });

    const stopped = new AbortController();
    stopped.abort();
    await harvest([dataset('covid')], {
      store: world.store,
      source: { name: 'north' },
      signal: stopped.signal,
    });
    expect(await state()).toMatchObject({ stopped: true, died: 0 });
  });

  it('stop a work whose lease another one has got meanwhile', async () => {
    const slow = { ...partsOf(world.store, 'one/1/x'), lasts: 200 };
    const later = () => new Date(Date.now() + 120_000);

    const result = await withLease('source north', slow, async (lost) => {
      expect(await take('source north', partsOf(other, 'two/1/x', later))).toBe('two/1/x');
      await eventually(() => Promise.resolve(lost.aborted), true);
      return 'stopped';
    });

    expect(result).toEqual({ done: 'stopped' });
    expect(await take('source north', slow)).toBe('two/1/x');
  });

  it('harvest what is due once, and the other goes on when the first one stops', async () => {
    const source = { ...northSource, schedule: everyHour };
    const runs: string[] = [];
    const schedulerOf = (store: Store, holder: string) =>
      new Scheduler({
        ...partsOf(store, holder),
        sources: () => Promise.resolve([source]),
        harvest: async () => {
          runs.push(holder);
          await harvest([dataset('covid')], { store, now: () => new Date() });
        },
        onError: (error) => {
          throw error;
        },
        pause: 30,
      });
    const [one, two] = [schedulerOf(world.store, 'one/1/x'), schedulerOf(other, 'two/1/x')];
    one.start();
    two.start();
    await eventually(() => Promise.resolve(runs.length), 1);
    const [first] = runs;
    await (first === 'one/1/x' ? one : two).stop();
    const isTaken = async () => (await take('scheduler', partsOf(world.store, 'three/1/x'))) !== first;
    await eventually(isTaken, true);
    // The hour is not over.
    expect(runs).toHaveLength(1);
    await Promise.all([one.stop(), two.stop()]);
  });
});
