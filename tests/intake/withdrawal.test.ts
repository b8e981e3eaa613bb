/** What the seeds hold no more is gone, with all that hung on it, and never more than was meant. */
import sql from 'sql-template-tag';
import { ImportRefused } from '../../src/errors';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase, type Dialect } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';
import { importFiles, type Files } from './steward';

const evidence = 'evidence: [{ source: gazette, confidence: FOUND_IN_SOURCE }]';
const list = (type: string, records: readonly string[]): string =>
  records.length > 0
    ? `${type}:\n${records.map((fields) => `  - { ${fields}, ${evidence} }\n`).join('')}`
    : '';
const sources = 'Source:\n  - { slug: gazette, title: A gazette }\n';
const site = (slug: string, name = slug): string =>
  `slug: ${slug}, name: { de: ${name} }, kind: UNIVERSITY_MEDICAL_CENTRE`;
const marburg = `${site('marburg', 'Lahnberge')}, identifiers: [{ scheme: ROR, value: 032nzv584 }]`;
const racoon = 'slug: racoon, name: { en: RACOON }';
const takesPart = (institution: string, role: string): string =>
  `institution: ${institution}, infrastructure: racoon, role: ${role}`;

/** Seeds with these sites and their roles in RACOON. */
const seeds = (sites: readonly string[], roles: readonly string[] = []): Files => ({
  'sources.yaml': sources,
  'sites.yaml': list('Institution', sites),
  'infrastructures.yaml': list('Infrastructure', [racoon]),
  ...(roles.length > 0 && { 'roles.yaml': list('Participation', roles) }),
});
const twentySites = Array.from({ length: 20 }, (_, index) => site(`site-${index + 1}`));

const keyColumns: Readonly<Record<string, string>> = {
  identifier: 'subject_id',
  evidence: 'subject_id',
  stated: 'subject_id',
  search_record: 'key',
};
const rowsOf = async ({ store }: SmallWorld, table: string, key: string): Promise<number> => {
  const text = `SELECT 1 FROM ${table} WHERE ${keyColumns[table] ?? 'id'} = '${key}'`;
  return (await store.read({ text, sql: text, values: [] })).length;
};

describeOnEachDatabase('what is taken out of the seeds or corrected', (dialect: Dialect) => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await SmallWorld.of(dialect, {});
  });

  afterEach(() => world.end());

  const version = () => world.store.writtenVersion();
  const problemsOf = async (files: Files, how: Parameters<typeof importFiles>[3]): Promise<string[]> => {
    const outcome: unknown = await importFiles(world, files, undefined, how).catch((error: unknown) => error);
    if (!(outcome instanceof ImportRefused)) throw new Error('The import was not refused.');
    return outcome.problems.map(({ message, remedy }) => `${message} ${remedy}`);
  };

  it('stays nowhere: a corrected role leaves one link, with the evidence of one', async () => {
    await importFiles(world, seeds([marburg], [takesPart('marburg', 'PARTICIPATES')]));
    const before = await version();

    const report = await importFiles(world, seeds([marburg], [takesPart('marburg', 'COORDINATES')]));

    expect(report.withdrawn).toEqual(['participations/marburg/racoon/participates']);
    expect(report.counts.at(-1)).toEqual({
      type: 'Participation',
      created: 1,
      updated: 0,
      unchanged: 0,
      withdrawn: 1,
    });
    expect(await version()).toBe(before + 1);
    const { institution } = await answer<{ institution: unknown }>(
      world,
      '{ institution(slug: "marburg") { participations { nodes { role evidence { citedFrom { title } } } } } }',
    );
    expect(institution).toEqual({
      participations: { nodes: [{ role: 'COORDINATES', evidence: [{ citedFrom: { title: 'A gazette' } }] }] },
    });
  });

  it('stays nowhere: a corrected slug leaves one record, with links from it alone', async () => {
    await importFiles(world, seeds([marburg], [takesPart('marburg', 'LEADS')]));

    const corrected = marburg.replace('slug: marburg', 'slug: marburg-lahn');
    await importFiles(world, seeds([corrected], [takesPart('marburg-lahn', 'LEADS')]));

    expect(
      await answer(
        world,
        '{ institutions { nodes { slug } } participations { nodes { from { slug } } } resourcesByIdentifier(scheme: ROR, value: "032nzv584") { slug } }',
      ),
    ).toEqual({
      institutions: { nodes: [{ slug: 'marburg-lahn' }] },
      participations: { nodes: [{ from: { slug: 'marburg-lahn' } }] },
      resourcesByIdentifier: [{ slug: 'marburg-lahn' }],
    });
  });

  it('leaves nothing that hung on it: identifiers, evidence, search and sources', async () => {
    const register =
      'Source:\n  - { slug: gazette, title: A gazette }\n  - { slug: letter, title: A letter }\n';
    const ulm = `Institution:\n  - { ${site('ulm')}, evidence: [{ source: letter, confidence: INFERRED }] }\n`;
    await importFiles(world, { ...seeds([marburg]), 'sources.yaml': register, 'ulm.yaml': ulm });

    const { withdrawn } = await importFiles(world, seeds([site('giessen')]));

    expect(withdrawn).toEqual(['institutions/marburg', 'institutions/ulm', 'sources/letter']);
    for (const table of ['institution', 'identifier', 'evidence', 'stated', 'search_record'])
      expect([table, await rowsOf(world, table, 'institutions/marburg')]).toEqual([table, 0]);
    const { search, node } = await answer<{ search: unknown; node: unknown }>(
      world,
      `{ search(text: "Lahnberge") { nodes { name } } node(id: "${Buffer.from('institutions/marburg').toString('base64url')}") { id } }`,
    );
    expect([search, node]).toEqual([{ nodes: [] }, null]);
    const left = await world.store.read(sql`SELECT slug FROM source ORDER BY slug`);
    expect(left.map(({ slug }) => slug)).toEqual(['gazette', 'register']);
  });

  it('comes back as it was once the seeds hold it again', async () => {
    await importFiles(world, seeds([marburg, site('ulm')]));
    await importFiles(world, seeds([site('ulm')]));

    const { counts } = await importFiles(world, seeds([marburg, site('ulm')]));

    expect(counts).toContainEqual({
      type: 'Institution',
      created: 1,
      updated: 0,
      unchanged: 1,
      withdrawn: 0,
    });
    expect(await rowsOf(world, 'withdrawn', 'institutions/marburg')).toBe(0);
    expect(await rowsOf(world, 'search_record', 'institutions/marburg')).toBe(1);
  });

  it('is only what the seeds had brought in: what others brought in stays', async () => {
    await world.add({ Institution: [{ slug: 'aachen', name: { de: 'Aachen' }, kind: 'NETWORK' }] });
    await importFiles(world, seeds([marburg]));

    const { withdrawn } = await importFiles(world, seeds([site('ulm')]));

    expect(withdrawn).toEqual(['institutions/marburg']);
    expect(await rowsOf(world, 'institution', 'institutions/aachen')).toBe(1);
  });

  it('is kept, and the import refused, while something of another origin refers to it', async () => {
    await importFiles(world, seeds([marburg, site('ulm')]));
    await world.add({ Contact: [{ slug: 'desk', name: { de: 'Pforte' }, institution: 'marburg' }] });
    await world.add({
      Relation: [{ from: 'contacts/desk', to: 'institutions/marburg', role: 'PART_OF' }],
    });
    await world.add({
      Institution: [
        {
          slug: 'bonn',
          name: { de: 'B' },
          kind: 'NETWORK',
          evidence: [{ source: 'gazette', confidence: 'INFERRED' }],
        },
      ],
    });
    const before = await version();

    expect(
      await problemsOf({ 'ulm.yaml': 'Source:\n  - { slug: other, title: Other }\n' }, { vanished: 'go' }),
    ).toEqual([
      '"institutions/marburg" cannot be withdrawn: "contacts/desk" refers to it, as "small world" states. Keep "institutions/marburg", or have "contacts/desk" changed there first.',
      '"institutions/marburg" cannot be withdrawn: "relations/contacts/desk/institutions/marburg/part-of" refers to it, as "small world" states. Keep "institutions/marburg", or have "relations/contacts/desk/institutions/marburg/part-of" changed there first.',
      '"sources/gazette" cannot be withdrawn: "institutions/bonn" refers to it, as "small world" states. Keep "sources/gazette", or have "institutions/bonn" changed there first.',
    ]);
    expect(await version()).toBe(before);
  });

  it('may not be referred to by the seeds themselves any more', async () => {
    await importFiles(world, seeds([marburg, site('ulm')], [takesPart('marburg', 'LEADS')]));

    expect(
      await problemsOf(seeds([site('ulm')], [takesPart('marburg', 'LEADS')]), { vanished: 'go' }),
    ).toEqual([
      '"institution" refers to "institutions/marburg", which does not exist. Correct the reference, or import that record too.',
    ]);
  });

  it('may be a tenth of what the seeds brought in; for more they must be told so', async () => {
    await importFiles(world, seeds(twentySites));
    const few = { vanished: 'few go' } as const;

    // A source and RACOON stand beside the sites.
    expect((await importFiles(world, seeds(twentySites.slice(2)), undefined, few)).withdrawn).toHaveLength(2);
    expect(await problemsOf(seeds(twentySites.slice(5)), few)).toEqual([
      '3 of the 20 records that "seeds" states would be withdrawn, more than a tenth: "institutions/site-3", "institutions/site-4", "institutions/site-5". --dry-run lists all of them, --allow-withdrawals withdraws them.',
    ]);
    expect(await rowsOf(world, 'institution', 'institutions/site-5')).toBe(1);
    await importFiles(world, seeds(twentySites.slice(5)), undefined, { vanished: 'go' });
    expect(await rowsOf(world, 'institution', 'institutions/site-5')).toBe(0);
  });

  it('is told by a dry run, which writes nothing', async () => {
    await importFiles(world, seeds([marburg, site('ulm')]));
    const before = await version();

    const report = await importFiles(world, seeds([site('ulm', 'Donau'), site('bonn')]), undefined, {
      vanished: 'few go',
      dryRun: true,
    });

    expect(report.withdrawn).toEqual(['institutions/marburg']);
    expect(report.counts).toContainEqual({
      type: 'Institution',
      created: 1,
      updated: 1,
      unchanged: 0,
      withdrawn: 1,
    });
    expect(report.tooMany?.message).toMatch(/^1 of the 4 records that "seeds" states would be withdrawn/);
    expect(await version()).toBe(before);
    for (const [key, rows] of [
      ['marburg', 1],
      ['bonn', 0],
    ] as const)
      for (const table of ['institution', 'stated', 'search_record'])
        expect([key, table, await rowsOf(world, table, `institutions/${key}`)]).toEqual([key, table, rows]);
  });

  it('stays as a whole when the import fails half-way', async () => {
    await importFiles(world, seeds([marburg, site('ulm')]));
    const killed = importFiles(world, seeds([site('bonn')]), undefined, {
      vanished: 'go',
      write: (work) =>
        world.store.write(async (transaction) => {
          await work(transaction);
          throw new Error('as if it was killed');
        }),
    });

    await expect(killed).rejects.toThrow('as if it was killed');

    for (const [key, rows] of [
      ['marburg', 1],
      ['ulm', 1],
      ['bonn', 0],
    ] as const)
      for (const table of ['institution', 'stated', 'evidence', 'search_record'])
        expect([key, table, await rowsOf(world, table, `institutions/${key}`)]).toEqual([key, table, rows]);
    expect(await rowsOf(world, 'withdrawn', 'institutions/marburg')).toBe(0);
  });
});
