/** The values that the newer sources filled, corrected or contradicted, as questions of those who use them. */
import { startSeeded, type SeededGateway } from '../clients/seeded-gateway';

describe('asked at the endpoint over the seeds', () => {
  let gateway: SeededGateway;
  beforeAll(async () => {
    gateway = await startSeeded();
  });
  afterAll(() => gateway.stop());

  const ask = async (query: string): Promise<unknown> => {
    const response = await fetch(gateway.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };

  it('the three cohorts of NAPKON say how many people are in them', async () => {
    const cohorts = await ask(
      '{ datasets(filter: { kind: { eq: COHORT }, slug: { startsWith: "napkon-" } }, orderBy: { field: SLUG }) { nodes { slug numberOfUniqueIndividuals } } }',
    );

    expect(cohorts).toEqual({
      datasets: {
        nodes: [
          { slug: 'napkon-hap', numberOfUniqueIndividuals: 700 },
          { slug: 'napkon-pop', numberOfUniqueIndividuals: 3365 },
          { slug: 'napkon-suep', numberOfUniqueIndividuals: 2590 },
        ],
      },
    });
  });

  it('the site list of the RKI has another number of entries on each day, and the 86 are of May 2026', async () => {
    const { dataset } = (await ask(
      `{ dataset(by: { slug: "rki-notaufnahmesurveillance" }) {
        version keywords evidence(property: "sizeAsStated") { statedValue statedOn }
      } }`,
    )) as { dataset: { version: string; keywords: string[]; evidence: object[] } };

    expect(dataset).toMatchObject({ version: '2026-07-24' });
    expect(dataset.keywords).toContain('HEAT');
    expect(dataset.evidence).toEqual(
      expect.arrayContaining([
        { statedValue: '44 entries of emergency departments', statedOn: '2023-09-26' },
        { statedValue: '47 entries of emergency departments', statedOn: '2024-02-09' },
        { statedValue: '86 entries of emergency departments', statedOn: '2026-05-21' },
        { statedValue: '89 entries of emergency departments', statedOn: '2026-07-11' },
      ]),
    );
  });

  it('data of the AKTIN registry are to be had on request, by a service that runs and has an office to write to', async () => {
    const found = await ask(
      `{
        dataset(by: { slug: "aktin-registry" }) { accessRights accessProcedure(language: EN) }
        services(filter: { status: { eq: RUNNING }, slug: { eq: "aktin-data-request" } }) {
          nodes { audience(language: EN) contact { email } }
        }
      }`,
    );

    expect(found).toEqual({
      dataset: {
        accessRights: 'RESTRICTED',
        accessProcedure: expect.stringContaining('authorised within 15 days') as string,
      },
      services: { nodes: [{ audience: 'Researchers', contact: { email: 'office@aktin.org' } }] },
    });
  });

  it('the offices of Hannover and Düsseldorf can be written to', async () => {
    const offices = await ask(
      '{ contacts(filter: { slug: { in: ["loks-hannover", "loks-duesseldorf"] } }, orderBy: { field: SLUG }) { nodes { email institution { slug } } } }',
    );

    expect(offices).toEqual({
      contacts: {
        nodes: [
          { email: 'num-loks@med.uni-duesseldorf.de', institution: { slug: 'duesseldorf' } },
          { email: 'num-loks@mh-hannover.de', institution: { slug: 'hannover' } },
        ],
      },
    });
  });

  it('the modules of the MII core data set have the versions that fit together', async () => {
    const { standard, relations } = (await ask(
      `{
        standard(by: { slug: "mii-core-data-set" }) { version licence maintainer }
        relations(roles: [PART_OF], filter: { to: { standard: { slug: { eq: "mii-core-data-set" } } } }, first: 50) {
          nodes { from { ... on Standard { slug version } } }
        }
      }`,
    )) as { standard: object; relations: { nodes: { from: { slug: string; version: string } }[] } };
    const modules = relations.nodes.map(({ from }) => from);

    expect(standard).toMatchObject({
      version: '2026.0.1-rc.1',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      maintainer: 'Medizininformatik Initiative',
    });
    expect(Object.fromEntries(modules.map(({ slug, version }) => [slug.split('-').at(-1), version]))).toEqual(
      {
        base: '2026.0.0',
        meta: '2026.0.0',
        medikation: '2026.0.1',
        laborbefund: '2026.0.1',
        biobank: '2026.0.1',
        icu: '2026.0.2',
        mikrobiologie: '2025.0.1',
        molgen: '2026.0.4',
        patho: '2026.0.1',
        studie: '2026.0.2',
        bildgebung: '2026.0.0',
        dokument: '2026.0.1',
        onkologie: '2026.0.3',
        seltene: '2026.0.1',
        mtb: '2026.0.1',
        pros: '2026.2.0',
        consent: '2026.0.1-rc-2',
      },
    );
  });

  it('the network has the usual 36 members, Gießen, Halle and Mannheim among them, and no others', async () => {
    const { relations } = (await ask(
      `{ relations(roles: [MEMBER_OF], filter: { to: { institution: { slug: { eq: "num" } } } }, first: 100) {
        totalCount nodes { from { slug ... on Institution { listedSite } } }
      } }`,
    )) as { relations: { totalCount: number; nodes: { from: { slug: string; listedSite: boolean } }[] } };
    const members = relations.nodes.map(({ from }) => from.slug);

    expect(relations.totalCount).toBe(36);
    expect(relations.nodes.every(({ from }) => from.listedSite)).toBe(true);
    expect(members).toEqual(expect.arrayContaining(['giessen', 'halle', 'mannheim']));
    for (const other of ['bochum', 'bielefeld', 'cottbus']) expect(members).not.toContain(other);
  });

  it('sites of one hospital have names of their own in both languages, and are found by the common one', async () => {
    const { institutions } = (await ask(
      '{ institutions(filter: { kind: { eq: UNIVERSITY_MEDICAL_CENTRE } }, first: 100) { nodes { slug names { language value } } } }',
    )) as { institutions: { nodes: { slug: string; names: { language: string; value: string }[] }[] } };
    for (const language of ['DE', 'EN']) {
      const names = institutions.nodes.map(
        (site) => site.names.find((name) => name.language === language)?.value ?? `none: ${site.slug}`,
      );
      expect(names.filter((name) => name.startsWith('none'))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }

    const common = await ask(
      `{ institutions(search: "University Hospital of Giessen and Marburg", first: 2) { nodes { slug } } }`,
    );
    expect(common).toEqual({
      institutions: { nodes: expect.arrayContaining([{ slug: 'giessen' }, { slug: 'marburg' }]) as object[] },
    });
  });

  it('every dataset, service, standard, site and partner has a name in German and in English', async () => {
    const lists = [
      'datasets',
      'distributions',
      'services',
      'standards',
      'contacts',
      'externalSources',
      'institutions',
    ];
    const answer = (await ask(
      `{ ${lists.map((list) => `${list}(first: 100) { nodes { slug names { language } } }`).join(' ')} }`,
    )) as Record<string, { nodes: { slug: string; names: { language: string }[] }[] }>;

    const incomplete = Object.values(answer).flatMap(({ nodes }) =>
      nodes.filter(
        ({ names }) => !['DE', 'EN'].every((code) => names.some(({ language }) => language === code)),
      ),
    );
    expect(incomplete).toEqual([]);
  });

  it('sources disagree about the number of members', async () => {
    const { institution } = (await ask(
      '{ institution(by: { slug: "num" }) { evidence(property: "numberOfMembers") { statedValue } disputes { property } } }',
    )) as { institution: { evidence: { statedValue: string }[]; disputes: { property: string }[] } };

    expect(new Set(institution.evidence.map(({ statedValue }) => statedValue))).toEqual(
      new Set(['34', '36', '37']),
    );
    expect(institution.disputes.map(({ property }) => property)).toContain('numberOfMembers');
  });
});
