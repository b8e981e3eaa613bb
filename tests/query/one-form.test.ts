/** A text is one text, however it is written: what is stored, and what a client asks for, are brought to one form before they are compared. */
import fc from 'fast-check';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { runs } from '../helpers/property-runs';
import { SmallWorld } from '../helpers/small-world';

const kind = 'NETWORK';
const register = { source: 'register', confidence: 'FOUND_IN_SOURCE' };
const stated = (statedValue: string) => ({ ...register, property: 'city', statedValue });

/** What people and programs make of a text without changing it. */
const spellingsOf = (text: string): string[] => [
  text,
  text.normalize('NFD'),
  text.normalize('NFKD'),
  ` ${text}\u00A0`,
  `\uFEFF${text}\u200B\n`,
  Array.from(text).join('\u00AD'),
  text.replaceAll(' ', '\u00A0'),
  text.replaceAll(' ', '\r\n  '),
];

const records = {
  Institution: [
    { slug: 'koeln', name: { de: 'Notaufnahmeregister Köln' }, kind, city: 'Köln' },
    {
      slug: 'padded',
      name: { de: '  Notaufnahmeregister\n  Ko\u0308ln\u00A0\n' },
      kind,
      city: ' Ko\u0308ln\u200B',
      evidence: [stated('Köln'), stated(' Ko\u0308ln\u200B')],
    },
    { slug: 'shy', name: { de: 'Not\u00ADaufnahme\u200Bregister Ko\u0308ln' }, kind, city: 'Kö\u00ADln' },
    { slug: 'notar', name: { de: 'Notariat Köln' }, kind, evidence: [stated('Köln'), stated('Bonn')] },
  ],
  Dataset: [
    { slug: 'one', name: { de: 'Eins' }, kind: 'COHORT', keywords: ['Öl', 'O\u0308l ', 'Covid\u200B-19'] },
    { slug: 'two', name: { de: 'Zwei' }, kind: 'COHORT', keywords: ['O\u0308l'] },
  ],
};
const alike = ['koeln', 'padded', 'shy'];

type Nodes = Record<string, { nodes: { slug: string }[] }>;
const slugsIn = (found: Nodes): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(found).map(([name, { nodes }]) => [name, nodes.map(({ slug }) => slug).sort()]),
  );

describeOnEachDatabase('texts that look the same', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  it('are stored as the same text', async () => {
    const { institutions } = await answer<Nodes>(world, '{ institutions { nodes { slug name city } } }');

    expect(institutions?.nodes.filter(({ slug }) => alike.includes(slug))).toEqual(
      alike.map((slug) => ({ slug, name: 'Notaufnahmeregister Köln', city: 'Köln' })),
    );
  });

  it.each(spellingsOf('Notaufnahmeregister Köln'))(
    'are found by every comparison and by the search as %j',
    async (name) => {
      const found = await answer<Nodes>(
        world,
        `query ($name: String!) {
        eq: institutions(filter: { name: { eq: $name } }) { nodes { slug } }
        contains: institutions(filter: { name: { contains: $name } }) { nodes { slug } }
        startsWith: institutions(filter: { name: { startsWith: $name, language: DE } }) { nodes { slug } }
        search: institutions(search: $name) { nodes { slug } }
        everywhere: search(text: $name) { nodes { slug } }
      }`,
        { variables: { name } },
      );

      expect(slugsIn(found)).toEqual({
        eq: alike,
        contains: alike,
        startsWith: alike,
        search: alike,
        everywhere: alike,
      });
    },
  );

  it.each(spellingsOf('Köln'))('are equal to, among and unequal to the city as %j', async (city) => {
    const found = await answer<Nodes>(
      world,
      `query ($city: String!) {
        eq: institutions(filter: { city: { eq: $city } }) { nodes { slug } }
        in: institutions(filter: { city: { in: ["Bonn", $city] } }) { nodes { slug } }
        ne: institutions(filter: { city: { ne: $city } }) { nodes { slug } }
      }`,
      { variables: { city } },
    );

    expect(slugsIn(found)).toEqual({ eq: alike, in: alike, ne: ['notar'] });
  });

  it.each(spellingsOf('Öl'))('stand once in a list, in which they are found as %j', async (keyword) => {
    const found = await answer<Nodes>(
      world,
      `query ($keyword: String!) {
        has: datasets(filter: { keywords: { has: $keyword } }) { nodes { slug } }
        hasAny: datasets(filter: { keywords: { hasAny: ["x", $keyword] } }) { nodes { slug } }
        hasAll: datasets(filter: { keywords: { hasAll: [$keyword, "Covid-19"] } }) { nodes { slug } }
      }`,
      { variables: { keyword } },
    );

    expect(slugsIn(found)).toEqual({ has: ['one', 'two'], hasAny: ['one', 'two'], hasAll: ['one'] });
  });

  it('are counted as one value, and ordered side by side', async () => {
    const found = await answer(
      world,
      `{
        institutions(orderBy: [{ field: NAME }]) { nodes { slug } facets(by: [CITY]) { distinct buckets { value count } } }
        datasets { facets(by: [KEYWORDS]) { buckets { value count } } }
      }`,
    );

    expect(found).toEqual({
      institutions: {
        nodes: ['notar', ...alike].map((slug) => ({ slug })),
        facets: [{ distinct: 1, buckets: [{ value: 'Köln', count: 3 }] }],
      },
      datasets: {
        facets: [
          {
            buckets: [
              { value: 'Öl', count: 2 },
              { value: 'Covid-19', count: 1 },
            ],
          },
        ],
      },
    });
  });

  it('are no dispute among sources', async () => {
    const { disputed } = await answer<Nodes>(world, '{ disputed { nodes { slug disputes { property } } } }');

    expect(disputed?.nodes).toEqual([{ slug: 'notar', disputes: [{ property: 'city' }] }]);
  });

  it('are paged by cursors that were taken in another spelling', async () => {
    const page = `query ($text: String!, $after: String) {
      search(text: $text, first: 1, after: $after) { nodes { slug } pageInfo { endCursor } }
    }`;
    interface Page {
      search: { nodes: { slug: string }[]; pageInfo: { endCursor: string } };
    }
    const spellings = spellingsOf('Notaufnahmeregister Köln');
    const slugs: string[] = [];
    let after: string | null = null;
    for (const text of spellings.slice(0, 3)) {
      const { search }: Page = await answer(world, page, { variables: { text, after } });
      slugs.push(...search.nodes.map(({ slug }) => slug));
      after = search.pageInfo.endCursor;
    }

    expect(slugs).toEqual(alike);
  });

  it('lead to the same record as slugs, ids and addresses', async () => {
    const id = Buffer.from('institutions/koeln').toString('base64url');
    const found = await answer(
      world,
      `query ($slug: String!, $id: ID!, $iri: IRI!) {
        institution(slug: $slug) { slug }
        node(id: $id) { ... on Institution { slug } }
        resourceByIri(iri: $iri) { slug }
      }`,
      {
        variables: {
          slug: ' koeln\u200B',
          id: `${id}\n`,
          iri: '\uFEFFHTTP://NUM.example.org/institutions/%6Boeln/ ',
        },
      },
    );

    const record = { slug: 'koeln' };
    expect(found).toEqual({ institution: record, node: record, resourceByIri: record });
  });

  it('are no answer to what no text can be: nothing is found, and nothing fails', async () => {
    const texts = fc.constantFrom(
      'a\0b',
      '\0',
      '\u0007',
      '\uD83D',
      '\uFFFE',
      '\uFFFD',
      '\u0085',
      '\u200B',
      '',
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const found = await answer(
          world,
          `query ($text: String!) {
            eq: institutions(filter: { city: { in: [$text] } }) { nodes { slug } }
            name: institutions(filter: { name: { eq: $text } }) { nodes { slug } }
            keyword: datasets(filter: { keywords: { has: $text } }) { nodes { slug } }
            identifier: institutions(filter: { identifier: { eq: $text } }) { nodes { slug } }
            resourcesByIdentifier(scheme: DOI, value: $text) { slug }
            institution(slug: $text) { slug }
          }`,
          { variables: { text } },
        );
        const nothing = { nodes: [] };
        expect(found).toEqual({
          eq: nothing,
          name: nothing,
          keyword: nothing,
          identifier: nothing,
          resourcesByIdentifier: [],
          institution: null,
        });
      }),
      { numRuns: runs(20) },
    );
  });
});
