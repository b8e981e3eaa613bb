/** Several origins state the same records: each is replaced by its own imports alone, and what is shown follows from all of them. */
import sql from 'sql-template-tag';
import { ImportRefused } from '../../src/errors';
import type { Origin } from '../../src/resource/origin';
import type { Store } from '../../src/store/store';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { ownOrigin, SmallWorld, type PlainRecords } from '../helpers/small-world';

/** Believed after what the small world states by itself. */
const theirs: Origin = { name: 'theirs', kind: 'HARVEST', rank: 200 };
const everything = { vanished: 'go', origin: theirs } as const;

const evidence = (source: string, statedValue: string) => [
  { source, property: 'city', statedValue, confidence: 'FOUND_IN_SOURCE' },
];
const ror = (value: string) => ({ scheme: 'ROR', value });

const ours: PlainRecords = {
  Institution: [
    {
      slug: 'marburg',
      name: { de: 'Marburg', en: 'Marburg' },
      kind: 'UNIVERSITY_MEDICAL_CENTRE',
      city: 'Marburg',
      identifiers: [ror('032nzv584')],
      evidence: evidence('register', 'Marburg'),
    },
    { slug: 'ulm', name: { de: 'Ulm' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
  ],
};

const theirMarburg = {
  slug: 'marburg',
  name: { de: 'Uniklinik an der Lahn' },
  kind: 'NETWORK',
  city: 'Lahnberge',
  homepage: 'https://www.example.org/',
  identifiers: [ror('032nzv584'), { scheme: 'WIKIDATA', value: 'Q1' }],
  evidence: evidence('catalogue', 'Lahnberge'),
};
const catalogue = { slug: 'catalogue', title: 'A catalogue' };
const theirRecords: PlainRecords = {
  Source: [catalogue],
  Institution: [
    theirMarburg,
    { slug: 'bonn', name: { de: 'Bonn' }, kind: 'NETWORK', evidence: evidence('catalogue', 'Bonn') },
  ],
};

const marburg = `{ institution(slug: "marburg") {
  name(language: DE) kind city homepage
  identifiers { scheme value }
  evidence { statedValue }
  disputes { property statements { statedValue } }
} }`;

const asOurs = {
  name: 'Marburg',
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
  city: 'Marburg',
  homepage: null,
  identifiers: [{ scheme: 'ROR', value: 'https://ror.org/032nzv584' }],
  evidence: [{ statedValue: 'Marburg' }],
  disputes: [],
};
const asTheirs = {
  name: 'Uniklinik an der Lahn',
  kind: 'NETWORK',
  city: 'Lahnberge',
  homepage: 'https://www.example.org/',
  identifiers: [
    { scheme: 'ROR', value: 'https://ror.org/032nzv584' },
    { scheme: 'WIKIDATA', value: 'Q1' },
  ],
  evidence: [{ statedValue: 'Lahnberge' }],
  disputes: [],
};
const asBoth = {
  ...asTheirs,
  name: 'Marburg',
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
  city: 'Marburg',
  evidence: [{ statedValue: 'Marburg' }, { statedValue: 'Lahnberge' }],
  disputes: [{ property: 'city', statements: [{ statedValue: 'Marburg' }, { statedValue: 'Lahnberge' }] }],
};

describeOnEachDatabase('a record that two origins state', (dialect) => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await SmallWorld.of(dialect, ours);
    await world.add(theirRecords, undefined, everything);
  });

  afterEach(() => world.end());

  const shown = async () => (await answer<{ institution: unknown }>(world, marburg)).institution;
  const rowsOf = ({ name }: Origin) =>
    Promise.all([
      world.store.read(sql`SELECT * FROM evidence WHERE origin = ${name} ORDER BY subject_id, position`),
      world.store.read(sql`SELECT * FROM identifier WHERE origin = ${name} ORDER BY subject_id, value`),
      world.store.read(sql`SELECT * FROM stated WHERE origin = ${name} ORDER BY subject_id`),
    ]);
  const problemsOf = async (records: PlainRecords, how: Parameters<SmallWorld['add']>[2]) => {
    const outcome: unknown = await world.add(records, undefined, how).catch((error: unknown) => error);
    if (!(outcome instanceof ImportRefused)) throw new Error('The import was not refused.');
    return outcome.problems.map(({ message }) => message);
  };

  it('shows what the first of them says, what only the second says, and the evidence of both', async () => {
    expect(await shown()).toEqual(asBoth);
    expect(await answer(world, '{ disputed { nodes { slug } } }')).toEqual({
      disputed: { nodes: [{ slug: 'marburg' }] },
    });
  });

  it('is the same whichever came first', async () => {
    const other = await SmallWorld.of(dialect, {});
    await other.add(theirRecords, undefined, everything);
    await other.add(ours);

    expect((await answer<{ institution: unknown }>(other, marburg)).institution).toEqual(asBoth);
    await other.end();
  });

  it('is found by what it shows, and by the identifiers of both', async () => {
    expect(
      await answer(
        world,
        `{ ours: search(text: "Marburg") { nodes { slug } } theirs: search(text: "Lahn") { nodes { slug } }
           ror: resourcesByIdentifier(scheme: ROR, value: "032nzv584") { slug }
           wikidata: institutions(filter: { identifier: { eq: "Q1" } }) { totalCount } }`,
      ),
    ).toEqual({
      ours: { nodes: [{ slug: 'marburg' }] },
      theirs: { nodes: [] },
      ror: [{ slug: 'marburg' }],
      wikidata: { totalCount: 1 },
    });
  });

  it('stays when one of them withdraws it, and says what the other one says', async () => {
    await world.add({ Source: [catalogue] }, undefined, everything);

    expect(await shown()).toEqual(asOurs);
    expect(await answer(world, '{ institution(slug: "bonn") { slug } }')).toEqual({ institution: null });

    await world.add(theirRecords, undefined, everything);
    await world.add({ Source: [{ slug: 'register', title: 'A register' }] }, undefined, { vanished: 'go' });

    expect(await shown()).toEqual(asTheirs);
    expect(await answer(world, '{ search(text: "Lahn") { nodes { slug } } }')).toEqual({
      search: { nodes: [{ slug: 'marburg' }] },
    });
    expect(await world.store.read(sql`SELECT id FROM withdrawn ORDER BY id`)).toEqual([
      { id: 'institutions/ulm' },
    ]);
  });

  it('is gone when both withdraw it', async () => {
    await world.add({ Source: [catalogue] }, undefined, everything);
    await world.add({}, undefined, { vanished: 'go' });

    expect(await shown()).toBeNull();
    for (const table of ['stated', 'evidence', 'identifier'])
      expect(
        await world.store.read({
          text: `SELECT 1 FROM ${table} WHERE subject_id = 'institutions/marburg'`,
          sql: `SELECT 1 FROM ${table} WHERE subject_id = 'institutions/marburg'`,
          values: [],
        }),
      ).toEqual([]);
  });

  it('is replaced by one of them without touching what the other one states', async () => {
    const before = await rowsOf(ownOrigin);
    const changed = { ...theirMarburg, city: 'Lahntal', evidence: evidence('catalogue', 'Lahntal') };

    await world.add({ Source: [catalogue], Institution: [changed] }, '2025-02-02T00:00:00.000Z', everything);

    expect(await rowsOf(ownOrigin)).toEqual(before);
    expect(await shown()).toMatchObject({
      city: 'Marburg',
      evidence: [{ statedValue: 'Marburg' }, { statedValue: 'Lahntal' }],
    });
  });

  it('shows what the other one says as soon as the order of the two is another', async () => {
    const before = await world.store.writtenVersion();

    await world.add(theirRecords, undefined, { origin: { ...theirs, rank: 1 } });

    expect(await shown()).toMatchObject({
      city: 'Lahnberge',
      evidence: [{ statedValue: 'Lahnberge' }, { statedValue: 'Marburg' }],
    });
    expect(await world.store.writtenVersion()).toBe(before + 1);
  });

  it('is not written again by an import that says the same', async () => {
    const [before, imports] = await Promise.all([
      world.store.writtenVersion(),
      world.store.read(sql`SELECT * FROM import`),
    ]);

    const counts = await world.add(theirRecords, '2025-02-02T00:00:00.000Z', everything);

    expect(counts.map(({ type, unchanged }) => [type, unchanged])).toEqual([
      ['Source', 1],
      ['Institution', 2],
    ]);
    expect(await world.store.writtenVersion()).toBe(before);
    expect(await world.store.read(sql`SELECT * FROM import`)).toEqual(imports);
  });

  it('keeps what one of them refers to, even where it shows what the other one refers to', async () => {
    const third: Origin = { ...theirs, name: 'third' };
    const desk = (institution: string) => ({
      Contact: [{ slug: 'desk', name: { de: 'Pforte' }, institution }],
    });
    const bremen = { slug: 'bremen', name: { de: 'Bremen' }, kind: 'NETWORK' };
    await world.add({ Institution: [bremen] }, undefined, { origin: third });
    await world.add(desk('ulm'));
    await world.add(desk('bremen'), undefined, { origin: theirs });

    expect(await problemsOf({}, { vanished: 'go', origin: third })).toEqual([
      '"institutions/bremen" cannot be withdrawn: "contacts/desk" refers to it, as "theirs" states.',
    ]);

    const register = { slug: 'register', title: 'A register', url: 'https://register.example.org/' };
    await world.add({ Source: [register], ...ours }, undefined, { vanished: 'go' });
    expect(await answer(world, '{ contact(slug: "desk") { institution { slug } } }')).toEqual({
      contact: { institution: { slug: 'bremen' } },
    });
  });

  it('stays as it is when the import of one fails half-way', async () => {
    const all = () => Promise.all([rowsOf(ownOrigin), rowsOf(theirs), shown()]);
    const before = await all();
    const store = {
      write: (work: Parameters<Store['write']>[0]) =>
        world.store.write(async (transaction) => {
          await work(transaction);
          throw new Error('as if it was killed');
        }),
    };

    await expect(world.add({ Institution: [] }, undefined, { ...everything, store })).rejects.toThrow(
      'as if it was killed',
    );

    expect(await all()).toEqual(before);
  });
});
