/** One identifier is one identifier, wherever it is asked for and however it is spelt. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { entitiesQuery } from '../federation/world';
import { SmallWorld } from '../helpers/small-world';

const site = (slug: string, ...identifiers: { scheme: string; value: string }[]) => ({
  slug,
  name: { de: slug },
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
  identifiers,
});

const world = {
  Institution: [
    site('marburg', { scheme: 'MII_SITE', value: 'ukmr ' }, { scheme: 'ROR', value: 'ror.org/032NZV584' }),
    site('giessen', { scheme: 'ROR', value: 'https://ror.org/032nzv584' }),
    site(
      'charite',
      { scheme: 'MII_SITE', value: 'CHARITE\u0301' },
      { scheme: 'ISNI', value: '000000008852305x' },
    ),
  ],
  Dataset: [
    {
      slug: 'gecco',
      name: { en: 'GECCO' },
      kind: 'COHORT',
      identifiers: [{ scheme: 'DOI', value: 'https://doi.org/10.1186/S12911-020-01374-W' }],
    },
  ],
  FundingPeriod: [{ slug: 'p2', name: { de: '2' }, funder: 'giessen', number: 2, startsOn: '2022' }],
  Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
  Award: [{ fundingPeriod: 'p2', recipient: 'infrastructures/racoon', grantNumber: 'FKZ: 01 KX 2121' }],
};

const dois = [
  '10.1186/s12911-020-01374-w',
  '10.1186/S12911-020-01374-W',
  'doi:10.1186/s12911-020-01374-w',
  'https://doi.org/10.1186/s12911-020-01374-w',
  'http://dx.doi.org/10.1186/s12911%2D020-01374-w',
  ' 10.1186/s12911\u00AD-020-01374-w\u200B',
];

describeOnEachDatabase('an identifier', (dialect) => {
  let small: SmallWorld;
  beforeAll(async () => {
    small = await SmallWorld.of(dialect, world);
  });
  afterAll(() => small.end());

  it('is shown in the one spelling of its scheme, with its address', async () => {
    const found = await answer(
      small,
      `{
        marburg: institution(slug: "marburg") { miiSiteCode identifiers { scheme value iri } }
        charite: institution(slug: "charite") { miiSiteCode identifiers { scheme value iri } }
        dataset(slug: "gecco") { doi }
        awards { nodes { grantNumber } }
      }`,
    );

    expect(found).toEqual({
      marburg: {
        miiSiteCode: 'UKMR',
        identifiers: [
          { scheme: 'MII_SITE', value: 'UKMR', iri: null },
          { scheme: 'ROR', value: 'https://ror.org/032nzv584', iri: 'https://ror.org/032nzv584' },
        ],
      },
      charite: {
        miiSiteCode: 'Charité',
        identifiers: [
          { scheme: 'ISNI', value: '0000 0000 8852 305X', iri: 'https://isni.org/isni/000000008852305X' },
          { scheme: 'MII_SITE', value: 'Charité', iri: null },
        ],
      },
      dataset: { doi: '10.1186/s12911-020-01374-w' },
      awards: { nodes: [{ grantNumber: '01KX2121' }] },
    });
  });

  it.each(dois)('is the same dataset everywhere, asked for as %j', async (doi) => {
    const found = await answer(
      small,
      `query ($doi: String!) {
        resourcesByIdentifier(scheme: DOI, value: $doi) { slug }
        eq: datasets(filter: { identifier: { scheme: DOI, eq: $doi } }) { nodes { slug } }
        in: datasets(filter: { identifier: { in: ["10.1/x", $doi] } }) { nodes { slug } }
        startsWith: datasets(filter: { identifier: { scheme: DOI, startsWith: $doi } }) { nodes { slug } }
        anyScheme: datasets(filter: { identifier: { startsWith: $doi } }) { nodes { slug } }
      }`,
      { variables: { doi } },
    );
    const { _entities } = await answer<{ _entities: unknown }>(small, entitiesQuery(), {
      variables: { representations: [{ __typename: 'Dataset', doi }] },
    });

    const nodes = [{ slug: 'gecco' }];
    expect(found).toEqual({
      resourcesByIdentifier: nodes,
      eq: { nodes },
      in: { nodes },
      startsWith: { nodes },
      anyScheme: { nodes },
    });
    expect(_entities).toEqual([{ __typename: 'Dataset', slug: 'gecco' }]);
  });

  it.each([
    ['MII_SITE', 'miiSiteCode', 'Charite'],
    ['MII_SITE', 'miiSiteCode', ' Charite\u0301'],
  ])('is the same site as %s, in look-ups and as a key: %s %j', async (scheme, key, value) => {
    const { _entities } = await answer<{ _entities: unknown }>(small, entitiesQuery(), {
      variables: { representations: [{ __typename: 'Institution', [key]: value }] },
    });
    const found = await answer(
      small,
      `query ($value: String!) { resourcesByIdentifier(scheme: ${scheme}, value: $value) { slug } }`,
      { variables: { value } },
    );

    expect(_entities).toEqual([{ __typename: 'Institution', slug: 'charite' }]);
    expect(found).toEqual({ resourcesByIdentifier: [{ slug: 'charite' }] });
  });

  it('may be shared, and is then found at all who have it', async () => {
    const found = await answer(
      small,
      `{
        resourcesByIdentifier(scheme: ROR, value: "032nzv584") { slug }
        eq: institutions(filter: { identifier: { eq: "ROR: 032NZV584" } }) { nodes { slug } }
        startsWith: institutions(filter: { identifier: { scheme: ROR, startsWith: "032" } }) { nodes { slug } }
      }`,
    );

    const both = [{ slug: 'giessen' }, { slug: 'marburg' }];
    expect(found).toEqual({
      resourcesByIdentifier: both,
      eq: { nodes: both },
      startsWith: { nodes: both },
    });
  });

  it('that is an attribute is compared in every spelling', async () => {
    const found = await answer(
      small,
      `{
        eq: awards(filter: { grantNumber: { eq: "fkz 01kx2121" } }) { totalCount }
        in: awards(filter: { grantNumber: { in: ["01-KX-2121"] } }) { totalCount }
        ne: awards(filter: { grantNumber: { ne: "01 kx 2121" } }) { totalCount }
      }`,
    );

    expect(found).toEqual({ eq: { totalCount: 1 }, in: { totalCount: 1 }, ne: { totalCount: 0 } });
  });

  it('is nobody’s where it is none of its scheme', async () => {
    const found = await answer(
      small,
      `{
        resourcesByIdentifier(scheme: DOI, value: "siehe Webseite") { slug }
        checkDigits: resourcesByIdentifier(scheme: ROR, value: "023nzv584") { slug }
        institutions(filter: { identifier: { scheme: ISNI, eq: "0000 0000 8852 3051" } }) { nodes { slug } }
        otherScheme: institutions(filter: { identifier: { scheme: GRID, eq: "032nzv584" } }) { nodes { slug } }
      }`,
    );

    expect(found).toEqual({
      resourcesByIdentifier: [],
      checkDigits: [],
      institutions: { nodes: [] },
      otherScheme: { nodes: [] },
    });
  });
});
