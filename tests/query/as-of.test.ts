/** Lists as of a day: both bounds belong to the time in which something holds, and what has no date is listed. */
import { answer, ask } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const name = { en: 'x' };
const participation = (infrastructure: string, startsOn?: string, endsOn?: string) => ({
  institution: 'marburg',
  infrastructure,
  role: 'PARTICIPATES',
  startsOn,
  endsOn,
});

/** Four infrastructures named after the time for which they, their participation and predecessor are stated. */
const times = {
  always: [undefined, undefined],
  'since-2022': ['2022-01-01', undefined],
  'until-2021': [undefined, '2021'],
  'in-2022': ['2022', '2022'],
} as const;
const keys = Object.keys(times) as (keyof typeof times)[];

const records = {
  Institution: [{ slug: 'marburg', name, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
  Infrastructure: [
    ...keys.map((slug) => ({ slug, name, startsOn: times[slug][0], endsOn: times[slug][1] })),
    { slug: 'never-dated', name },
  ],
  FundingPeriod: [
    { slug: 'first', name, number: 1, funder: 'marburg', startsOn: '2020-04', endsOn: '2021-12-31' },
    { slug: 'second', name, number: 2, funder: 'marburg', startsOn: '2022-01-01' },
  ],
  Participation: keys.map((slug) => participation(slug, ...times[slug])),
  Relation: keys.map((slug) => ({
    from: `infrastructures/${slug}`,
    to: 'institutions/marburg',
    role: 'PREDECESSOR_OF',
    startsOn: times[slug][0],
    endsOn: times[slug][1],
  })),
};

type Listed = Record<
  string,
  { totalCount: number; nodes: { slug?: string; infrastructure?: { slug: string } }[] }
>;

/** The day, and what holds on it. */
const days: [string, string[]][] = [
  ['2021-12-31', ['always', 'until-2021']],
  ['2021-12-30', ['always']],
  ['2022-01-01', ['always', 'in-2022', 'since-2022']],
  ['2022-12-31', ['always', 'in-2022', 'since-2022']],
  ['2023-01-01', ['always', 'since-2022']],
  // What is only stated to have ended was not seen before.
  ['1900-01-01', ['always']],
];

describeOnEachDatabase('a list as of a day', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  it.each(days)('%s holds what held on that day, the first and the last day included', async (asOf, held) => {
    const { institution, ...roots } = await answer<Listed & { institution: Listed }>(
      world,
      `query ($asOf: Date) {
        infrastructures(asOf: $asOf) { totalCount nodes { slug } }
        participations(asOf: $asOf) { totalCount nodes { infrastructure { slug } } }
        institution(slug: "marburg") {
          participations(asOf: $asOf) { totalCount nodes { infrastructure { slug } } }
          infrastructures(asOf: $asOf) { totalCount nodes { slug } }
          links(asOf: $asOf, kinds: [PARTICIPATION]) {
            totalCount nodes { ... on Participation { infrastructure { slug } } }
          }
        }
      }`,
      { variables: { asOf } },
    );

    const lists = [...Object.values(roots), ...Object.values(institution)];
    const slugs = lists.map(({ nodes }) =>
      nodes.map((node) => node.slug ?? node.infrastructure?.slug).sort(),
    );
    // Of what nothing is dated, it is not known when it ran: nothing limits it.
    const expected = lists.map((list) =>
      list === roots.infrastructures ? [...held, 'never-dated'].sort() : held,
    );
    expect(slugs).toEqual(expected);
    expect(lists.map(({ totalCount }) => totalCount)).toEqual(expected.map(({ length }) => length));
  });

  it('holds the predecessors of that day, whatever their type', async () => {
    const past = await answer(
      world,
      `{ institution(slug: "marburg") { links(asOf: "2021-12-31", kinds: [RELATION], direction: INCOMING) { nodes { from { slug } } } } }`,
    );

    expect(past).toEqual({
      institution: {
        links: { nodes: [{ from: { slug: 'always' } }, { from: { slug: 'until-2021' } }] },
      },
    });
  });

  it('holds funding periods by their own dates', async () => {
    const periods = (day: string) => answer(world, `{ fundingPeriods(asOf: "${day}") { nodes { slug } } }`);

    expect(await periods('2020-03-31')).toEqual({ fundingPeriods: { nodes: [] } });
    expect(await periods('2020-04-01')).toEqual({ fundingPeriods: { nodes: [{ slug: 'first' }] } });
    expect(await periods('2021-12-31')).toEqual({ fundingPeriods: { nodes: [{ slug: 'first' }] } });
    expect(await periods('2022-01-01')).toEqual({ fundingPeriods: { nodes: [{ slug: 'second' }] } });
  });

  it('without a day is everything', async () => {
    const everything = await answer(
      world,
      'query ($asOf: Date) { infrastructures(asOf: $asOf) { totalCount } institution(slug: "marburg") { participations { totalCount } } }',
      { variables: { asOf: null } },
    );

    expect(everything).toEqual({
      infrastructures: { totalCount: 5 },
      institution: { participations: { totalCount: 4 } },
    });
  });

  it('keeps its dates and how exactly they were stated', async () => {
    const { participations } = await answer<{ participations: { nodes: unknown[] } }>(
      world,
      '{ participations(asOf: "2021-12-31") { nodes { startsOn endsOn endsOnPrecision } } }',
    );

    expect(participations.nodes).toEqual([
      { startsOn: null, endsOn: null, endsOnPrecision: null },
      { startsOn: null, endsOn: '2021-12-31', endsOnPrecision: 'YEAR' },
    ]);
  });

  it.each(['2024', '2024-02-30', '01.06.2024', '2024-06-01T00:00:00Z', '', 20240601])(
    'is refused for %p, which is no day',
    async (asOf) => {
      const { errors } = await ask(
        world,
        'query ($asOf: Date) { infrastructures(asOf: $asOf) { totalCount } }',
        {
          variables: { asOf },
        },
      );

      expect(errors?.[0]?.message).toContain('$asOf');
    },
  );
});
