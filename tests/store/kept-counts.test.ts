/** The counts that are kept with each write are what one finds by counting, whoever writes and however many rows at once. */
import fc from 'fast-check';
import sql, { raw } from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import type { Row } from '../../src/resource/values';
import { dataSourceFor } from '../../src/store/open-writer';
import { Store } from '../../src/store/store';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { runs } from '../helpers/property-runs';
import { registry, SmallWorld, withRegister, type PlainRecords } from '../helpers/small-world';

const slugs = ['one', 'two', 'three', 'four'];
const words = ['Labor', 'labor', 'Übung', 'x'.repeat(1_500)];
const agents = [
  'institutions/marburg',
  'institutions/ulm',
  'infrastructures/aktin',
  'infrastructures/racoon',
];
const roles = ['PUBLISHER', 'CUSTODIAN'];

const basis: PlainRecords = {
  Institution: ['marburg', 'ulm'].map((slug) => ({ slug, name: { de: slug }, kind: 'NETWORK' })),
  Infrastructure: ['aktin', 'racoon'].map((slug) => ({ slug, name: { de: slug } })),
};

/** Datasets with their keywords, and links, as one import states them. */
const stated = fc
  .record({
    datasets: fc.uniqueArray(
      fc.record({ slug: fc.constantFrom(...slugs), keywords: fc.uniqueArray(fc.constantFrom(...words)) }),
      { selector: ({ slug }) => slug },
    ),
    links: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...agents), fc.constantFrom(...slugs), fc.constantFrom(...roles)),
      { selector: (link) => link.join(' '), maxLength: 12 },
    ),
  })
  .map(({ datasets, links }): PlainRecords => ({
    ...withRegister(basis),
    Dataset: datasets.map(({ slug, keywords }) => ({ slug, name: { de: slug }, kind: 'COHORT', keywords })),
    Provision: links
      .filter(([, slug]) => datasets.some((dataset) => dataset.slug === slug))
      .map(([agent, slug, role]) => ({ agent, offer: `datasets/${slug}`, role })),
  }));

const fourDatasets = (keyword: string): PlainRecords => ({
  ...withRegister(basis),
  Dataset: slugs.map((slug) => ({
    slug,
    name: { de: slug },
    kind: 'COHORT',
    keywords: slug === 'one' ? [] : [keyword],
  })),
  Provision: roles.map((role) => ({ agent: agents[0] ?? '', offer: 'datasets/two', role })),
});

const facets =
  '{ datasets { facets(by: [KEYWORDS, INSTITUTIONS, INFRASTRUCTURES]) { by distinct missing buckets { value count } } } }';

/** What somebody else may do, who knows nothing of the counts. */
const behindItsBack = [
  `DELETE FROM provision WHERE role = 'PUBLISHER'`,
  `UPDATE provision SET target_id = 'datasets/one'`,
  `UPDATE provision SET source_id = 'institutions/ulm' WHERE source_id LIKE 'infrastructures/%'`,
  `UPDATE dataset SET keywords = '["Labor", "Labor", "neu"]' WHERE slug <> 'one'`,
  `UPDATE dataset SET keywords = NULL WHERE slug = 'one'`,
  `UPDATE dataset SET digest = 'another'`,
  `DELETE FROM dataset`,
];

describeOnEachDatabase('kept counts', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, basis);
  });
  afterAll(() => world.end());

  const openOther = () => new DataSource(connectionOptions(locationOf(world.database.url, '/'))).initialize();

  async function asOther(...statements: string[]): Promise<void> {
    const other = await openOther();
    for (const statement of statements) await other.query(statement);
    await other.destroy();
  }

  const readByStore: Read = (text) => world.store.read(raw(text));

  async function kept(read = readByStore): Promise<Map<string, number>> {
    const rows = await read(
      'SELECT field, value, total FROM dataset_count UNION ALL SELECT field, value, total FROM provision_count',
    );
    return new Map(
      rows.flatMap(({ field, value, total }) =>
        Number(total) === 0 ? [] : [[`${String(field)} ${String(value)}`, Number(total)]],
      ),
    );
  }

  async function byHand(read = readByStore): Promise<Map<string, number>> {
    const datasets = await read('SELECT keywords FROM dataset');
    const links = await read('SELECT source_id, target_id FROM provision');
    const linked = (field: string, path: string) => {
      const listed = links
        .map((row) => [String(row.source_id), String(row.target_id)] as const)
        .filter(([agent, offer]) => agent.startsWith(path) && offer.startsWith('datasets/'));
      const pairs = new Map(listed.map(([agent, offer]) => [`${agent} ${offer}`, agent]));
      return [
        ...[...pairs.values()].map((agent) => `${field} ${agent}`),
        ...[...new Set(listed.map(([, offer]) => offer))].map(() => `any ${field} `),
      ];
    };
    return counted([
      ...datasets.flatMap(({ keywords }) => {
        const items = [...new Set(JSON.parse((keywords as string | null) ?? '[]') as string[])];
        return [
          ...items.map((item) => `Dataset.keywords ${item}`),
          ...(items.length > 0 ? ['any Dataset.keywords '] : []),
        ];
      }),
      ...linked('Dataset.institutions', 'institutions/'),
      ...linked('Dataset.infrastructures', 'infrastructures/'),
    ]);
  }

  it('are right after any imports', async () => {
    await fc.assert(
      fc.asyncProperty(stated, async (records) => {
        await world.add(records, undefined, { vanished: 'go' });
        expect(await kept()).toEqual(await byHand());
      }),
      { numRuns: runs(60) },
    );
  });

  it('are right after whatever somebody else does, to many rows at once', async () => {
    const other = await openOther();
    await fc.assert(
      fc.asyncProperty(stated, fc.array(fc.constantFrom(...behindItsBack)), async (records, statements) => {
        await world.add(records, undefined, { vanished: 'go' });
        const runner = other.createQueryRunner();
        const read: Read = (text) => runner.query(text) as Promise<Row[]>;
        await runner.startTransaction();
        try {
          for (const statement of statements) {
            await runner.query(statement);
            expect(await kept(read)).toEqual(await byHand(read));
          }
        } finally {
          await runner.rollbackTransaction();
          await runner.release();
        }
      }),
      { numRuns: runs(60) },
    );
    await other.destroy();
  });

  it('are right after writers of two gateways at the same time', async () => {
    await world.add(withRegister(basis), undefined, { vanished: 'go' });
    const other = await Store.open({ databaseUrl: world.database.url, root: '/', registry });
    const dataset = (slug: string): PlainRecords => ({
      Dataset: [{ slug, name: { de: slug }, kind: 'COHORT', keywords: ['Labor', slug] }],
      Provision: agents.map((agent) => ({ agent, offer: `datasets/${slug}`, role: 'PUBLISHER' })),
    });

    await Promise.all(
      slugs.map((slug, index) =>
        world.add(dataset(slug), undefined, index % 2 === 0 ? {} : { store: other }),
      ),
    );

    expect(await kept()).toEqual(await byHand());
    expect((await kept()).get('Dataset.institutions institutions/ulm')).toBe(4);
    await other.close();
  });

  it('are counted at the start where they are missing, or were not kept for a while', async () => {
    await world.add({
      Dataset: [{ slug: 'one', name: { de: 'one' }, kind: 'COHORT', keywords: ['Labor'] }],
    });
    const [trigger] = await world.store.read(
      dialect === 'sqlite'
        ? sql`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'dataset'`
        : sql`SELECT tgname AS name FROM pg_trigger WHERE tgname LIKE 'keep_dataset%'`,
    );
    const on = dialect === 'sqlite' ? '' : ' ON dataset';
    await asOther(`DROP TRIGGER "${String(trigger?.name)}"${on}`, `UPDATE dataset_count SET total = 7`);

    await (await Store.open({ databaseUrl: world.database.url, root: '/', registry })).close();
    expect(await kept()).toEqual(await byHand());

    await asOther('DROP TABLE provision_count');
    await (await Store.open({ databaseUrl: world.database.url, root: '/', registry })).close();
    expect(await kept()).toEqual(await byHand());
  });

  it('are let go of by a migration, and facets are counted until the next start keeps them again', async () => {
    await world.add(fourDatasets('Herz'), undefined, { vanished: 'go' });
    const migrating = await dataSourceFor(locationOf(world.database.url, '/'), registry).initialize();
    await migrating.undoLastMigration({ transaction: 'all' });
    await migrating.runMigrations({ transaction: 'all' });
    await migrating.destroy();
    expect(await kept()).toEqual(new Map());

    const { datasets } = await answer<{ datasets: { facets: unknown[] } }>(world, facets);

    expect(datasets.facets).toEqual([
      { by: 'KEYWORDS', distinct: 1, missing: 1, buckets: [{ value: 'Herz', count: 3 }] },
      { by: 'INSTITUTIONS', distinct: 1, missing: 3, buckets: [{ value: 'marburg', count: 1 }] },
      { by: 'INFRASTRUCTURES', distinct: 0, missing: 4, buckets: [] },
    ]);
    await (await Store.open({ databaseUrl: world.database.url, root: '/', registry })).close();
    expect(await kept()).toEqual(await byHand());
  });

  it('are what facets of a whole class say', async () => {
    await world.add(fourDatasets('Labor'), undefined, { vanished: 'go' });
    // Wrong on purpose, to see that it is read from there, and not counted.
    await asOther(
      `UPDATE dataset_count SET total = 2 WHERE field LIKE '%Dataset.keywords' AND value IN ('Labor', '')`,
    );

    const { datasets } = await answer<{ datasets: { facets: unknown[] } }>(world, facets);

    expect(datasets.facets).toEqual([
      { by: 'KEYWORDS', distinct: 1, missing: 2, buckets: [{ value: 'Labor', count: 2 }] },
      { by: 'INSTITUTIONS', distinct: 1, missing: 3, buckets: [{ value: 'marburg', count: 1 }] },
      { by: 'INFRASTRUCTURES', distinct: 0, missing: 4, buckets: [] },
    ]);
  });

  if (dialect === 'postgres')
    it('are none after all rows of a table are removed at once', async () => {
      await world.add(fourDatasets('Labor'), undefined, { vanished: 'go' });

      await asOther('TRUNCATE dataset, provision CASCADE');

      expect(await kept()).toEqual(new Map());
      expect(await byHand()).toEqual(new Map());
    });
});

type Read = (text: string) => Promise<Row[]>;

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
