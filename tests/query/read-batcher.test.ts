/** What several requests ask for at the same moment is read together; each of them gets, pays and waits for its own part only. */
import sql from 'sql-template-tag';
import { BoundedReader } from '../../src/query/bounded-reader';
import { cancellationBy } from '../../src/query/cancellation';
import { KeyedRead, readKeyed } from '../../src/query/keyed-read';
import { ReadBatcher } from '../../src/query/read-batcher';
import { amongKeys, laterKeys, type Reader } from '../../src/query/sql';
import type { Row, Statement } from '../../src/resource/values';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const slugs = ['berlin', 'dresden', 'giessen', 'marburg', 'ulm'];
const keyOf = (slug: string): string => `institutions/${slug}`;

const records = {
  Institution: slugs.map((slug) => ({ slug, name: { en: slug }, kind: 'UNIVERSITY_MEDICAL_CENTRE' })),
};

/** The slug behind each key. */
const slugByKey = (): KeyedRead<string> =>
  new KeyedRead({
    statement: (reader) =>
      sql`SELECT t.id, t.slug FROM institution t WHERE ${amongKeys(reader, sql`t.id`, laterKeys)}`,
    found: (rows) => new Map(rows.map(({ id, slug }) => [id as string, slug as string])),
    rowsIn: () => 1,
  });

const never = cancellationBy(new AbortController().signal);

describeOnEachDatabase('reading together', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  /** A reader of the store that notes what it is asked, and waits as long as the test says. */
  const noting = () => {
    const asked: Statement[] = [];
    let gate: Promise<void> = Promise.resolve();
    let stopped: AbortSignal | undefined;
    const reader: Reader = {
      dialect,
      read: async (statement, signal): Promise<Row[]> => {
        asked.push(statement);
        stopped = signal;
        await gate;
        return world.store.read(statement);
      },
    };
    return {
      reader,
      asked,
      get stopped() {
        return stopped?.aborted ?? false;
      },
      /** Has every statement wait until the test lets it go on. */
      hold(): () => void {
        let goOn: () => void = () => undefined;
        gate = new Promise((resolve) => (goOn = resolve));
        return goOn;
      },
    };
  };

  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

  it('takes one statement for all who ask in the same turn, and gives each what was asked', async () => {
    const { reader, asked } = noting();
    const shared = new ReadBatcher(reader, 10);
    const read = slugByKey();

    const found = await Promise.all([
      shared.read(read, [keyOf('berlin'), keyOf('ulm')], never),
      shared.read(read, [keyOf('ulm')], never),
      shared.read(read, [keyOf('kiel')], never),
    ]);

    expect(asked).toHaveLength(1);
    expect(found[0].get(keyOf('berlin'))).toBe('berlin');
    expect(found[1].get(keyOf('ulm'))).toBe('ulm');
    expect(found[2].get(keyOf('kiel'))).toBeUndefined();
  });

  it('does not mix what is asked by different statements', async () => {
    const { reader, asked } = noting();
    const shared = new ReadBatcher(reader, 10);

    const [one, other] = await Promise.all([
      shared.read(slugByKey(), [keyOf('berlin')], never),
      shared.read(slugByKey(), [keyOf('ulm')], never),
    ]);

    expect(asked).toHaveLength(2);
    expect([...one.keys(), ...other.keys()]).toEqual([keyOf('berlin'), keyOf('ulm')]);
  });

  it('goes on gathering while the database has no connection, and never gives what was read before it was asked for', async () => {
    const noted = noting();
    const shared = new ReadBatcher(noted.reader, 1);
    const read = slugByKey();
    const goOn = noted.hold();

    const first = shared.read(read, [keyOf('berlin')], never);
    await nextTurn();
    const later = slugs.map((slug) => shared.read(read, [keyOf(slug)], never));
    await nextTurn();
    expect(noted.asked).toHaveLength(1);
    goOn();
    await Promise.all([first, ...later]);

    expect(noted.asked).toHaveLength(2);
    expect(noted.asked[1]?.values.flat().join()).toContain('berlin');
  });

  it('lets one who ends go, and goes on for the others', async () => {
    const noted = noting();
    const shared = new ReadBatcher(noted.reader, 1);
    const read = slugByKey();
    const goOn = noted.hold();
    const gone = new AbortController();

    const leaving = shared.read(read, [keyOf('berlin')], cancellationBy(gone.signal));
    const staying = shared.read(read, [keyOf('ulm')], never);
    await nextTurn();
    gone.abort(new Error('The client is gone.'));

    await expect(leaving).rejects.toThrow('The client is gone.');
    expect(noted.stopped).toBe(false);
    goOn();
    expect((await staying).get(keyOf('ulm'))).toBe('ulm');
  });

  it('stops a statement for which nobody waits any more', async () => {
    const noted = noting();
    const shared = new ReadBatcher(noted.reader, 1);
    const read = slugByKey();
    const goOn = noted.hold();
    const gone = new AbortController();

    const leaving = [0, 1].map(() => shared.read(read, [keyOf('berlin')], cancellationBy(gone.signal)));
    await nextTurn();
    gone.abort(new Error('The client is gone.'));
    await Promise.allSettled(leaving);

    expect(noted.stopped).toBe(true);
    goOn();
  });

  it('lets one who waits for a connection go, too', async () => {
    const noted = noting();
    const shared = new ReadBatcher(noted.reader, 1);
    const goOn = noted.hold();
    const gone = new AbortController();

    const first = shared.read(slugByKey(), [keyOf('ulm')], never);
    await nextTurn();
    const leaving = shared.read(slugByKey(), [keyOf('berlin')], cancellationBy(gone.signal));
    gone.abort(new Error('The client is gone.'));

    await expect(leaving).rejects.toThrow('The client is gone.');
    goOn();
    await first;
    expect(noted.asked).toHaveLength(1);
  });

  it('lets one who asked in the same turn as another go while that one has the connection', async () => {
    const noted = noting();
    const shared = new ReadBatcher(noted.reader, 1);
    const goOn = noted.hold();
    const gone = new AbortController();

    const first = shared.read(slugByKey(), [keyOf('ulm')], never);
    const leaving = shared.read(slugByKey(), [keyOf('berlin')], cancellationBy(gone.signal));
    await nextTurn();
    gone.abort(new Error('The client is gone.'));

    await expect(leaving).rejects.toThrow('The client is gone.');
    goOn();
    await first;
  });

  it('tells an error to all who asked, and to nobody after them', async () => {
    let fails = true;
    const reader: Reader = {
      dialect,
      read: (statement) =>
        fails ? Promise.reject(new Error('The database is away.')) : world.store.read(statement),
    };
    const shared = new ReadBatcher(reader, 1);
    const read = slugByKey();

    const outcomes = await Promise.allSettled([0, 1].map(() => shared.read(read, [keyOf('ulm')], never)));
    fails = false;

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await shared.read(read, [keyOf('ulm')], never)).get(keyOf('ulm'))).toBe('ulm');
  });

  it('asks for very many keys in several statements', async () => {
    const { reader, asked } = noting();
    const shared = new ReadBatcher(reader, 1);
    const read = slugByKey();
    const many = Array.from({ length: 400 }, (_, index) => keyOf(`site-${index}`));

    const [, , found] = await Promise.all(
      [many, many, [keyOf('ulm')]].map((keys) => shared.read(read, keys, never)),
    );

    expect(asked.length).toBe(2);
    expect(found?.get(keyOf('ulm'))).toBe('ulm');
  });

  it('counts for each request only the rows that it asked for', async () => {
    const shared = new ReadBatcher(world.store, 1);
    const read = slugByKey();
    const request = (rows: number): Reader =>
      new BoundedReader(world.store, shared, { rows, cancellation: never });

    const [few, all] = await Promise.allSettled([
      readKeyed(request(1), read, [keyOf('berlin')]),
      readKeyed(request(4), read, slugs.map(keyOf)),
    ]);

    expect(few.status).toBe('fulfilled');
    expect(all.status).toBe('rejected');
    expect(String((all as PromiseRejectedResult).reason)).toContain('read more than 4 rows');
  });
});
