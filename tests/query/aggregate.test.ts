/** Lists in groups over the seeds: rows of a table that agree with the lists under the same filter. */
import { readConfig } from '../../src/config';
import { importSeeds } from '../../src/intake/seeds';
import { answer, refusal, type Asking } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { explain } from '../helpers/explain';
import { listening } from '../helpers/listening';
import { registry, SmallWorld } from '../helpers/small-world';

interface Key {
  by: string;
  value: string | null;
  label: string;
}
interface Group {
  keys: Key[];
  count: number;
}
interface Found {
  totalCount: number;
  aggregate: {
    axes: { by: string; values: Key[] }[];
    groups: Group[];
    missing: Group[];
    groupCount: number;
    beyond: number;
  };
}

const everything = `totalCount aggregate(by: $by, first: $first) {
  axes { by values { by value label } }
  groups { keys { by value label } count }
  missing { keys { by value label } count }
  groupCount beyond
}`;
const participations = `query ($by: [ParticipationGroupBy!]!, $first: Int = 500, $asOf: Date) {
  list: participations(first: 1, asOf: $asOf) { ${everything} }
}`;

const sum = (groups: readonly Group[]) => groups.reduce((total, { count }) => total + count, 0);

describeOnEachDatabase('lists in groups', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {});
    await importSeeds(readConfig({}).root, {
      registry,
      write: (work) => world.store.write(work),
      now: () => new Date('2025-01-01T00:00:00.000Z'),
    });
  });
  afterAll(() => world.end());

  const ask = async (query: string, variables: object = {}, asking: Asking = {}): Promise<Found> => {
    const asked = { ...asking, variables: variables as Record<string, unknown> };
    return (await answer<{ list: Found }>(world, query, asked)).list;
  };

  it('count what the same list counts under a filter for each group, by a field of a linked record too', async () => {
    const { totalCount, aggregate } = await ask(participations, {
      by: ['INSTITUTION_STATE', 'ROLE'],
      asOf: '2024-06-01',
    });

    expect(sum(aggregate.groups) + sum(aggregate.missing)).toBe(totalCount);
    expect(aggregate.beyond).toBe(0);
    expect(aggregate.groups).toHaveLength(aggregate.groupCount);
    const lists = aggregate.groups.map(
      ({ keys: [state, role] }, index) =>
        `group${index}: participations(asOf: "2024-06-01", filter: { institution: { state: { eq: ${state?.value ?? ''} } }, role: { eq: ${role?.value ?? ''} } }) { totalCount }`,
    );
    const under = await answer<Record<string, { totalCount: number }>>(world, `{ ${lists.join('\n')} }`);
    expect(aggregate.groups.map(({ count }) => count)).toEqual(
      Object.values(under).map((list) => list.totalCount),
    );
  });

  it('tell how much is beyond the groups that are shown', async () => {
    const whole = await ask(participations, { by: ['INSTITUTION', 'ROLE'] });
    const top = await ask(participations, { by: ['INSTITUTION', 'ROLE'], first: 3 });

    expect(top.aggregate.groups).toEqual(whole.aggregate.groups.slice(0, 3));
    expect(top.aggregate.groupCount).toBe(whole.aggregate.groupCount);
    expect(sum(top.aggregate.groups) + top.aggregate.beyond).toBe(top.totalCount);
  });

  it('have axes with every value once, the most frequent first, as headings of a table', async () => {
    const { aggregate } = await ask(participations, { by: ['INSTITUTION_STATE', 'FUNDING_PERIOD'] });
    const [states, periods] = aggregate.axes;

    expect(aggregate.axes.map(({ by }) => by)).toEqual(['INSTITUTION_STATE', 'FUNDING_PERIOD']);
    const all = [...aggregate.groups, ...aggregate.missing];
    for (const [index, axis] of aggregate.axes.entries()) {
      const counts = axis.values.map(({ value }) =>
        sum(all.filter(({ keys }) => keys[index]?.value === value)),
      );
      const stated = axis.values[counts.length - 1]?.value === null ? counts.slice(0, -1) : counts;
      expect(stated).toEqual([...stated].sort((one, other) => other - one));
      expect(new Set(axis.values.map(({ value }) => value)).size).toBe(axis.values.length);
    }
    expect(states?.values.length).toBeGreaterThan(5);
    // Some participations are stated for no period: that is the last value of the axis.
    expect(periods?.values.at(-1)).toMatchObject({ value: null });
  });

  it('give the linked records that their values name, and none for other values', async () => {
    const keys = 'keys { value record { __typename slug } }';
    const { participations } = await answer<{
      participations: {
        aggregate: Record<
          'groups' | 'missing',
          { keys: { value: string | null; record: object | null }[] }[]
        >;
      };
    }>(
      world,
      `{ participations { aggregate(by: [FUNDING_PERIOD, ROLE]) { groups { ${keys} } missing { ${keys} } } } }`,
    );

    const { groups, missing } = participations.aggregate;
    expect(groups.length).toBeGreaterThan(2);
    for (const [period, role] of groups.map(({ keys }) => keys)) {
      expect(period?.record).toEqual({ __typename: 'FundingPeriod', slug: period?.value });
      expect(role?.record).toBeNull();
    }
    expect(missing.map(({ keys: [period] }) => period)).toContainEqual({ value: null, record: null });
  });

  it('are labelled in the language asked for, also where no value is stated', async () => {
    const { aggregate } = await ask(participations, { by: ['ROLE', 'FUNDING_PERIOD'] }, { language: 'de' });

    const labels = aggregate.axes.map(({ values }) => values.map(({ label }) => label));
    expect(labels[0]).toContain('koordiniert');
    expect(labels[1]).toContain('ohne Angabe');
    expect(aggregate.missing.every(({ keys }) => keys.some(({ value }) => value === null))).toBe(true);
  });

  it('add up money for each currency and say of how many records it is known, and of how many exactly', async () => {
    const { awards } = await answer<{
      awards: {
        totalCount: number;
        nodes: { amount: { amount: string; qualifier: string } | null }[];
        aggregate: { groups: object[] };
      };
    }>(
      world,
      '{ awards(first: 100) { totalCount nodes { amount { amount qualifier } } aggregate(by: []) { groups { count amount { sums { amount currency qualifier } known inexact missing } } } } }',
    );

    const stated = awards.nodes.flatMap(({ amount }) => (amount ? [amount] : []));
    expect(awards.aggregate.groups).toEqual([
      {
        count: awards.totalCount,
        amount: {
          sums: [
            {
              amount: String(stated.reduce((total, { amount }) => total + Number(amount), 0)),
              currency: 'EUR',
              qualifier: 'APPROXIMATE',
            },
          ],
          known: stated.length,
          inexact: stated.filter(({ qualifier }) => qualifier !== 'EXACT').length,
          missing: awards.totalCount - stated.length,
        },
      },
    ]);
  });

  it('are as exact as what is added up', async () => {
    const shown = 'groups { amount { sums { amount currency qualifier } known inexact missing } }';
    const { exact, about, periods } = await answer<Record<string, { aggregate: { groups: object[] } }>>(
      world,
      `{
        exact: awards(filter: { amount: { qualifier: { eq: EXACT } }, recipient: { project: { slug: { in: ["ceosys", "compass"] } } } }) { aggregate(by: []) { ${shown} } }
        about: awards(filter: { recipient: { project: { slug: { in: ["ceosys", "defeat-pandemics"] } } } }) { aggregate(by: []) { ${shown} } }
        periods: fundingPeriods(filter: { number: { lte: 2 } }) { aggregate(by: []) { ${shown} } }
      }`,
    );

    const group = (amount: string, qualifier: string, counts: object) => [
      { amount: { sums: [{ amount, currency: 'EUR', qualifier }], ...counts } },
    ];
    expect(exact?.aggregate.groups).toEqual(group('7500000', 'EXACT', { known: 2, inexact: 0, missing: 0 }));
    // One of the sources says "almost seven million".
    expect(about?.aggregate.groups).toEqual(
      group('11500000', 'APPROXIMATE', { known: 2, inexact: 1, missing: 0 }),
    );
    // 150 million, and "about 240 million".
    expect(periods?.aggregate.groups).toEqual(
      group('390000000', 'APPROXIMATE', { known: 2, inexact: 1, missing: 0 }),
    );
  });

  it('count lists of records of any class by what they are', async () => {
    const { nukleus } = await answer<{ nukleus: { links: Found } }>(
      world,
      `{ nukleus: infrastructure(slug: "nukleus") { links(first: 100) {
        totalCount aggregate(by: [TYPE]) { axes { by values { by value label } } groups { keys { by value label } count } missing { count } groupCount beyond }
        nodes { kind }
      } } }`,
    );

    const { totalCount, aggregate } = nukleus.links;
    expect(sum(aggregate.groups)).toBe(totalCount);
    expect(aggregate.groups.map(({ keys }) => keys[0]?.value)).toContain('PARTICIPATION');
  });

  it('are read in one statement for all records under which they stand', async () => {
    const reader = listening(world.store);
    await answer(
      world,
      '{ infrastructures(first: 100) { nodes { participations { aggregate(by: [INSTITUTION_STATE, ROLE], first: 5) { groupCount groups { count startsOn { min } } } } } } }',
      { reader },
    );

    expect(reader.statements).toHaveLength(2);
  });

  it.each([
    ['three fields', { by: ['ROLE', 'INSTITUTION', 'INFRASTRUCTURE'] }, '"by" names 3 fields'],
    ['a field twice', { by: ['ROLE', 'ROLE'] }, '"by" names a field twice'],
    ['no groups', { by: ['ROLE'], first: 0 }, '"first" is 0'],
    ['a negative number of groups', { by: ['ROLE'], first: -3 }, '"first" is -3'],
    ['too many groups', { by: ['ROLE'], first: 501 }, '"first" is 501'],
  ])('are refused for %s', async (_, variables, message) => {
    const refused = await refusal(world, participations, { variables });

    expect(refused.code).toBe('BAD_USER_INPUT');
    expect(refused.message).toContain(message);
  });

  if (dialect === 'sqlite') {
    it('find links by their index', async () => {
      const reader = listening(world.store);
      await answer(
        world,
        '{ datasets { aggregate(by: [INFRASTRUCTURES, INSTITUTIONS_STATE]) { groups { count } } } }',
        { reader },
      );

      const [statement] = reader.asked;
      if (!statement) throw new Error('Nothing was read.');
      const plan = await world.store.read(explain(dialect, statement));
      const steps = plan.map(({ detail }) => String(detail));
      expect(
        steps.filter((step) => /SEARCH k\d_link USING (COVERING )?INDEX ix_provision_/.test(step)),
      ).toHaveLength(2);
      expect(steps.filter((step) => /SCAN k\d_link/.test(step))).toEqual([]);
    });
  }
});
