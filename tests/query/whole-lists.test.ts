/** What a list says of itself as a whole: how many records there are at the ends of its links, and whether it has them all. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const site = (slug: string, more: object = {}) => ({
  slug,
  name: { de: slug },
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
  ...more,
});
const says = (property: string, more: object = {}) => ({
  source: 'register',
  property,
  confidence: 'FOUND_IN_SOURCE',
  ...more,
});

const records = {
  Institution: [
    site('here', {
      evidence: [
        says('name'),
        says('participations', { statedOn: '2024', complete: true, quotation: 'in two infrastructures' }),
      ],
    }),
    site('there'),
    site('elsewhere'),
  ],
  Infrastructure: [
    {
      slug: 'images',
      name: { en: 'Images' },
      numberOfSites: 4,
      evidence: [
        says('numberOfSites', { statedValue: '4' }),
        says('participations', { note: 'All sites take part; none is named.' }),
      ],
    },
    { slug: 'samples', name: { en: 'Samples' }, numberOfSites: 1 },
    { slug: 'genomes', name: { en: 'Genomes' } },
  ],
  Participation: [
    { institution: 'here', infrastructure: 'images', role: 'COORDINATES' },
    { institution: 'here', infrastructure: 'images', role: 'PARTICIPATES', startsOn: '2022' },
    { institution: 'there', infrastructure: 'images', role: 'SUPPLIES_DATA' },
    { institution: 'here', infrastructure: 'samples', role: 'PARTICIPATES' },
    { institution: 'there', infrastructure: 'samples', role: 'PARTICIPATES' },
  ],
  Relation: [{ from: 'infrastructures/images', to: 'infrastructures/samples', role: 'RELATED_TO' }],
};

interface List {
  totalCount: number;
  institutionCount: number;
  infrastructureCount: number;
  resourceCount: number;
  completeness: { status: string; statedCount: number | null; evidence: object[] };
}

describeOnEachDatabase('a list as a whole', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const ofInfrastructure = async (slug: string, list: string): Promise<List> => {
    const query = `query ($slug: String!) { infrastructure(by: { slug: $slug }) { list: ${list} } }`;
    return (await answer<{ infrastructure: { list: List } }>(world, query, { variables: { slug } }))
      .infrastructure.list;
  };
  const ofSite = async (list: string): Promise<List> =>
    (
      await answer<{ institution: { list: List } }>(
        world,
        `{ institution(by: { slug: "here" }) { list: ${list} } }`,
      )
    ).institution.list;

  it('counts a site once, in however many roles it takes part', async () => {
    const counts = '{ totalCount institutionCount infrastructureCount }';

    expect(await ofInfrastructure('images', `participations ${counts}`)).toEqual({
      totalCount: 3,
      institutionCount: 2,
      infrastructureCount: 1,
    });
    expect(
      await ofInfrastructure('images', `participations(filter: { role: { eq: PARTICIPATES } }) ${counts}`),
    ).toEqual({ totalCount: 1, institutionCount: 1, infrastructureCount: 1 });
    expect(await ofInfrastructure('genomes', `participations ${counts}`)).toEqual({
      totalCount: 0,
      institutionCount: 0,
      infrastructureCount: 0,
    });
    expect(await answer(world, `{ participations ${counts} }`)).toEqual({
      participations: { totalCount: 5, institutionCount: 2, infrastructureCount: 2 },
    });
  });

  it('counts what links of any kind lead to, from either end', async () => {
    expect(await ofInfrastructure('images', 'links { totalCount resourceCount }')).toEqual({
      totalCount: 4,
      resourceCount: 3,
    });
    expect(
      await ofInfrastructure('samples', 'links(direction: OUTGOING) { totalCount resourceCount }'),
    ).toEqual({ totalCount: 0, resourceCount: 0 });
  });

  it('is partial where sources count more than they name, and gives what they say', async () => {
    for (const list of ['participations', 'institutions', 'institutions(asOf: "2024-06-01")']) {
      const { completeness } = await ofInfrastructure(
        'images',
        `${list} { completeness { status statedCount evidence { property statedValue note } } }`,
      );

      expect(completeness).toEqual({
        status: 'PARTIAL',
        statedCount: 4,
        evidence: [
          { property: 'participations', statedValue: null, note: 'All sites take part; none is named.' },
          { property: 'numberOfSites', statedValue: '4', note: null },
        ],
      });
    }
  });

  it('is not known to be partial where sources count no more than they name, or nothing', async () => {
    const asked = 'institutions { completeness { status statedCount evidence { property } } }';

    expect(await ofInfrastructure('samples', asked)).toEqual({
      completeness: { status: 'UNKNOWN', statedCount: 1, evidence: [] },
    });
    expect(await ofInfrastructure('genomes', asked)).toEqual({
      completeness: { status: 'UNKNOWN', statedCount: null, evidence: [] },
    });
  });

  it('is complete for the day of which a source lists everything, and not for others', async () => {
    const completeness = '{ completeness { status evidence { quotation complete } } }';
    const evidence = [{ quotation: 'in two infrastructures', complete: true }];

    for (const list of ['participations', 'infrastructures'])
      expect(await ofSite(`${list}(asOf: "2024-06-01") ${completeness}`)).toEqual({
        completeness: { status: 'COMPLETE', evidence },
      });
    for (const args of ['', '(asOf: "2023-06-01")'])
      expect(await ofSite(`participations${args} ${completeness}`)).toEqual({
        completeness: { status: 'UNKNOWN', evidence },
      });
  });

  it('is as complete as before it is narrowed', async () => {
    const narrowed = await ofSite(
      'participations(asOf: "2024-06-01", roles: [COORDINATES], filter: { infrastructure: { slug: { eq: "images" } } }) { totalCount completeness { status statusLabel(language: DE) } }',
    );

    expect(narrowed).toEqual({
      totalCount: 1,
      completeness: { status: 'COMPLETE', statusLabel: 'vollständig' },
    });
  });

  it('is of unknown completeness where it stands at no record, or lists links of any kind', async () => {
    const asked = '{ completeness { status statedCount evidence { property } } }';
    const unknown = { completeness: { status: 'UNKNOWN', statedCount: null, evidence: [] } };

    expect(await answer(world, `{ institutions ${asked} }`)).toEqual({ institutions: unknown });
    expect(await ofSite(`links(asOf: "2024-06-01") ${asked}`)).toEqual(unknown);
  });
});
