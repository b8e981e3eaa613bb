/** What is cached between requests: read once, true until the next write, bounded, and never in anybody's way. */
import { setTimeout as after } from 'node:timers/promises';
import { BoundedReader } from '../../../src/query/bounded-reader';
import { cancellationBy } from '../../../src/query/cancellation';
import { noParent } from '../../../src/query/connection';
import type { CachedRecord, PagedList } from '../../../src/query/rows/cached';
import { ReadBatcher } from '../../../src/query/read-batcher';
import { textsOf } from '../../../src/resource/record';
import type { Reader } from '../../../src/query/sql';
import type { Statement } from '../../../src/resource/values';
import { allOfClass, declaredList } from '../../../src/query/lists';
import { orderTerms } from '../../../src/query/order';
import { Store } from '../../../src/store/store';
import { answer } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { eventually } from '../../helpers/eventually';
import { cachedNow, rowCacheOf } from '../../helpers/row-cache-of';
import { listening } from '../../helpers/listening';
import { registry, SmallWorld, type PlainRecords } from '../../helpers/small-world';

const of = (type: string) => {
  const description = registry.ofType(type);
  if (!description) throw new Error(`There is no type ${type}.`);
  return description;
};
const institution = of('Institution');

const site = (slug: string) => ({ slug, name: { de: slug }, kind: 'UNIVERSITY_MEDICAL_CENTRE' });
const sites = (...slugs: string[]): PlainRecords => ({ Institution: slugs.map(site) });

const records: PlainRecords = {
  Institution: [
    { ...site('marburg'), identifiers: [{ scheme: 'MII_SITE', value: 'MR' }] },
    site('ulm'),
    site('giessen'),
  ],
  Infrastructure: [
    { slug: 'racoon', name: { en: 'RACOON' } },
    { slug: 'aktin', name: { en: 'AKTIN' } },
  ],
  Participation: [
    { institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' },
    { institution: 'marburg', infrastructure: 'aktin', role: 'PARTICIPATES' },
    { institution: 'ulm', infrastructure: 'aktin', role: 'PARTICIPATES' },
  ],
};

const graph = `{ institutions(first: 2, orderBy: {field: NAME}) {
  totalCount pageInfo { endCursor hasNextPage }
  nodes {
    name identifiers { value } evidence { citedFrom { title } } links { totalCount nodes { kind } }
    participations(first: 1) { totalCount pageInfo { hasNextPage } edges { cursor node { role infrastructure { name } } } }
  }
} }`;

/** All sites, a page of so many. */
const page = (size: number, more: Partial<PagedList['window']> = {}): PagedList => ({
  listing: allOfClass(institution, {}),
  signature: '',
  terms: orderTerms({ of: institution }, [], 'en'),
  window: { size, backward: false, after: null, before: null, ...more },
});

describeOnEachDatabase('what is cached', (dialect) => {
  let world: SmallWorld;
  beforeEach(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterEach(() => world.end());

  it('answers a question that was asked before without the database, as the database would', async () => {
    const cache = rowCacheOf(world);
    const fromDatabase = await answer(world, graph);
    const reader = listening(world.store);

    expect(await answer(world, graph, { reader, rows: cache })).toEqual(fromDatabase);
    expect(await answer(world, graph, { reader, rows: cache })).toEqual(fromDatabase);

    expect(reader.statements).toEqual([]);
    expect(cache.stats.bytes).toBeGreaterThan(0);
    expect(cache.stats.hits).toBeGreaterThan(cache.stats.misses);
  });

  it('is of the version that the data have: what was written is seen by the next request', async () => {
    const cache = rowCacheOf(world);
    const before = await cachedNow(cache);
    expect((await before.records(institution))?.size).toBe(3);

    await world.add(sites('aachen'));

    const now = await cachedNow(cache);
    expect(now.versions.number).toBe(before.versions.number + 1);
    expect((await now.records(institution))?.has('institutions/aachen')).toBe(true);
    expect((await before.records(institution))?.size).toBe(3);
    expect(await before.counts(page(1), [noParent])).toBeNull(); // it was not read in time, and cannot be any more
  });

  it('is of one version for the whole of a request', async () => {
    const request = rowCacheOf(world).forRequest(cancellationBy(new AbortController().signal));
    const first = await request.now();

    await world.add(sites('aachen'));

    expect(await request.now()).toBe(first);
  });

  it('is seen within a second by the other gateways on the same database', async () => {
    const neighbour = await Store.open({ databaseUrl: world.database.url, root: '/', registry });
    const cache = rowCacheOf({ store: neighbour, registry });
    const count = async () => (await cachedNow(cache)).counts(page(1), [noParent]);
    expect(await count()).toEqual([3]);

    await world.add(sites('aachen'));
    await after(1_000);

    expect(await count()).toEqual([4]);
    await neighbour.close();
  });

  it('is never of a version that came while it was read', async () => {
    const statements: string[] = [];
    let meanwhile: Promise<unknown> = Promise.resolve();
    const reader = {
      dialect,
      read: async (statement: Statement) => {
        statements.push(statement.sql);
        await meanwhile;
        return world.store.read(statement);
      },
    };
    const cache = rowCacheOf(world, { reader });
    const rows = await cachedNow(cache);
    meanwhile = world.add(sites('aachen'));

    expect(await rows.records(institution)).toBeNull();
    expect(rows.records(institution)).toBeNull();

    expect((await (await cachedNow(cache)).records(institution))?.size).toBe(4);
  });

  it('is read once for all who ask at the same time', async () => {
    const reader = listening(world.store);
    const cache = rowCacheOf(world, { reader });

    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => (await cachedNow(cache)).pages(page(2), [noParent])),
    );

    expect(new Set(answers.map((pages) => pages?.[0]?.records[0]?.key))).toEqual(
      new Set(['institutions/giessen']),
    );
    expect(reader.statements).toHaveLength(3); // how many records there are of each class, the list, its records
  });

  it('goes on being read when the request ends that began it', async () => {
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    let hold = false;
    const reader = {
      dialect,
      read: async (statement: Statement, signal?: AbortSignal) => {
        if (hold) await held;
        return world.store.read(statement, signal);
      },
    };
    const cache = rowCacheOf(world, { reader });
    await cache.now();
    hold = true;
    const gone = new AbortController();
    const begun = await cache.forRequest(cancellationBy(gone.signal)).now();
    const other = await cache.forRequest(cancellationBy(new AbortController().signal)).now();

    const [first, second] = [begun?.records(institution), other?.records(institution)];
    gone.abort(new Error('The client is gone.'));

    await expect(first).rejects.toThrow('The client is gone.');
    goOn();
    expect((await second)?.size).toBe(3);
  });

  it('is left out where it cannot be read, and read again when it is asked for often', async () => {
    let fails = false;
    const reader = {
      dialect,
      read: (statement: Statement) =>
        fails ? Promise.reject(new Error('The database is away.')) : world.store.read(statement),
    };
    const cache = rowCacheOf(world, { reader });
    const rows = await cachedNow(cache);
    fails = true;

    expect(await rows.records(institution)).toBeNull();
    expect(await answer(world, '{ institutions { totalCount } }', { rows: cache })).toEqual({
      institutions: { totalCount: 3 },
    });

    fails = false;
    for (let asked = 1; asked < 8; asked += 1) expect(rows.records(institution)).toBeNull();
    expect((await rows.records(institution))?.size).toBe(3);
  });

  it('is not made again at once where that took too long', async () => {
    const reader = listening(world.store);
    const endless = {
      dialect,
      read: async (statement: Statement, signal?: AbortSignal) => {
        await reader.read(statement);
        return after(60_000, [], { signal });
      },
    };
    const cache = rowCacheOf(world, { reader: endless, longest: 50 });

    expect(await cache.now()).toBeNull();
    expect(await cache.now()).toBeNull();

    expect(reader.statements).toHaveLength(1);
  });

  it('leaves out classes that are too large, and every list through them', async () => {
    const cached = await cachedNow(rowCacheOf(world, { rows: 2 }));
    const participations = institution.lists.find(({ name }) => name === 'participations');
    if (!participations) throw new Error('There is no such list.');
    const listing = declaredList(institution, participations, {});
    const terms = orderTerms(listing, [], 'en');

    expect(cached.records(institution)).toBeNull();
    expect(cached.pages(page(1), [noParent])).toBeNull();
    expect(cached.counts({ listing, signature: '' }, ['institutions/ulm'])).toBeNull();
    expect(cached.pages({ ...page(1), listing, terms }, ['institutions/ulm'])).toBeNull();
    expect((await cached.records(of('Infrastructure')))?.size).toBe(2);
  });

  it('keeps nothing where it is switched off', () => {
    expect(rowCacheOf(world, { memory: 0 }).now()).toBeNull();
  });

  it('never takes more memory than it may, and lets go what was not used for longest', async () => {
    const memory = 20_000;
    const cache = rowCacheOf(world, { memory });
    const rows = await cachedNow(cache);

    const count = async (signature: string) =>
      rows.counts({ listing: allOfClass(institution, {}), signature }, [noParent]);
    for (let way = 0; way < 60; way += 1) {
      await count(`way ${way}`);
      expect(await count(`way ${way}`)).toEqual([3]);
      await rows.records(institution);
      expect(cache.stats.bytes).toBeLessThanOrEqual(memory);
    }
    expect(await count('way 0')).toBeNull();
    const { misses } = cache.stats;
    expect((await rows.records(institution))?.size).toBe(3);
    expect(cache.stats.misses).toBe(misses);
  });

  it('reads many ways to narrow a list only when they are asked for again', async () => {
    const reader = listening(world.store);
    const rows = await cachedNow(rowCacheOf(world, { reader }));
    const count = async (signature: string) =>
      rows.counts({ listing: allOfClass(institution, {}), signature }, [noParent]);

    for (let way = 0; way < 16; way += 1) expect(await count(`way ${way}`)).toEqual([3]);

    expect(await count('one more')).toBeNull();
    expect(await count('one more')).toEqual([3]);
    expect(await count('way 3')).toEqual([3]);
  });

  it('leaves it to the database to go on behind a row that is gone or elsewhere', async () => {
    const rows = await cachedNow(rowCacheOf(world));

    const known = await rows.pages(page(5, { after: ['institutions/giessen'] }), [noParent]);
    expect(known?.[0]?.records.map(({ key }) => key)).toEqual(['institutions/marburg', 'institutions/ulm']);
    expect(rows.pages(page(5, { after: ['institutions/kiel'] }), [noParent])).toBeNull();
    const byName = { ...page(5), terms: orderTerms({ of: institution }, [{ field: 'name' }], 'de') };
    await rows.pages(byName, [noParent]);
    const moved = { ...byName, window: { ...byName.window, after: ['zzz', 'institutions/ulm'] } };
    expect(rows.pages(moved, [noParent])).toBeNull();
  });

  it('does not count among the rows that a request may read', async () => {
    const reader = new BoundedReader(world.store, new ReadBatcher(world.store, 1), {
      rows: 2,
      cancellation: cancellationBy(new AbortController().signal),
    });

    await expect(answer(world, graph, { reader })).rejects.toThrow('read more than 2 rows');
    expect(await answer(world, graph, { reader, rows: rowCacheOf(world) })).toEqual(
      await answer(world, graph),
    );
  });

  it('shares its records, which nobody can change, and the texts that are written beside them', async () => {
    const rows = await cachedNow(rowCacheOf(world));
    const marburg = async (): Promise<CachedRecord> => {
      const record = (await rows.records(institution))?.get('institutions/marburg');
      if (!record) throw new Error('It is not kept.');
      return record;
    };

    (textsOf(await marburg()) ?? [])[3] = '"Marburg"';

    expect(textsOf(await marburg())?.[3]).toBe('"Marburg"');
    expect(Object.keys(await marburg())).toContain('name');
    await expect(async () => {
      (await marburg()).name = 'Elsewhere';
    }).rejects.toThrow(TypeError);
  });

  it('remembers what costs much until the next write, and not what failed or was read too late', async () => {
    const cache = rowCacheOf(world);
    const rows = await cachedNow(cache);
    let reads = 0;
    const bytes = () => 100;
    const read = () => Promise.resolve((reads += 1));

    await expect(
      rows.remember(
        'a',
        () => [institution],
        bytes,
        () => Promise.reject(new Error('Too many rows.')),
      ),
    ).rejects.toThrow('Too many rows.');
    expect(await rows.remember('a', () => [institution], bytes, read)).toBe(1);
    expect(await rows.remember('a', () => [institution], bytes, read)).toBe(1);
    expect(rows.remember('a', () => [institution], bytes, read)).toBe(1);
    // Who reads for all is given up; the others read for themselves.
    const gone = rows.remember(
      'b',
      () => [institution],
      bytes,
      () => Promise.reject(new Error('The client is gone.')),
    );
    const other = rows.remember('b', () => [institution], bytes, read);
    await expect(gone).rejects.toThrow('The client is gone.');
    expect(await other).toBe(2);

    await world.add(sites('aachen'));
    expect(await rows.remember('late', () => [institution], bytes, read)).toBe(3);
    expect(await rows.remember('late', () => [institution], bytes, read)).toBe(4);
    expect(await (await cachedNow(cache)).remember('a', () => [institution], bytes, read)).toBe(5);
  });

  it('looks at the version of what it remembers once, when that is used again', async () => {
    let statements = 0;
    const reader: Reader = {
      dialect,
      read: (statement, signal) => {
        statements += 1;
        return world.store.read(statement, signal);
      },
    };
    const rows = await cachedNow(rowCacheOf(world, { reader }));
    const before = statements;
    const remember = (key: string) =>
      rows.remember(
        key,
        () => [institution],
        () => 100,
        () => Promise.resolve(key),
      );

    await remember('a');
    await remember('b');
    expect(statements - before).toBe(0);
    expect(await Promise.all([remember('a'), remember('a')])).toEqual(['a', 'a']);
    expect(statements - before).toBe(1);
    expect(remember('a')).toBe('a');
    expect(statements - before).toBe(1);
  });

  it('hinders nobody while the version cannot be seen', async () => {
    const away = () => Promise.reject(new Error('The database is away.'));
    const version = { versions: away, learn: () => undefined };
    const cache = rowCacheOf(world, { version });

    expect(await answer(world, '{ institutions { totalCount } }', { rows: cache })).toEqual({
      institutions: { totalCount: 3 },
    });
  });

  it('waits for a server that lags behind, and keeps nothing of what it says', async () => {
    const there = await world.store.version.versions();
    let versions = there.after({ version: there.number + 1, touched: [institution.path] });
    const cache = rowCacheOf(world, { version: { versions: () => versions, learn: () => undefined } });

    expect(await (await cachedNow(cache)).records(institution)).toBeNull();
    versions = there;
    await eventually(async () => (await (await cachedNow(cache)).records(institution))?.size, 3);
  });
});
