/** What a search finds, in which order, and what it shows of it; the same on both databases. */
import { answer, refusal } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { listening } from '../../helpers/listening';
import { SmallWorld } from '../../helpers/small-world';

const records = {
  Institution: [
    {
      slug: 'marburg',
      name: { de: 'Universitätsklinikum Gießen und Marburg', en: 'University Hospital Marburg' },
      kind: 'UNIVERSITY_MEDICAL_CENTRE',
      city: 'Marburg',
      state: 'HESSE',
    },
    { slug: 'koeln', name: { de: 'Uniklinik Köln', en: 'Cologne Hospital' }, kind: 'NETWORK', city: 'Köln' },
    { slug: 'num', name: { de: 'Netzwerk Universitätsmedizin' }, kind: 'NETWORK', acronym: 'NUM' },
  ],
  Infrastructure: [
    {
      slug: 'aktin-num',
      name: { de: 'Betrieb des AKTIN-Notaufnahmeregisters', en: 'Operation of the AKTIN registry' },
      acronym: 'AKTIN@NUM',
      focus: { de: 'Versorgungsforschung in Echtzeit', en: 'Real-time studies' },
    },
    { slug: 'naton-1', name: { de: 'Obduktionsnetz' }, acronym: 'NATON' },
    { slug: 'naton-2', name: { de: 'Obduktionsnetz' }, acronym: 'NATON 2.0' },
    { slug: 'racoon', name: { de: 'Radiologisches Netz' }, acronym: 'RACOON', modalities: ['IMAGING'] },
  ],
  Dataset: [
    {
      slug: 'register',
      name: { de: 'Notaufnahmeregister', en: 'Emergency registry' },
      kind: 'REGISTRY',
      description: {
        de: `${'Ein langer Satz davor. '.repeat(20)}Daten aus Krankenhäusern <b>und</b> Notaufnahmen & mehr. ${'Noch ein Satz. '.repeat(20)}`,
      },
      keywords: ['Notaufnahme', 'COVID-19'],
    },
    { slug: 'images', name: { en: 'Lung images of COVID-19' }, kind: 'IMAGE_COLLECTION' },
    { slug: 'covid', name: { en: 'Covid19 cohort study' }, kind: 'REGISTRY', keywords: ['Kohorte'] },
  ],
  Participation: [
    { institution: 'marburg', infrastructure: 'aktin-num', role: 'PARTICIPATES' },
    { institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' },
    { institution: 'koeln', infrastructure: 'naton-2', role: 'PARTICIPATES' },
  ],
  Relation: ['infrastructures/naton-1', 'infrastructures/aktin-num', 'institutions/num'].map((from) => ({
    from,
    to: 'infrastructures/naton-2',
    role: 'PREDECESSOR_OF',
  })),
};

interface Found {
  totalCount: number;
  someWordsOnly: boolean;
  unknownWords: string[];
  corrections: { word: string; readAs: string[] }[];
  edges: {
    score: number;
    node: { id: string; slug: string };
    highlights: {
      field: string;
      language: string | null;
      fragments: { startsText: boolean; endsText: boolean; parts: { text: string; matched: boolean }[] }[];
    }[];
  }[];
}

describeOnEachDatabase('a search', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const search = async (text: string, language?: 'de' | 'en'): Promise<Found> =>
    (
      await answer<{ search: Found }>(
        world,
        `query ($text: String!) { search(text: $text) { totalCount someWordsOnly unknownWords corrections { word readAs } edges {
          score node { id slug name } highlights { field language fragments { startsText endsText parts { text matched } } }
        } } }`,
        { variables: { text }, ...(language && { language }) },
      )
    ).search;
  const slugs = async (text: string): Promise<string[]> =>
    (await search(text)).edges.map(({ node }) => node.slug);

  describe('understands', () => {
    it.each([
      [
        'umlauts in every spelling',
        ['Universitätsmedizin', 'Universitaetsmedizin', 'universitatsmedizin'],
        ['num'],
      ],
      ['ß in every spelling', ['Gießen', 'Giessen', 'GIESSEN'], ['marburg']],
      ['oe for ö', ['Köln', 'Koeln', 'koln'], ['koeln']],
      ['beginnings of words', ['notaufnahmereg'], ['register', 'aktin-num']],
      ['parts of compounds', ['Forschung'], ['aktin-num']],
      [
        'acronyms with signs',
        ['AKTIN@NUM', 'aktin num', 'aktin-num', 'AKTINNUM', '"aktin" (num)'],
        ['aktin-num'],
      ],
      ['versions', ['NATON 2.0', 'naton 2 0', 'NATON20', 'naton20', 'NATON2.0'], ['naton-2']],
      [
        'words that are written as one elsewhere',
        ['covid 19', 'COVID-19', 'Covid19'],
        ['covid', 'images', 'register'],
      ],
      ['German inflection', ['Krankenhaus', 'Krankenhäuser', 'Krankenhaeusern'], ['register']],
      ['English inflection', ['study', 'studies'], ['covid', 'aktin-num']],
      ['labels of codes in both languages', ['Bilddaten', 'imaging'], ['racoon', 'images']],
    ])('%s: %j', async (_, texts, expected) => {
      for (const text of texts)
        expect([text, (await slugs(text)).toSorted()]).toEqual([text, expected.toSorted()]);
    });
  });

  it('puts the better match in the weightier field first, and equal ones in the order of their keys', async () => {
    const { edges } = await search('Notaufnahme');

    expect(edges.map(({ node, score }) => [node.slug, score])).toEqual([
      ['register', 90], // its name is one word and begins with it: 10 × (6 + 3)
      ['aktin-num', 60], // the beginning of a word of the name: 10 × 6
    ]);
    expect((await slugs('Obduktion')).slice(0, 2)).toEqual(['naton-1', 'naton-2']);
  });

  it('puts a record first whose whole acronym is what was asked for', async () => {
    expect((await slugs('NATON')).slice(0, 2)).toEqual(['naton-1', 'naton-2']);
    expect(await slugs('num')).toEqual(['num', 'aktin-num']);
  });

  it('takes a word for a typing error only where it stands nowhere', async () => {
    const found = await search('Racon');

    expect(found.corrections).toEqual([{ word: 'Racon', readAs: ['racoon'] }]);
    expect(found.edges.map(({ node }) => node.slug)).toEqual(['racoon']);
    expect((await search('Obdukton')).corrections).toEqual([]);
    expect((await search('Uniklinki')).edges.map(({ node }) => node.slug)).toEqual(['koeln']);
    expect((await search('Netz')).corrections).toEqual([]);
    expect((await search('nom')).unknownWords).toEqual(['nom']);
  });

  it('asks for all words, but not for those that only hold a sentence together', async () => {
    expect(await slugs('Marburg Hessen')).toEqual(['marburg']);
    expect(await slugs('the or and RACOON')).toEqual(['racoon']);
    expect(await slugs('hospital of the Marburg')).toEqual(['marburg']);
  });

  it('gives the records that have some of the words where none has all, and says so', async () => {
    const found = await search('Marburg Köln');

    expect(found.someWordsOnly).toBe(true);
    expect(found.edges.map(({ node }) => node.slug).toSorted()).toEqual(['koeln', 'marburg']);
    expect((await search('Marburg Hessen')).someWordsOnly).toBe(false);
  });

  it('finds nothing for a text without a word', async () => {
    for (const text of ['', ' ', '@', '"" && ||', '🦠', '\0', '\uD800']) {
      expect([text, (await search(text)).totalCount]).toEqual([text, 0]);
    }
  });

  it('shows where the words stand as parts that give the text again, and long texts around them', async () => {
    const { edges } = await search('Krankenhaus');
    const [{ field, language, fragments } = { field: '', language: '', fragments: [] }] =
      edges[0]?.highlights ?? [];
    const [fragment] = fragments;

    expect([field, language]).toEqual(['description', 'DE']);
    expect(fragment?.parts.filter(({ matched }) => matched)).toEqual([
      { text: 'Krankenhäusern', matched: true },
    ]);
    expect(fragment).toMatchObject({ startsText: false, endsText: false });
    const text = fragment?.parts.map((part) => part.text).join('') ?? '';
    expect(records.Dataset[0]?.description?.de).toContain(text);
    expect(text).toContain('<b>und</b>');
    expect(text.length).toBeLessThan(160);
  });

  it('shows only the part of a compound that was asked for, and all spellings as they are written', async () => {
    const marked = async (text: string) =>
      (await search(text)).edges.flatMap(({ highlights }) =>
        highlights.flatMap(({ fragments }) =>
          fragments.flatMap(({ parts }) => parts.filter(({ matched }) => matched).map((part) => part.text)),
        ),
      );

    expect(await marked('forschung')).toEqual(['forschung']);
    expect(await marked('giessen')).toEqual(['Gießen']);
    expect(await marked('aktin num')).toEqual(['AKTIN', 'AKTIN', 'AKTIN@NUM']);
  });

  it('gives the same records whatever the language of the answer', async () => {
    for (const text of ['Notaufnahme', 'hospital', 'Netz']) {
      const [german, english] = [await search(text, 'de'), await search(text, 'en')];
      expect(german.edges.map(({ node, score }) => [node.id, score])).toEqual(
        english.edges.map(({ node, score }) => [node.id, score]),
      );
    }
  });

  it('is narrowed to types, and tells how many there are of each', async () => {
    const { search: found } = await answer<{ search: unknown }>(
      world,
      '{ search(text: "num", types: [INFRASTRUCTURE]) { totalCount nodes { slug } types { type count } } }',
    );

    expect(found).toEqual({
      totalCount: 1,
      nodes: [{ slug: 'aktin-num' }],
      types: [
        { type: 'INSTITUTION', count: 1 },
        { type: 'INFRASTRUCTURE', count: 1 },
      ],
    });
  });

  it('takes letters and numbers apart only in a word that stands nowhere, and where both parts stand somewhere', async () => {
    const asked = async (text: string) => {
      const { search } = await answer<{ search: Found }>(
        world,
        'query ($text: String!) { search(text: $text) { unknownWords edges { node { slug } } } }',
        { variables: { text } },
      );
      return { unknown: search.unknownWords, found: search.edges.map(({ node }) => node.slug) };
    };

    expect((await asked('covid19')).found[0]).toBe('covid');
    expect(await asked('quagga20')).toEqual({ unknown: ['quagga20'], found: [] });
  });

  it('stands in lists beside the filter, at the root and below records', async () => {
    const { institutions } = await answer<{ institutions: unknown }>(
      world,
      `{ institutions(filter: { city: { isNull: false } }) { nodes {
        slug
        infrastructures(search: "netz") { totalCount edges { score highlights { field } node { slug } } }
      } } }`,
    );

    expect(institutions).toEqual({
      nodes: [
        {
          slug: 'koeln',
          infrastructures: {
            totalCount: 1,
            edges: [{ score: 70, highlights: [{ field: 'name' }], node: { slug: 'naton-2' } }],
          },
        },
        {
          slug: 'marburg',
          infrastructures: {
            totalCount: 1,
            edges: [{ score: 100, highlights: [{ field: 'name' }], node: { slug: 'racoon' } }],
          },
        },
      ],
    });
  });

  it('stands in lists of records of any type', async () => {
    const { infrastructure, disputed } = await answer<Record<string, unknown>>(
      world,
      `{
        infrastructure(slug: "naton-2") {
          all: predecessors { totalCount edges { score highlights { field } } }
          predecessors(search: "netz") {
            totalCount edges { score highlights { field } node { __typename slug } }
            aggregate(by: [TYPE]) { groups { count } }
          }
        }
        disputed(search: "netz") { totalCount nodes { slug } }
      }`,
    );

    expect(infrastructure).toEqual({
      all: { totalCount: 3, edges: Array(3).fill({ score: null, highlights: [] }) },
      predecessors: {
        totalCount: 2,
        edges: [
          {
            score: 70,
            highlights: [{ field: 'name' }],
            node: { __typename: 'Infrastructure', slug: 'naton-1' },
          },
          {
            score: 60,
            highlights: [{ field: 'name' }, { field: 'kind' }],
            node: { __typename: 'Institution', slug: 'num' },
          },
        ],
        aggregate: { groups: [{ count: 1 }, { count: 1 }] },
      },
    });
    expect(disputed).toEqual({ totalCount: 0, nodes: [] });
  });

  it('leaves a list in the order that is asked for, and a blank text leaves the list as it is', async () => {
    const { byName, blank, none } = await answer<Record<string, { nodes: { slug: string }[] }>>(
      world,
      `{
        byName: datasets(search: "covid", orderBy: [{ field: NAME, direction: DESC }]) { nodes { slug } }
        blank: datasets(search: " ") { edges { score highlights { field } } nodes { slug } }
        none: datasets(search: "@") { nodes { slug } }
      }`,
    );

    expect(byName?.nodes.map(({ slug }) => slug)).toEqual(['images', 'register', 'covid']);
    expect(blank).toEqual({
      nodes: [{ slug: 'covid' }, { slug: 'images' }, { slug: 'register' }],
      edges: Array(3).fill({ score: null, highlights: [] }),
    });
    expect(none?.nodes).toEqual([]);
  });

  it('refuses what is too long with a remedy, and cursors of another search', async () => {
    const { search: found } = await answer<{ search: { pageInfo: { endCursor: string } } }>(
      world,
      '{ search(text: "num", first: 1) { pageInfo { endCursor } } }',
    );
    const after = JSON.stringify(found.pageInfo.endCursor);

    expect(await refusal(world, `{ search(text: "${'x'.repeat(10_000)}") { totalCount } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(
        /^"text" has 10000 characters .* at most 1000 .* words that matter/,
      ) as string,
    });
    expect(
      await refusal(world, '{ datasets(search: "b c d e f g h j k l m n o p the of") { totalCount } }'),
    ).toMatchObject({ message: expect.stringContaining('"search" has 14 different words') as string });
    expect(await refusal(world, `{ search(text: "netz", after: ${after}) { totalCount } }`)).toMatchObject({
      message: expect.stringContaining('of another list') as string,
    });
    expect(await refusal(world, '{ search(text: "netz", types: []) { totalCount } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('goes on where a cursor stands while records are added before and behind it', async () => {
    const ofHospitals = (after: string | null) =>
      answer<{ search: { nodes: { slug: string }[]; pageInfo: { endCursor: string } } }>(
        other,
        'query ($after: String) { search(text: "hospital", first: 2, after: $after) { nodes { slug } pageInfo { endCursor } } }',
        { variables: { after } },
      );
    const hospital = (slug: string, en = 'Hospital of a city') => ({ slug, name: { en }, kind: 'NETWORK' });
    const other = await SmallWorld.of(dialect, {
      Institution: ['b', 'd', 'f'].map((slug) => hospital(slug)),
    });
    const { search: first } = await ofHospitals(null);
    await other.add({
      Institution: [hospital('a'), hospital('best', 'Hospital'), hospital('e'), hospital('z', 'Hospitals')],
    });
    const { search: second } = await ofHospitals(first.pageInfo.endCursor);
    await other.end();

    expect(first.nodes.map(({ slug }) => slug)).toEqual(['b', 'd']);
    expect(second.nodes.map(({ slug }) => slug)).toEqual(['e', 'f']);
  });

  it('looks the words up once for all lists that ask alike, and reads one statement for each level', async () => {
    const reader = listening(world.store);
    await answer(
      world,
      '{ institutions { nodes { infrastructures(search: "netz") { nodes { slug } totalCount } } } }',
      { reader },
    );

    expect(reader.statements).toHaveLength(4);
  });
});
