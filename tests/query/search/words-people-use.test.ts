/** Words that people use where records have others: identifiers, other names, the other language, whole sentences. The same on both databases. */
import { answer } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld, type PlainRecords } from '../../helpers/small-world';

const hospital = (slug: string, de: string, more: object) => ({
  slug,
  name: { de },
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
  ...more,
});
const says = (quotation: string) => ({ source: 'mission', confidence: 'FOUND_IN_SOURCE', quotation });

const records: PlainRecords = {
  Source: [{ slug: 'mission', title: 'Vision und Mission' }],
  Institution: [
    hospital('koeln', 'Universitätsklinikum Köln', {
      city: 'Köln',
      state: 'NORTH_RHINE_WESTPHALIA',
      identifiers: [
        { scheme: 'ROR', value: 'https://ror.org/05mxhda18' },
        { scheme: 'WIKIDATA', value: 'Q2494398' },
        { scheme: 'MII_SITE', value: 'UKK' },
      ],
    }),
    hospital('aachen', 'Uniklinik RWTH Aachen', { city: 'Aachen', state: 'NORTH_RHINE_WESTPHALIA' }),
    hospital('muenchen', 'Klinikum rechts der Isar', {
      city: 'München',
      state: 'BAVARIA',
      identifiers: [
        { scheme: 'MII_SITE', value: 'MRI' },
        { scheme: 'ISNI', value: '0000 0004 0477 2438' },
      ],
    }),
    hospital('kiel', 'Klinikum Schleswig-Holstein', {
      city: 'Kiel',
      identifiers: [{ scheme: 'MII_SITE', value: 'UKSH' }],
    }),
    { slug: 'ministry', name: { de: 'Ministerium' }, kind: 'FUNDER', acronym: 'BMFTR' },
  ],
  FundingPeriod: [
    {
      slug: 'second',
      name: { de: 'Zweite Förderperiode' },
      funder: 'ministry',
      number: 2,
      startsOn: '2022-01-01',
      endsOn: '2025-06-30',
      identifiers: [{ scheme: 'GRANT_NUMBER', value: '01KX2121' }],
    },
  ],
  Infrastructure: [
    {
      slug: 'diz',
      name: { de: 'Datenintegrationszentren', en: 'Data Integration Centres' },
      focus: { de: 'Bereitstellung der Daten', en: 'Provision of routine care data' },
    },
    {
      slug: 'stroke',
      name: { de: 'Fachnetzwerk Schlaganfall' },
      evidence: [says('gemäß den FAIR-Prinzipien und quelloffen')],
    },
    {
      slug: 'images',
      name: { de: 'Radiologisches Netz' },
      description: { de: 'Aufnahmen aus Röntgen, CT und MRI.', en: 'X-ray, CT and MRI images.' },
    },
  ],
  Project: [
    { slug: 'oncology', name: { de: 'Onkologie vor Ort' } },
    { slug: 'cancer', name: { de: 'Krebsregister' } },
    { slug: 'intelligence', name: { de: 'Entwicklung von KI-Verfahren', en: 'Development of AI methods' } },
    { slug: 'pandemic-1', name: { de: 'Pandemie und Familien' } },
    { slug: 'pandemic-2', name: { de: 'Pandemie und Schulen' } },
    { slug: 'pandemic-3', name: { de: 'Pandemie und Pflegeheime' } },
  ],
  Dataset: [
    {
      slug: 'cohort',
      name: { de: 'Kohorte' },
      kind: 'COHORT',
      identifiers: [{ scheme: 'DOI', value: '10.1007/s10654-022-00896-z' }],
    },
    { slug: 'other-cohort', name: { de: 'Zweite Kohorte 2022 zu 00896' }, kind: 'COHORT' },
  ],
  Publication: [
    {
      slug: 'article',
      name: { en: 'Rationale and design' },
      identifiers: [
        { scheme: 'PMID', value: '35904671' },
        { scheme: 'PMCID', value: 'PMC9336157' },
        { scheme: 'ARXIV', value: '2606.16861' },
      ],
    },
  ],
  Standard: [{ slug: 'fhir', name: { en: 'HL7 FHIR' }, acronym: 'FHIR', kind: 'EXCHANGE_FORMAT' }],
};

interface Found {
  someWordsOnly: boolean;
  corrections: unknown[];
  unknownWords: string[];
  edges: {
    score: number;
    node: { slug: string };
    highlights: {
      field: string;
      fragments: { parts: { text: string; matched: boolean; concept: { english: string } | null }[] }[];
    }[];
  }[];
}

describeOnEachDatabase('a search in the words that people use', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const search = async (text: string): Promise<Found> =>
    (
      await answer<{ search: Found }>(
        world,
        `query ($text: String!) { search(text: $text) { someWordsOnly corrections { word } unknownWords edges {
          score node { slug } highlights { field fragments { parts { text matched concept { english } } } }
        } } }`,
        { variables: { text } },
      )
    ).search;
  const slugs = async (text: string): Promise<string[]> =>
    (await search(text)).edges.map(({ node }) => node.slug);
  const marked = async (text: string) =>
    (await search(text)).edges.flatMap(({ highlights }) =>
      highlights.flatMap(({ field, fragments }) =>
        fragments.flatMap(({ parts }) =>
          parts
            .filter(({ matched }) => matched)
            .map((part) => [field, part.text, part.concept?.english ?? null]),
        ),
      ),
    );

  describe('finds an identifier in every spelling, and nothing else by it', () => {
    it.each([
      ['ROR', ['https://ror.org/05mxhda18', 'ror.org/05mxhda18', '05mxhda18', '05MXHDA18'], 'koeln'],
      ['Wikidata', ['Q2494398', 'wd:Q2494398', 'https://www.wikidata.org/wiki/Q2494398'], 'koeln'],
      [
        'DOI',
        [
          '10.1007/s10654-022-00896-z',
          'doi:10.1007/S10654-022-00896-Z',
          'https://doi.org/10.1007/s10654-022-00896-z',
          'siehe https://doi.org/10.1007/s10654-022-00896-z',
        ],
        'cohort',
      ],
      ['grant number', ['01KX2121', '01kx2121', '01 KX 2121', 'FKZ 01KX2121', 'FKZ: 01 KX 2121'], 'second'],
      [
        'PubMed',
        ['PMID 35904671', '35904671', 'pmid:35904671', 'https://pubmed.ncbi.nlm.nih.gov/35904671/'],
        'article',
      ],
      [
        'PubMed Central',
        [
          'PMC9336157',
          'pmc9336157',
          'PMCID: PMC9336157',
          'https://pmc.ncbi.nlm.nih.gov/articles/PMC9336157/',
        ],
        'article',
      ],
      [
        'arXiv',
        ['arXiv:2606.16861', '2606.16861', 'arXiv:2606.16861v2', 'https://arxiv.org/abs/2606.16861'],
        'article',
      ],
      ['ISNI', ['0000 0004 0477 2438', '0000000404772438'], 'muenchen'],
      ['site code', ['UKSH', 'uksh'], 'kiel'],
    ])('%s', async (_, texts, slug) => {
      for (const text of texts) expect([text, (await slugs(text)).slice(0, 1)]).toEqual([text, [slug]]);
      expect(await slugs(texts[0] ?? '')).toEqual([slug]);
    });

    it('and shows it', async () => {
      expect(await marked('doi:10.1007/s10654-022-00896-z')).toEqual([
        ['identifiers', '10.1007/s10654-022-00896-z', null],
      ]);
    });

    it('but finds nothing by one that no record has, and corrects nothing', async () => {
      for (const text of ['10.1007/s10654-022-00896-y', 'Q2494399', '01KX2122'])
        expect(await search(text)).toMatchObject({ edges: [], corrections: [], unknownWords: [text] });
    });

    it('while a code that is a word as well is found as both', async () => {
      expect((await slugs('MRI')).toSorted()).toEqual(['images', 'muenchen']);
    });
  });

  it('knows states and cities by their English names and short forms', async () => {
    expect((await slugs('NRW')).toSorted()).toEqual(['aachen', 'koeln']);
    expect((await slugs('DE-NW')).toSorted()).toEqual(['aachen', 'koeln']);
    expect(await slugs('Bavaria')).toEqual(['muenchen']);
    expect(await slugs('Cologne')).toEqual(['koeln']);
    expect(await slugs('Munich')).toEqual(['muenchen']);
    expect(await slugs('Uniklinik Köln')).toEqual(['koeln']);
    expect(await slugs('University Hospital Cologne')).toEqual(['koeln']);
  });

  it('knows other words for the same, says so, and puts the word itself first', async () => {
    expect(await slugs('stroke')).toEqual(['stroke']);
    expect(await slugs('Krebs')).toEqual(['cancer', 'oncology']);
    expect(await slugs('Onkologie')).toEqual(['oncology', 'cancer']);
    expect(await slugs('machine learning')).toEqual(['intelligence']);
    expect(await slugs('Künstliche Intelligenz')).toEqual(['intelligence']);

    expect(await marked('cancer')).toEqual([
      ['name', 'Krebsregister', 'cancer'],
      ['name', 'Onkologie', 'cancer'],
    ]);
    expect(await marked('Krebs')).toEqual([
      ['name', 'Krebs', null],
      ['name', 'Onkologie', 'cancer'],
    ]);
  });

  it('reads -zentrum and -zentren as one word, and British and American spellings', async () => {
    for (const text of ['Datenintegrationszentrum', 'Integrationszentrums', 'data integration center'])
      expect([text, await slugs(text)]).toEqual([text, ['diz']]);
  });

  it('takes no English word for a German one', async () => {
    expect(await slugs('date')).toEqual([]);
    expect(await slugs('Daten')).toEqual(['diz']);
    expect(await slugs('vision')).not.toContain('diz');
    expect(await slugs('provision')).toEqual(['diz']);
  });

  it('takes a word for a typing error only where it stands nowhere, not even in a quotation', async () => {
    expect(await slugs('FAIR')).toEqual(['stroke']);
    expect(await marked('FAIR')).toEqual([['evidence', 'FAIR', null]]);
    expect(await slugs('FHIR')).toEqual(['fhir']);
    expect((await search('Schlaganfal')).corrections).toEqual([]);
    expect((await search('Schlagamfall')).corrections).toEqual([{ word: 'Schlagamfall' }]);
  });

  it('looks at quotations and at the titles of sources, with the least weight', async () => {
    expect(await slugs('quelloffen')).toEqual(['stroke']);
    expect(await slugs('Vision Mission')).toEqual(['stroke']);
    expect((await search('quelloffen')).edges[0]?.score).toBe(10);
  });

  it('finds the title that a source got later', async () => {
    const other = await SmallWorld.of(dialect, records);
    await other.add({ Source: [{ slug: 'mission', title: 'Leitbild' }] });
    const found = await answer<{ search: { nodes: unknown } }>(
      other,
      '{ search(text: "Leitbild") { nodes { slug } } }',
    );
    await other.end();

    expect(found.search.nodes).toEqual([{ slug: 'stroke' }]);
  });

  it('asks of a sentence what is rare in it, and not the words that hold it together', async () => {
    const found = await search('Welche Pandemie-Projekte gibt es in Schulen und in Turnhallen?');

    expect(found.someWordsOnly).toBe(true);
    expect(found.edges[0]?.node.slug).toBe('pandemic-2');
    expect(await slugs('Wie viele Kohorten gibt es denn?')).toEqual(['cohort', 'other-cohort']);
    expect((await search('Gibt es Schulen?')).someWordsOnly).toBe(false);
  });
});
