/** The records at the other end of links: a page of them costs what a page costs, however many links there are. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { explain } from '../helpers/explain';
import { listening } from '../helpers/listening';
import { addManyDatasets } from '../helpers/many-datasets';
import { SmallWorld } from '../helpers/small-world';

interface Slugs {
  infrastructures: { nodes: { slug: string; datasets: { nodes: { slug: string }[] } }[] };
}

const records = {
  Infrastructure: ['aktin', 'racoon'].map((slug) => ({ slug, name: { en: slug }, acronym: slug })),
  Dataset: [{ slug: 'copied', name: { en: 'A dataset' }, kind: 'REGISTRY' }],
};

describeOnEachDatabase('a page of linked records', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
    await addManyDatasets(world, 'datasets/copied', ['aktin', 'racoon'], 3_000);
  });
  afterAll(() => world.end());

  /** How the statement is read that gives the datasets of the infrastructures, or another list. */
  const planOf = async (page: string, list = `datasets(${page}) { nodes { slug } }`): Promise<string> => {
    const reader = listening(world.store);
    await answer(world, `{ infrastructures { nodes { ${list} } } }`, { reader });
    const below = reader.asked.find(({ sql }) => sql.includes('provision'));
    if (!below) throw new Error('No links were read.');
    const rows = await world.store.read(explain(dialect, below));
    return rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n');
  };

  it.each([['first: 3'], ['last: 3']])('of %s ends in the index of the links', async (page) => {
    const plan = await planOf(page);

    expect(plan).toMatch(
      dialect === 'sqlite'
        ? /SEARCH l USING COVERING INDEX ix_provision_source_id_target_id/
        : /Limit [^]*Index Only Scan (Backward )?using ix_provision_source_id_target_id/,
    );
    expect(plan).not.toMatch(/SCAN (t|l)\b|Seq Scan on (dataset|provision)/);
    // What is sorted or made distinct would be read to its end.
    expect(plan).not.toMatch(/FOR DISTINCT|LAST TERM OF ORDER BY|HashAggregate/);
  });

  it.each(['STARTS_ON', 'ROLE'])(
    'of links by %s reads those of each record, and not all in that order until a page is full',
    async (field) => {
      const page = `first: 3, orderBy: [{ field: ${field} }]`;

      const plan = await planOf(page, `provisions(${page}) { nodes { id } }`);

      expect(plan).not.toMatch(/ix_provision_(starts_on|role)/);
    },
  );

  it('is the same from either end', async () => {
    const first = await answer<Slugs>(
      world,
      '{ infrastructures { nodes { slug datasets(first: 2) { nodes { slug } } } } }',
    );
    const last = await answer<Slugs>(
      world,
      '{ infrastructures { nodes { slug datasets(last: 2) { nodes { slug } } } } }',
    );

    const [aktin] = first.infrastructures.nodes;
    expect(aktin?.datasets.nodes.map(({ slug }) => slug)).toEqual([
      'synthetic-aktin-1',
      'synthetic-aktin-10',
    ]);
    const [, racoon] = last.infrastructures.nodes;
    expect(racoon?.datasets.nodes.map(({ slug }) => slug)).toEqual([
      'synthetic-racoon-998',
      'synthetic-racoon-999',
    ]);
  });
});
