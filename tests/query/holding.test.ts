/** What was seen is not what began: how it is known that something holds on a day. docs/time.md tells it in words. */
import { answer, refusal } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld, type PlainRecords } from '../helpers/small-world';

const name = { en: 'x' };
const shows = (statedOn?: string, more: object = {}) => ({
  source: 'register',
  confidence: 'FOUND_IN_SOURCE',
  ...(statedOn && { statedOn }),
  ...more,
});
const site = (institution: string, evidence: object[], more: object = {}) => ({
  institution,
  infrastructure: 'register-network',
  role: 'PARTICIPATES',
  evidence,
  ...more,
});

const records: PlainRecords = {
  Source: [{ slug: 'list', title: 'A list of sites' }],
  Institution: [
    { slug: 'ministry', name, kind: 'FUNDER' },
    ...['aachen', 'bonn', 'cottbus', 'dresden', 'essen', 'freiburg', 'giessen'].map((slug) => ({
      slug,
      name,
      kind: 'UNIVERSITY_MEDICAL_CENTRE',
    })),
    {
      slug: 'halle',
      name,
      kind: 'UNIVERSITY_MEDICAL_CENTRE',
      evidence: [shows('2024', { property: 'participations', complete: true })],
    },
  ],
  FundingPeriod: [
    { slug: 'first', name, number: 1, funder: 'ministry', startsOn: '2020-04-01', endsOn: '2021-12-31' },
    { slug: 'second', name, number: 2, funder: 'ministry', startsOn: '2022-01-01', endsOn: '2025-06-30' },
  ],
  Infrastructure: [
    { slug: 'register-network', name },
    { slug: 'late', name, startsOn: '2023-01' },
  ],
  Project: [
    { slug: 'early-project', name },
    { slug: 'seen-project', name, evidence: [shows('2023-05')] },
  ],
  Award: [
    { fundingPeriod: 'first', recipient: 'infrastructures/register-network' },
    { fundingPeriod: 'second', recipient: 'infrastructures/register-network' },
    { fundingPeriod: 'second', recipient: 'infrastructures/late' },
    { fundingPeriod: 'first', recipient: 'projects/early-project' },
  ],
  Participation: [
    site('aachen', [shows()], { startsOn: '2021', endsOn: '2023-06-30' }),
    site('bonn', [shows('2022-05'), shows('2024')]),
    site('cottbus', [shows()]),
    site('dresden', [shows('2025-01-15', { during: ['funding-periods/second'] })]),
    site('essen', [shows('2024-11-14')], { endsOn: '2024-12-31' }),
    { ...site('freiburg', [shows('2020-06')]), infrastructure: 'late' },
    site('halle', [
      { ...shows('2023'), source: 'list' },
      { ...shows('2025'), source: 'list' },
    ]),
  ],
  Involvement: [
    // A page of 2026 tells of a project of the first period.
    { institution: 'giessen', project: 'early-project', role: 'PARTICIPATES', evidence: [shows('2026-03')] },
  ],
};

/** By site and day, in the words of the table. */
const table: [string, Record<string, string>][] = [
  [
    'aachen',
    { '2020-12-31': 'REFUTED', '2021-01-01': 'STATED', '2023-06-30': 'STATED', '2023-07-01': 'REFUTED' },
  ],
  [
    'bonn',
    {
      '2022-04-30': 'NOT_YET_SEEN',
      '2022-05-01': 'ATTESTED',
      '2023-01-01': 'ATTESTED',
      '2024-12-31': 'ATTESTED',
      '2025-01-01': 'CONTINUED',
      // Nobody pays for the infrastructure any more.
      '2025-07-01': 'REFUTED',
    },
  ],
  ['cottbus', { '2020-03-31': 'REFUTED', '2020-04-01': 'UNDATED', '2025-06-30': 'UNDATED' }],
  // What was said in the middle of a funding period is a plan for what came after.
  [
    'dresden',
    {
      '2021-12-31': 'NOT_YET_SEEN',
      '2022-01-01': 'ATTESTED',
      '2025-01-15': 'ATTESTED',
      '2025-01-16': 'CONTINUED',
    },
  ],
  [
    'essen',
    {
      '2024-11-13': 'NOT_YET_SEEN',
      '2024-11-14': 'ATTESTED',
      '2024-12-31': 'ATTESTED',
      '2025-01-01': 'REFUTED',
    },
  ],
  // The infrastructure began in 2023, whatever was shown before.
  ['freiburg', { '2022-12-31': 'REFUTED', '2023-01-01': 'CONTINUED' }],
  // A list that is complete for 2024 lacks it.
  ['halle', { '2023-12-31': 'ATTESTED', '2024-06-01': 'REFUTED', '2025-01-01': 'ATTESTED' }],
];

describeOnEachDatabase('on a day', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  it.each(table)('a link holds as sources say: %s', async (slug, days) => {
    const fields = Object.keys(days).map((day) => `d${day.replaceAll('-', '')}: holding(on: "${day}")`);
    const { institution } = await answer<{ institution: { participations: { nodes: object[] } } }>(
      world,
      `{ institution(by: { slug: "${slug}" }) { participations { nodes { ${fields.join(' ')} } } } }`,
    );

    expect(institution.participations.nodes).toEqual([
      Object.fromEntries(Object.entries(days).map(([day, how]) => [`d${day.replaceAll('-', '')}`, how])),
    ]);
  });

  it('a stated beginning is told apart from the days for which it is shown', async () => {
    const { participations } = await answer<{ participations: { nodes: object[] } }>(
      world,
      '{ participations(filter: { infrastructure: { slug: { eq: "register-network" } } }) { nodes { institution { slug } startsOn endsOn attestedFrom attestedUntil } } }',
    );

    const dates = (
      slug: string,
      startsOn: unknown,
      endsOn: unknown,
      attestedFrom: unknown,
      attestedUntil: unknown,
    ) => ({
      institution: { slug },
      startsOn,
      endsOn,
      attestedFrom,
      attestedUntil,
    });
    expect(participations.nodes).toEqual([
      dates('aachen', '2021-01-01', '2023-06-30', '2021-01-01', '2023-06-30'),
      dates('bonn', null, null, '2022-05-01', '2024-12-31'),
      dates('cottbus', null, null, null, null),
      dates('dresden', null, null, '2022-01-01', '2025-01-15'),
      dates('essen', null, '2024-12-31', '2024-11-14', '2024-12-31'),
      dates('halle', null, null, '2023-01-01', '2025-12-31'),
    ]);
  });

  it('a project runs by its own dates, else by those of its awards, else from when it is shown', async () => {
    const projects = async (day: string) => {
      const given = await answer<{ projects: { edges: { holding: string; node: { slug: string } }[] } }>(
        world,
        `{ projects(asOf: "${day}") { edges { holding node { slug } } } }`,
      );
      return given.projects.edges.map(({ holding, node }) => `${node.slug} ${holding}`);
    };

    expect(await projects('2020-06-01')).toEqual(['early-project STATED']);
    expect(await projects('2023-06-01')).toEqual(['seen-project CONTINUED']);
    expect(await projects('2026-11-29')).toEqual(['seen-project CONTINUED']);
  });

  it('what lists and what nested lists hold is decided alike', async () => {
    const { infrastructures, institution, late } = await answer<Record<string, unknown>>(
      world,
      `{
        infrastructures(asOf: "2022-06-01") { nodes { slug } }
        institution(by: { slug: "freiburg" }) { infrastructures(asOf: "2022-06-01") { nodes { slug } } }
        late: institution(by: { slug: "freiburg" }) { infrastructures(asOf: "2024-06-01") { edges { holding node { slug } } } }
      }`,
    );

    expect(infrastructures).toEqual({ nodes: [{ slug: 'register-network' }] });
    expect(institution).toEqual({ infrastructures: { nodes: [] } });
    expect(late).toEqual({ infrastructures: { edges: [{ holding: 'CONTINUED', node: { slug: 'late' } }] } });
  });

  it('proof alone can be asked for, or whatever is not excluded', async () => {
    const sites = async (holding: string) => {
      const { participations } = await answer<{
        participations: { nodes: { institution: { slug: string } }[] };
      }>(
        world,
        `{ participations(asOf: "2022-03-01", holding: ${holding}) { nodes { institution { slug } } } }`,
      );
      return participations.nodes.map(({ institution }) => institution.slug);
    };

    expect(await sites('[STATED, ATTESTED]')).toEqual(['aachen', 'dresden']);
    expect(await sites('[STATED, ATTESTED, CONTINUED, UNDATED]')).toEqual(['aachen', 'cottbus', 'dresden']);
    expect(await sites('[STATED, ATTESTED, CONTINUED, UNDATED, NOT_YET_SEEN]')).toEqual([
      'aachen',
      'bonn',
      'cottbus',
      'dresden',
      'essen',
      'halle',
    ]);
    expect(await sites('[REFUTED]')).toEqual(['freiburg']);
  });

  it('an answer can only be chosen for a day', async () => {
    for (const query of [
      '{ participations(holding: [STATED]) { totalCount } }',
      '{ matrix(link: PARTICIPATION, holding: [STATED]) { truncated } }',
    ])
      expect(await refusal(world, query)).toEqual({
        code: 'BAD_USER_INPUT',
        message: '"holding" says how something holds on a day, and there is none. Give the day as "asOf".',
      });
  });

  it('only what sources state has begun or ended; what was first seen is listed if it is asked for', async () => {
    const changes = async (rest = '') => {
      const given = await answer<{
        changes: { nodes: { what: string; date: string; subject: { institution?: { slug: string } } }[] };
      }>(
        world,
        `{ changes(from: "2020-01-01", to: "2026-12-31", kinds: [PARTICIPATION]${rest}) { nodes { what date subject { ... on Participation { institution { slug } } } } } }`,
      );
      return given.changes.nodes.map(
        ({ what, date, subject }) => `${date} ${what} ${subject.institution?.slug ?? ''}`,
      );
    };

    expect(await changes()).toEqual([
      '2021-01-01 BEGAN aachen',
      '2023-06-30 ENDED aachen',
      '2024-12-31 ENDED essen',
    ]);
    expect(await changes(', what: [FIRST_SEEN]')).toEqual([
      '2020-06-01 FIRST_SEEN freiburg',
      '2022-01-01 FIRST_SEEN dresden',
      '2022-05-01 FIRST_SEEN bonn',
      '2023-01-01 FIRST_SEEN halle',
      '2024-11-14 FIRST_SEEN essen',
    ]);
  });

  it('evidence tells for whose time a source states something', async () => {
    const given = await answer(
      world,
      '{ institution(by: { slug: "dresden" }) { participations { nodes { evidence { statedOn during { slug } } } } } }',
    );

    expect(given).toEqual({
      institution: {
        participations: { nodes: [{ evidence: [{ statedOn: '2025-01-15', during: [{ slug: 'second' }] }] }] },
      },
    });
  });
});

describeOnEachDatabase('what is written later', (dialect) => {
  it('changes what depends on it: dates of a period, an award, a list that is complete no more', async () => {
    const world = await SmallWorld.of(dialect, records);
    const on = async (slug: string, day: string) => {
      const given = await answer<{ institution: { participations: { nodes: { holding: string }[] } } }>(
        world,
        `{ institution(by: { slug: "${slug}" }) { participations { nodes { holding(on: "${day}") } } } }`,
      );
      return given.institution.participations.nodes[0]?.holding;
    };
    const [first, second] = records.FundingPeriod ?? [];
    const [registerAward, , lateAward] = records.Award ?? [];
    const halle = records.Institution?.find(({ slug }) => slug === 'halle');

    await world.add({
      FundingPeriod: [
        { ...first, startsOn: '2020-02-01' },
        { ...second, endsOn: '2026-12-31' },
      ],
    });
    expect(await on('cottbus', '2020-02-01')).toBe('UNDATED');
    expect(await on('bonn', '2026-07-01')).toBe('CONTINUED');

    await world.add({ Institution: [{ ...halle, evidence: [shows()] }] });
    expect(await on('halle', '2024-06-01')).toBe('ATTESTED');

    await world.add({ Award: [{ ...registerAward, startsOn: '2021-01-01' }] });
    expect(await on('cottbus', '2020-06-01')).toBe('REFUTED');

    await world.add({ Infrastructure: [{ slug: 'late', name }] });
    expect(await on('freiburg', '2022-06-01')).toBe('CONTINUED');
    expect(lateAward).toBeDefined();
    await world.end();
  });
});
