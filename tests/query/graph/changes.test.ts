/** What began and ended, as sources state it: stated months and years count as days, and what nobody states is not listed. */
import { answer, refusal } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld } from '../../helpers/small-world';

const name = { en: 'x' };
const period = (slug: string, number: number, startsOn: string, endsOn?: string) => ({
  slug,
  name,
  number,
  funder: 'ministry',
  startsOn,
  endsOn,
});
const award = (fundingPeriod: string, recipient: string, startsOn?: string, endsOn?: string) => ({
  fundingPeriod,
  recipient: `infrastructures/${recipient}`,
  startsOn,
  endsOn,
});

const records = {
  Institution: [
    { slug: 'ministry', name, kind: 'FUNDER' },
    { slug: 'marburg', name, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
  ],
  FundingPeriod: [
    period('first', 1, '2020-04', '2021-12-31'),
    period('second', 2, '2022-01-01', '2024'),
    period('third', 3, '2026'),
  ],
  Infrastructure: ['continued', 'paused', 'unknown'].map((slug) => ({ slug, name })),
  Award: [
    // Its funding has no gap: the second award begins on the day after the first ends.
    award('first', 'continued', '2020-04-01', '2021-12-31'),
    award('second', 'continued', '2022-01-01', '2024-12-31'),
    // There is one day between the two.
    award('first', 'paused', '2020-04', '2021-12-30'),
    award('second', 'paused', '2022-01-01', '2024-12-31'),
    award('first', 'unknown'),
  ],
  Participation: [
    {
      institution: 'marburg',
      infrastructure: 'paused',
      role: 'PARTICIPATES',
      startsOn: '2022',
      endsOn: '2022-09',
    },
    { institution: 'marburg', infrastructure: 'paused', role: 'COORDINATES' },
  ],
  Project: [
    { slug: 'one-day', name, startsOn: '2022-05-05', endsOn: '2022-05-05' },
    { slug: 'backwards', name, startsOn: '2022-05-05', endsOn: '2022-05-04' },
  ],
};

interface Changes {
  changes: {
    totalCount: number;
    nodes: { what: string; date: string; datePrecision: string | null; subject: Record<string, unknown> }[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  };
}

describeOnEachDatabase('changes', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const between = async (from: string, to: string, rest = ''): Promise<string[]> => {
    const { changes } = await answer<Changes>(
      world,
      `{ changes(from: "${from}", to: "${to}" ${rest}) {
        totalCount nodes { what date datePrecision subject { ... on Resource { slug } ... on Link { kind } } }
      } }`,
    );
    expect(changes.totalCount).toBe(changes.nodes.length);
    return changes.nodes.map(({ what, date, datePrecision, subject }) =>
      [date, what, subject.slug ?? subject.kind, datePrecision].join(' '),
    );
  };

  it('are what began after the first day and what had its last day before the second', async () => {
    expect(await between('2021-12-31', '2022-12-31')).toEqual([
      '2021-12-31 ENDED AWARD DAY',
      '2021-12-31 ENDED first DAY',
      '2022-01-01 BEGAN AWARD DAY',
      '2022-01-01 BEGAN AWARD DAY',
      '2022-01-01 BEGAN second DAY',
      '2022-01-01 BEGAN PARTICIPATION YEAR',
      '2022-05-05 BEGAN one-day DAY',
      '2022-05-05 ENDED one-day DAY',
      '2022-09-30 ENDED PARTICIPATION MONTH',
    ]);
    expect(await between('2022-05-05', '2022-05-05')).toEqual([]);
  });

  it('are none of what is only bounded by its awards', async () => {
    expect(await between('1900-01-01', '2100-01-01', ', types: [INFRASTRUCTURE]')).toEqual([
      '2020-04-01 BEGAN AWARD DAY',
      '2020-04-01 BEGAN AWARD MONTH',
      '2021-12-30 ENDED AWARD DAY',
      '2021-12-31 ENDED AWARD DAY',
      '2022-01-01 BEGAN AWARD DAY',
      '2022-01-01 BEGAN AWARD DAY',
      '2022-01-01 BEGAN PARTICIPATION YEAR',
      '2022-09-30 ENDED PARTICIPATION MONTH',
      '2024-12-31 ENDED AWARD DAY',
      '2024-12-31 ENDED AWARD DAY',
    ]);
  });

  it('can be narrowed to some kinds of links and to what concerns some types', async () => {
    expect(await between('1900-01-01', '2100-01-01', ', kinds: [PARTICIPATION]')).toEqual([
      '2022-01-01 BEGAN PARTICIPATION YEAR',
      '2022-09-30 ENDED PARTICIPATION MONTH',
    ]);
    expect(await between('1900-01-01', '2100-01-01', ', types: [PROJECT]')).toEqual([
      '2022-05-05 BEGAN one-day DAY',
      '2022-05-05 ENDED one-day DAY',
    ]);
    expect(await between('1900-01-01', '2100-01-01', ', types: [PROJECT], kinds: [AWARD]')).toEqual([]);
  });

  it('are paged from either end', async () => {
    const page = (rest: string) =>
      answer<Changes>(
        world,
        `{ changes(from: "1900-01-01", to: "2100-01-01", ${rest}) {
          nodes { what date datePrecision subject { id } } edges { cursor } pageInfo { hasNextPage hasPreviousPage }
        } }`,
      );
    const { changes: all } = await page('first: 100');
    const { changes: head } = await page('first: 4');
    const { changes: next } = await page(`first: 4, after: "${head.edges[3]?.cursor ?? ''}"`);
    const { changes: tail } = await page('last: 3');

    expect([...head.nodes, ...next.nodes]).toEqual(all.nodes.slice(0, 8));
    expect(head.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    expect(tail.nodes).toEqual(all.nodes.slice(-3));
    expect(
      await refusal(
        world,
        '{ changes(from: "1900-01-01", to: "2100-01-01", after: "x") { nodes { date } } }',
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
