/** Sources are records of their own: found, listed, and what rests on each of them; and whose imports brought all of it in. */
import { answer, refusal } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld, type PlainRecords } from '../helpers/small-world';

const theirs = { name: 'theirs', kind: 'HARVEST', rank: 200 } as const;
const statement = (source: string, confidence: string, more = {}) => ({ source, confidence, ...more });

const records: PlainRecords = {
  Source: [
    {
      slug: 'call',
      title: 'Call',
      url: 'https://example.org/call',
      publisher: 'Ministry',
      licence: 'CC BY 4.0',
    },
    { slug: 'website', title: 'École website', publisher: 'Network' },
  ],
  Institution: [
    {
      slug: 'marburg',
      name: { de: 'Marburg' },
      kind: 'NETWORK',
      evidence: [
        statement('call', 'INFERRED', { property: 'city' }),
        statement('website', 'FOUND_IN_SOURCE', { property: 'name', statedValue: 'UKM' }),
      ],
    },
    { slug: 'ulm', name: { de: 'Ulm' }, kind: 'NETWORK', evidence: [statement('call', 'UNVERIFIED')] },
  ],
  Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
  Participation: [
    {
      institution: 'ulm',
      infrastructure: 'racoon',
      role: 'LEADS',
      evidence: [statement('website', 'INFERRED')],
    },
  ],
};
const id = (key: string): string => Buffer.from(key).toString('base64url');

describeOnEachDatabase('sources', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
    await world.add(
      {
        Source: [{ slug: 'catalogue', title: 'A catalogue' }],
        Institution: [
          {
            slug: 'ulm',
            name: { de: 'Uniklinik' },
            kind: 'NETWORK',
            evidence: [statement('catalogue', 'INFERRED')],
          },
        ],
      },
      '2025-02-01T12:00:00.000Z',
      { origin: theirs },
    );
  });
  afterAll(() => world.end());

  const slugsOf = async (filter: string, list = 'institutions') => {
    const data = await answer<Record<string, { nodes: { slug: string }[] }>>(
      world,
      `{ ${list}(filter: ${filter}) { nodes { ... on Node { id } ${list === 'participations' ? 'role' : 'slug'} } } }`,
    );
    return data[list]?.nodes.map(({ slug }) => slug);
  };

  it('are looked up by slug and id, and as any node', async () => {
    const call = { __typename: 'Source', id: id('sources/call'), slug: 'call', title: 'Call' };
    const fields = '__typename id slug title';

    expect(
      await answer(
        world,
        `{ bySlug: source(slug: "call") { ${fields} } byId: source(id: "${call.id}") { ${fields} }
           node(id: "${call.id}") { id __typename ... on Source { slug title } }
           nodes(ids: ["${call.id}"]) { id } none: source(slug: "nothing") { id } }`,
      ),
    ).toEqual({ bySlug: call, byId: call, node: call, nodes: [{ id: call.id }], none: null });
  });

  it('are listed, ordered, filtered, counted and paged as records are', async () => {
    const page = '{ totalCount pageInfo { endCursor hasNextPage } nodes { title } }';
    const { first, none, folded, licensed } = await answer<
      Record<'first' | 'none' | 'folded' | 'licensed', { pageInfo: { endCursor: string } }>
    >(
      world,
      `{ first: sources(first: 2, orderBy: [{ field: TITLE, direction: DESC }]) ${page}
         none: sources(filter: { title: { eq: "Nothing" } }) ${page}
         folded: sources(filter: { title: { contains: "ecole" } }) ${page}
         licensed: sources(filter: { licence: { isNull: false }, slug: { in: ["call", "website"] } }) ${page} }`,
    );

    expect(first).toMatchObject({
      totalCount: 4,
      nodes: [{ title: 'École website' }, { title: 'Call' }],
      pageInfo: { hasNextPage: true },
    });
    expect(none).toMatchObject({ totalCount: 0 });
    expect(folded).toMatchObject({ nodes: [{ title: 'École website' }] });
    expect(licensed).toMatchObject({ nodes: [{ title: 'Call' }] });
    expect(
      await answer(
        world,
        `{ sources(first: 2, after: "${first.pageInfo.endCursor}", orderBy: [{ field: TITLE, direction: DESC }]) { nodes { title } } }`,
      ),
    ).toEqual({ sources: { nodes: [{ title: 'A register' }, { title: 'A catalogue' }] } });
  });

  it('narrow every list to what rests on them, and on statements of a confidence', async () => {
    expect(await slugsOf('{ evidence: { citedFrom: { slug: { eq: "website" } } } }')).toEqual(['marburg']);
    expect(await slugsOf('{ evidence: { citedFrom: { publisher: { contains: "minis" } } } }')).toEqual([
      'marburg',
      'ulm',
    ]);
    expect(await slugsOf('{ evidence: { confidence: { eq: INFERRED } } }')).toEqual(['marburg', 'ulm']);
    expect(await slugsOf('{ not: { evidence: { confidence: { eq: UNVERIFIED } } } }')).toEqual(['marburg']);
    expect(await slugsOf('{ evidence: { property: { eq: "name" } } }')).toEqual(['marburg']);
    expect(await slugsOf('{ evidence: { origin: { eq: "theirs" } } }')).toEqual(['ulm']);
    expect(
      await slugsOf('{ participations: { some: { evidence: { citedFrom: { slug: { eq: "website" } } } } } }'),
    ).toEqual(['ulm']);
    expect(await slugsOf('{ evidence: { confidence: { eq: UNVERIFIED } } }', 'participations')).toEqual([]);
  });

  it('must be those of one statement together with what else is asked of it', async () => {
    expect(
      await slugsOf(
        '{ evidence: { citedFrom: { slug: { eq: "call" } }, confidence: { eq: FOUND_IN_SOURCE } } }',
      ),
    ).toEqual([]);
  });

  it('narrow the evidence of one record', async () => {
    expect(
      await answer(
        world,
        `{ institution(slug: "marburg") {
          found: evidence(confidence: [FOUND_IN_SOURCE, UNVERIFIED]) { citedFrom { slug } }
          called: evidence(citedFrom: ["call"]) { confidence }
          neither: evidence(citedFrom: ["call"], property: "name") { confidence }
        } }`,
      ),
    ).toEqual({
      institution: {
        found: [{ citedFrom: { slug: 'website' } }],
        called: [{ confidence: 'INFERRED' }],
        neither: [],
      },
    });
    const empty = '{ institution(slug: "ulm") { evidence(confidence: []) { note } } }';
    expect((await refusal(world, empty)).message).toMatch(/"confidence" is an empty list/);
  });

  it('tell whose import brought each statement in, and when', async () => {
    expect(
      await answer(
        world,
        `{ institution(slug: "ulm") { evidence {
          citedFrom { slug } origin { name kind rank } import { version startedAt finishedAt created updated unchanged withdrawn }
        } } }`,
      ),
    ).toEqual({
      institution: {
        evidence: [
          {
            citedFrom: { slug: 'call' },
            origin: { name: 'small world', kind: 'SEEDS', rank: 100 },
            import: {
              version: 1,
              startedAt: '2025-01-01T00:00:00.000Z',
              finishedAt: '2025-01-01T00:00:00.000Z',
              created: 7,
              updated: 0,
              unchanged: 0,
              withdrawn: 0,
            },
          },
          {
            citedFrom: { slug: 'catalogue' },
            origin: theirs,
            import: {
              version: 2,
              startedAt: '2025-02-01T12:00:00.000Z',
              finishedAt: '2025-02-01T12:00:00.000Z',
              created: 1,
              updated: 1,
              unchanged: 0,
              withdrawn: 0,
            },
          },
        ],
      },
    });
  });

  it('came in by imports, which are listed by origin, the newest first', async () => {
    const other = await SmallWorld.of(dialect, records);
    await other.add({ Infrastructure: [{ slug: 'num', name: { en: 'NUM' } }] });
    await other.add({ Infrastructure: [{ slug: 'num', name: { en: 'NUM' } }] });

    expect(
      await answer(
        other,
        '{ origins { name importCount imports { version created } last: imports(first: 1) { version } } }',
      ),
    ).toEqual({
      origins: [
        {
          name: 'small world',
          importCount: 2,
          imports: [
            { version: 2, created: 1 },
            { version: 1, created: 7 },
          ],
          last: [{ version: 2 }],
        },
      ],
    });
    const none = await refusal(other, '{ origins { imports(first: 0) { version } } }');
    expect(none.message).toMatch(/"first" \(0\) must be/);
    await other.end();
  });
});
