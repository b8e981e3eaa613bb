/** What the seeds say of time: a list of a day shows sites and begins nothing, and every beginning and end has a source that states it. */
import { describeOnEachDatabase } from '../helpers/databases';
import { servedSeeds } from '../helpers/served-seeds';

interface Dated {
  id: string;
  startsOn: string | null;
  endsOn: string | null;
  attestedFrom: string | null;
  attestedUntil: string | null;
  evidence: { property: string | null }[];
}
interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** The first list of the Robert Koch-Institut that names an emergency department of the site, for those that the first list of all does not. */
const firstListed = {
  berlin: '2024-02-28',
  greifswald: '2024-07-30',
  heidelberg: '2024-08-16',
  bochum: '2024-08-20',
  bielefeld: '2024-10-23',
  'muenchen-tum': '2024-12-12',
  marburg: '2024-12-20',
  bonn: '2025-01-16',
  mannheim: '2025-05-15',
  erlangen: '2025-09-25',
  homburg: '2025-09-25',
  mainz: '2025-11-08',
  frankfurt: '2026-01-18',
  dresden: '2026-02-28',
  halle: '2026-05-21',
};

describeOnEachDatabase('what the seeds say of time', (dialect) => {
  const { ask } = servedSeeds(dialect);
  const all = async <Node>(list: string, fields: string, args = ''): Promise<Node[]> => {
    const found: Node[] = [];
    for (let after: string | null = null, more = true; more;) {
      const query = `query ($after: String) { page: ${list}(first: 50, after: $after ${args}) {
        nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
      const { page }: { page: Page<Node> } = await ask(query, { after });
      found.push(...page.nodes);
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    return found;
  };

  it('shows each site that supplies data from the first list that names it, which is no beginning', async () => {
    const supplying = await all<Dated & { institution: { slug: string } }>(
      'participations',
      'startsOn endsOn attestedFrom attestedUntil institution { slug }',
      ', filter: { role: { eq: SUPPLIES_DATA } }',
    );
    const seen = Object.fromEntries(
      supplying.map(({ institution, attestedFrom }) => [institution.slug, attestedFrom]),
    );

    expect(supplying).toHaveLength(31);
    expect(seen).toMatchObject(firstListed);
    const others = Object.entries(seen).filter(([slug]) => !(slug in firstListed));
    expect(new Set(others.map(([, day]) => day))).toEqual(new Set(['2023-09-26']));
    for (const { startsOn, endsOn, attestedUntil } of supplying)
      expect([startsOn, endsOn, attestedUntil]).toEqual([null, null, '2026-07-11']);
  });

  it('lets no data integration centre begin on the day of the list that names it', async () => {
    const centres = await all<Dated>(
      'participations',
      'startsOn attestedFrom attestedUntil',
      ', filter: { role: { eq: HOSTS_CENTRE }, infrastructure: { slug: { eq: "num-diz" } } }',
    );

    expect(centres).toHaveLength(39);
    for (const centre of centres)
      expect(centre).toEqual({
        startsOn: null,
        attestedFrom: '2025-11-14',
        attestedUntil: '2025-11-14',
      });
  });

  it.each(['participations', 'involvements', 'usages', 'awards', 'relations', 'projects', 'infrastructures'])(
    'has a source for each beginning and end of %s',
    async (list) => {
      const records = await all<Dated>(list, 'id startsOn endsOn evidence { property }');
      const unstated = records.flatMap((record) =>
        (['startsOn', 'endsOn'] as const)
          .filter((name) => record[name] !== null)
          .filter((name) => !record.evidence.some(({ property }) => property === name))
          .map((name) => `${record.id} ${name}`),
      );

      expect(records).not.toEqual([]);
      expect(unstated).toEqual([]);
    },
  );

  it('does not make the bounds of a funding period those of a role', async () => {
    const bounds = new Set([
      '2020-04-01',
      '2022-01-01',
      '2025-07-01',
      '2021-12-31',
      '2025-06-30',
      '2030-06-30',
    ]);
    const roles = [
      ...(await all<Dated>('participations', 'id startsOn endsOn')),
      ...(await all<Dated>('involvements', 'id startsOn endsOn')),
    ];

    expect(
      roles.filter(({ startsOn, endsOn }) => bounds.has(startsOn ?? '') || bounds.has(endsOn ?? '')),
    ).toEqual([]);
  });

  it('sees the roles that a source states for a funding period during it', async () => {
    const { infrastructure } = await ask<{ infrastructure: { participations: { nodes: Dated[] } } }>(
      `{ infrastructure(by: { slug: "nukleus" }) { participations(filter: { institution: { slug: { eq: "koeln" } } }) {
        nodes { startsOn endsOn attestedFrom attestedUntil evidence(property: "fundingPeriod") { during { slug } } } } } }`,
    );

    expect(infrastructure.participations.nodes).toEqual([
      {
        startsOn: null,
        endsOn: null,
        attestedFrom: '2022-01-01',
        attestedUntil: '2025-06-30',
        evidence: [{ during: [{ slug: 'num-period-2' }] }],
      },
    ]);
  });

  it('names those who took part in a predecessor as taking part in that', async () => {
    const { codex, platform } = await ask<
      Record<'codex' | 'platform', { sites: { nodes: { slug: string }[] } }>
    >(
      `{ codex: project(by: { slug: "codex" }) { sites: institutions(first: 50) { nodes { slug } } }
         platform: infrastructure(by: { slug: "gbn" }) { sites: institutions(first: 50) { nodes { slug } } } }`,
    );

    expect(codex.sites.nodes.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['berlin', 'erlangen', 'essen', 'hamburg', 'luebeck', 'muenchen-lmu']),
    );
    expect(platform.sites.nodes).toEqual([{ slug: 'dresden' }]);
  });
});
