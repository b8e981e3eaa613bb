/** Who says so: evidence on records and links, and what sources disagree on. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const name = { en: 'x' };
const confidence = 'FOUND_IN_SOURCE';
const period = (slug: string, statements: object[]) => ({
  slug,
  name,
  number: 3,
  funder: 'ministry',
  startsOn: '2025-07',
  evidence: statements,
});
const endsOn = (source: string, statedValue: string | undefined, more = {}) => ({
  source,
  property: 'endsOn',
  statedValue,
  confidence,
  ...more,
});

const records = {
  Source: [
    {
      slug: 'call',
      title: 'Call',
      url: 'https://example.org/call',
      publisher: 'Ministry',
      licence: 'CC BY 4.0',
    },
    { slug: 'website', title: 'Website' },
  ],
  Institution: [{ slug: 'ministry', name, kind: 'MINISTRY' }],
  Infrastructure: [{ slug: 'racoon', name }],
  FundingPeriod: [
    period('disputed', [
      { source: 'website', confidence: 'STATED_BY_NETWORK', statedOn: '2025-03', note: 'As a whole.' },
      endsOn('call', '2030-06-30', { quotation: 'until mid-2030', statedOn: '2024' }),
      endsOn('website', '2029-12-31'),
      endsOn('website', undefined, { quotation: 'no date' }),
      { source: 'call', property: 'number', statedValue: '3', confidence },
    ]),
    period('agreed', [endsOn('call', '2030-06-30'), endsOn('website', ' 2030-06-30 ')]),
    period('two-names', [
      { source: 'call', property: 'name', statedValue: 'NUM 3', confidence },
      { source: 'website', property: 'name', statedValue: 'Third period', confidence },
    ]),
  ],
  Participation: [
    {
      institution: 'ministry',
      infrastructure: 'racoon',
      role: 'COORDINATES',
      evidence: [{ source: 'call', property: 'role', statedValue: 'leads', confidence: 'INFERRED' }],
    },
  ],
};

describeOnEachDatabase('evidence', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  it('says in which words, how surely and when, with the source, in the order of the import', async () => {
    const { fundingPeriod } = await answer<{ fundingPeriod: { evidence: unknown[] } }>(
      world,
      `{ fundingPeriod(slug: "disputed") { evidence {
        property statedValue quotation confidence statedOn statedOnPrecision note citedFrom { id title url publisher licence }
      } } }`,
    );

    expect(fundingPeriod.evidence).toHaveLength(5);
    expect(fundingPeriod.evidence.slice(0, 2)).toEqual([
      {
        property: null,
        statedValue: null,
        quotation: null,
        confidence: 'STATED_BY_NETWORK',
        statedOn: '2025-03-01',
        statedOnPrecision: 'MONTH',
        note: 'As a whole.',
        citedFrom: {
          id: Buffer.from('sources/website').toString('base64url'),
          title: 'Website',
          url: null,
          publisher: null,
          licence: null,
        },
      },
      {
        property: 'endsOn',
        statedValue: '2030-06-30',
        quotation: 'until mid-2030',
        confidence: 'FOUND_IN_SOURCE',
        statedOn: '2024-01-01',
        statedOnPrecision: 'YEAR',
        note: null,
        citedFrom: {
          id: Buffer.from('sources/call').toString('base64url'),
          title: 'Call',
          url: 'https://example.org/call',
          publisher: 'Ministry',
          licence: 'CC BY 4.0',
        },
      },
    ]);
  });

  it('can be narrowed to one property', async () => {
    const narrowed = await answer(
      world,
      `query ($none: String) { fundingPeriod(slug: "disputed") {
        number: evidence(property: "number") { statedValue }
        funder: evidence(property: "funder") { statedValue }
        unknown: evidence(property: "no such property") { statedValue }
        all: evidence(property: $none) { property }
      } }`,
      { variables: { none: null } },
    );

    expect(narrowed).toMatchObject({
      fundingPeriod: {
        number: [{ statedValue: '3' }],
        funder: [],
        unknown: [],
        all: { length: 5 },
      },
    });
  });

  it('stands behind links as behind records', async () => {
    const link = await answer(
      world,
      '{ participations { nodes { evidence { property statedValue confidence citedFrom { title } } } } }',
    );

    const evidence = [
      { property: 'role', statedValue: 'leads', confidence: 'INFERRED', citedFrom: { title: 'Call' } },
    ];
    expect(link).toEqual({ participations: { nodes: [{ evidence }] } });
  });

  it('that disagrees on a property with one value makes a dispute, with each statement', async () => {
    const periods = await answer(
      world,
      `{ fundingPeriods { nodes { slug disputes { property statements { statedValue citedFrom { title } } } } } }`,
    );

    const statements = [
      { statedValue: '2030-06-30', citedFrom: { title: 'Call' } },
      { statedValue: '2029-12-31', citedFrom: { title: 'Website' } },
    ];
    expect(periods).toEqual({
      fundingPeriods: {
        nodes: [
          { slug: 'agreed', disputes: [] },
          { slug: 'disputed', disputes: [{ property: 'endsOn', statements }] },
          { slug: 'two-names', disputes: [] },
        ],
      },
    });
  });

  it('that disagrees is found over all types, and only that', async () => {
    const disputed = await answer(world, '{ disputed { totalCount nodes { slug disputes { property } } } }');

    expect(disputed).toEqual({
      disputed: { totalCount: 1, nodes: [{ slug: 'disputed', disputes: [{ property: 'endsOn' }] }] },
    });
  });
});
