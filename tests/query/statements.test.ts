/** What is asked for at one level is read in one statement, and what is not asked for is not read. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { listening } from '../helpers/listening';
import { SmallWorld } from '../helpers/small-world';

const sites = ['berlin', 'dresden', 'marburg'];
const infrastructures = ['aktin', 'racoon'];
const name = (en: string) => ({ en });

const records = {
  Source: [
    { slug: 'annual-report', title: 'Annual report' },
    { slug: 'website', title: 'Website' },
  ],
  Institution: sites.map((slug) => ({
    slug,
    name: name(slug),
    kind: 'UNIVERSITY_MEDICAL_CENTRE',
    identifiers: [{ scheme: 'MII_SITE', value: slug.toUpperCase() }],
  })),
  Infrastructure: infrastructures.map((slug) => ({ slug, name: name(slug), acronym: slug.toUpperCase() })),
  Standard: [{ slug: 'fhir', name: name('FHIR') }],
  Participation: sites.flatMap((institution) =>
    infrastructures.map((infrastructure) => ({
      institution,
      infrastructure,
      role: 'PARTICIPATES',
      evidence: ['annual-report', 'website'].map((source) => ({ source, confidence: 'FOUND_IN_SOURCE' })),
    })),
  ),
  Conformance: infrastructures.map((slug) => ({ subject: `infrastructures/${slug}`, standard: 'fhir' })),
};

const isCount = (statement: string): boolean => statement.includes('count(*)');

describeOnEachDatabase('a request', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const statementsFor = async (query: string): Promise<string[]> => {
    const reader = listening(world.store);
    await answer(world, query, { reader });
    return reader.statements;
  };

  it('of five levels takes one statement for each level that is not known yet, and one for each kind of count', async () => {
    const statements = await statementsFor(`{
      infrastructures { totalCount nodes {
        participations { totalCount nodes {
          institution {
            participations { totalCount nodes {
              infrastructure { acronym }
            } }
          }
        } }
      } }
    }`);

    expect(statements.filter(isCount)).toHaveLength(3);
    expect(statements.filter((statement) => !isCount(statement))).toHaveLength(4);
  });

  it('for totalCount alone counts, and reads no page', async () => {
    const statements = await statementsFor('{ infrastructures(first: 1) { totalCount } }');

    expect(statements).toEqual([expect.stringMatching(/^SELECT count\(\*\)/)]);
  });

  it('for the totalCount of lists under a page counts all of them in one statement', async () => {
    const statements = await statementsFor(
      '{ institutions { nodes { participations { totalCount } links { totalCount } } } }',
    );

    expect(statements).toHaveLength(3);
    expect(statements.filter(isCount)).toHaveLength(2);
  });

  it('for a page does not count', async () => {
    const statements = await statementsFor('{ institutions { nodes { slug } pageInfo { hasNextPage } } }');

    expect(statements.filter(isCount)).toEqual([]);
  });

  it('for nodes, edges and pageInfo reads one page', async () => {
    const statements = await statementsFor(
      '{ institutions(first: 2) { nodes { slug } edges { cursor node { slug } } pageInfo { endCursor } } }',
    );

    expect(statements).toHaveLength(1);
  });

  it('that asks for one list twice reads it once, and reads it anew for another order', async () => {
    const page = (alias: string, orderBy = '') =>
      `${alias}: participations(first: 2 ${orderBy}) { nodes { role } }`;

    const same = await statementsFor(`{ institution(slug: "marburg") { ${page('a')} ${page('b')} } }`);
    const other = await statementsFor(
      `{ institution(slug: "marburg") { ${page('a')} ${page('b', ', orderBy: {field: ROLE}')} } }`,
    );

    expect(same).toHaveLength(2);
    expect(other).toHaveLength(3);
  });

  it('for the evidence of a whole page with its sources takes two statements more', async () => {
    const statements = await statementsFor(`{
      participations { nodes { evidence { quotation citedFrom { title url } } byRole: evidence(property: "role") { note } } }
    }`);

    expect(statements).toHaveLength(3);
  });

  it('for the identifiers and disputes of a whole page takes one statement for each', async () => {
    const statements = await statementsFor(
      '{ institutions { nodes { identifiers { scheme value } disputes { property } } } }',
    );

    expect(statements).toHaveLength(3);
  });

  it('for links of several types takes one statement for the page and one for each type', async () => {
    const statements = await statementsFor(
      '{ infrastructures { nodes { links { nodes { kind startsOn } } } } }',
    );

    expect(statements).toHaveLength(1 + 1 + 2);
  });

  it('for the ends of such links takes one statement for each type of resource', async () => {
    const statements = await statementsFor(
      '{ infrastructures { nodes { links { nodes { from { slug } to { slug } } } } } }',
    );
    // The infrastructures are those of the page, and are not read again.
    const ends = ['institution', 'standard'];

    expect(statements).toHaveLength(1 + 1 + 2 + ends.length);
  });

  it('for many look-ups of one type takes one statement', async () => {
    const statements = await statementsFor(
      '{ a: institution(slug: "berlin") { slug } b: institution(slug: "marburg") { slug } c: institution(slug: "nowhere") { slug } }',
    );

    expect(statements).toHaveLength(1);
  });

  it('for the version of the catalogue counts no records', async () => {
    const statements = await statementsFor('{ catalogue { dataVersion changedAt } }');

    expect(statements).toEqual([expect.stringContaining('data_version')]);
  });
});
