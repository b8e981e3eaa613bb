/** What records of all kinds share, over the seeds: a count of a facet is the number that is found once its value is demanded. */
import { answer, refusal } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';

interface Found {
  readonly totalCount: number;
  readonly types: readonly { readonly count: number }[];
  readonly facets: readonly {
    readonly by: string;
    readonly distinct: number;
    readonly missing: number;
    readonly buckets: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  }[];
}

const query = `query ($text: String!, $types: [ResourceType!], $with: [ResourceReference!], $from: [String!]) {
  search(text: $text, types: $types, linkedWith: $with, citedFrom: $from, first: 1) {
    totalCount types { count }
    facets(by: [INFRASTRUCTURE, INSTITUTION, SOURCE], first: 100) { by distinct missing buckets { value label count } }
  }
}`;

jest.setTimeout(180_000);

describeOnEachDatabase('what a search finds', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.in(await seededDatabase(dialect));
  });
  afterAll(() => world.end());

  const found = async (variables: Record<string, unknown>): Promise<Found> =>
    (await answer<{ search: Found }>(world, query, { variables })).search;
  const counted = async (variables: Record<string, unknown>): Promise<Omit<Found, 'facets'>> =>
    (await answer<{ search: Found }>(world, query.replace(/facets.*/, ''), { variables })).search;
  const demanding = (by: string, value: string): Record<string, unknown> =>
    by === 'SOURCE' ? { from: [value] } : { with: [{ slug: value }] };

  it.each(['register', 'covid-19'])(
    'is as much as a facet says, for each of its values: %s',
    async (text) => {
      const all = await found({ text });
      expect(all.facets.map(({ by }) => by)).toEqual(['INFRASTRUCTURE', 'INSTITUTION', 'SOURCE']);
      for (const { by, buckets, distinct, missing } of all.facets) {
        expect(buckets.length).toBe(Math.min(distinct, 100));
        expect(missing).toBeLessThanOrEqual(all.totalCount);
        // The most and the least frequent ones.
        for (const { value, count } of [...buckets.slice(0, 2), ...buckets.slice(-1)]) {
          const some = await counted({ text, ...demanding(by, value) });
          expect([by, value, some.totalCount]).toEqual([by, value, count]);
          expect(some.types.reduce((sum, each) => sum + each.count, 0)).toBe(count);
        }
      }
    },
  );

  it('counts within the kinds that are asked for, and within what is demanded already', async () => {
    const variables = { text: 'covid-19', types: ['DATASET', 'PROJECT'] };
    const [infrastructures] = (await found(variables)).facets;
    const [first] = infrastructures?.buckets ?? [];
    if (!first) throw new Error('No dataset on COVID-19 is linked with an infrastructure.');
    const narrowed = { ...variables, with: [{ slug: first.value }] };
    const some = await found(narrowed);
    expect(some.totalCount).toBe(first.count);
    for (const { value, count } of some.facets[1]?.buckets.slice(0, 2) ?? []) {
      const both = { ...variables, with: [{ slug: first.value }, { slug: value }] };
      expect([value, (await counted(both)).totalCount]).toEqual([value, count]);
    }
  });

  it('is missing in a facet where it is linked with none of the kind', async () => {
    const { totalCount, facets } = await found({ text: 'register', types: ['INFRASTRUCTURE'] });
    const institutions = facets.find(({ by }) => by === 'INSTITUTION');
    const { infrastructures } = await answer<{
      infrastructures: { nodes: { slug: string; links: { nodes: { from: Named; to: Named }[] } }[] };
    }>(
      world,
      '{ infrastructures(search: "register", first: 100) { nodes { slug links(first: 100) { nodes { from { __typename } to { __typename } } } } } }',
    );
    const without = infrastructures.nodes.filter(({ links }) =>
      links.nodes.every(({ from, to }) => ![from, to].some(({ __typename }) => __typename === 'Institution')),
    );
    expect([totalCount, institutions?.missing]).toEqual([infrastructures.nodes.length, without.length]);
  });

  it('names resources by their keys, and sources by slug and title', async () => {
    const { facets } = await found({ text: 'RACOON' });
    expect(facets[0]?.buckets).toContainEqual(
      expect.objectContaining({ value: 'infrastructures/racoon' }) as unknown,
    );
    const [source] = facets[2]?.buckets ?? [];
    const { source: cited } = await answer<{ source: { title: string } }>(
      world,
      'query ($slug: String!) { source(slug: $slug) { title } }',
      { variables: { slug: source?.value } },
    );
    expect(source?.label).toBe(cited.title);
  });

  it('is refused where a demand names nothing, or there are too many', async () => {
    expect(
      (await refusal(world, '{ search(text: "a", linkedWith: [{ slug: "marburg" }]) { totalCount } }'))
        .message,
    ).toContain('Write the path of its type before it');
    expect(
      (
        await refusal(
          world,
          '{ search(text: "a", linkedWith: [{ slug: "institutions/none" }]) { totalCount } }',
        )
      ).message,
    ).toContain('is no resource of this catalogue');
    expect(
      (
        await refusal(
          world,
          '{ search(text: "a", citedFrom: ["a", "b", "c", "d", "e", "f"]) { totalCount } }',
        )
      ).message,
    ).toContain('it may have 5');
    expect(
      (
        await answer<{ search: Found }>(
          world,
          '{ search(text: "RACOON", citedFrom: ["none"]) { totalCount } }',
        )
      ).search,
    ).toEqual({ totalCount: 0 });
  });
});

interface Named {
  readonly __typename: string;
}
