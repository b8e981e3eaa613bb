/** The rules of docs/filters.md, told with a handful of records. */
import { answer, ask, refusal } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { listening } from '../helpers/listening';
import { SmallWorld } from '../helpers/small-world';

const shared = { scheme: 'ROR', value: 'https://ror.org/032nzv584' };
const hospital = { kind: 'UNIVERSITY_MEDICAL_CENTRE' };

const records = {
  Institution: [
    {
      slug: 'giessen',
      name: { de: 'Universitätsklinikum Gießen' },
      ...hospital,
      city: 'Gießen',
      state: 'HESSE',
      listedSite: false,
      identifiers: [shared, { scheme: 'MII_SITE', value: 'UKGI' }],
    },
    {
      slug: 'koeln',
      name: { de: 'Uniklinik Köln', en: 'University Hospital Cologne' },
      ...hospital,
      city: 'Köln',
      state: 'NORTH_RHINE_WESTPHALIA',
      listedSite: true,
    },
    {
      slug: 'marburg',
      name: { de: 'Uniklinikum Marburg', en: 'Marburg Hospital' },
      ...hospital,
      city: 'Marburg',
      state: 'HESSE',
      identifiers: [shared],
    },
    { slug: 'ministry', name: { fr: 'Ministère' }, kind: 'FUNDER' },
  ],
  Infrastructure: [
    {
      slug: 'aktin',
      name: { en: '100 % AKTIN_2' },
      acronym: 'AKTIN@NUM',
      modalities: ['EMERGENCY_CARE', 'ROUTINE_CARE'],
    },
    { slug: 'lonely', name: { en: 'O\'Hara "quotes" \\ 😀' } },
    { slug: 'racoon', name: { en: 'RACOON' }, acronym: 'RACOON', modalities: ['IMAGING'] },
  ],
  FundingPeriod: [
    {
      slug: 'p1',
      name: { en: 'One' },
      funder: 'ministry',
      number: 1,
      startsOn: '2020-04',
      endsOn: '2021',
      amount: { amount: 150.5, currency: 'EUR' },
    },
    {
      slug: 'p2',
      name: { en: 'Two' },
      funder: 'ministry',
      number: 2,
      startsOn: '2022',
      amount: { amount: 200, currency: 'USD', qualifier: 'UP_TO' },
    },
    { slug: 'p3', name: { en: 'Three' }, funder: 'ministry', number: 3, startsOn: '2025-07-01' },
  ],
  Award: [{ fundingPeriod: 'p1', recipient: 'projects/covid' }],
  Project: [
    { slug: 'covid', name: { en: 'COVID' } },
    { slug: 'free', name: { en: 'Free' } },
  ],
  Dataset: [
    {
      slug: 'images',
      name: { en: 'Images' },
      kind: 'IMAGE_COLLECTION',
      keywords: ['Bild', 'COVID-19'],
      places: ['https://x.example/A'],
    },
    { slug: 'visits', name: { en: 'Visits' }, kind: 'REGISTRY' },
  ],
  Participation: [
    {
      institution: 'koeln',
      infrastructure: 'racoon',
      role: 'COORDINATES',
      startsOn: '2020',
      endsOn: '2021',
    },
    { institution: 'koeln', infrastructure: 'aktin', role: 'PARTICIPATES' },
    { institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES', startsOn: '2022-01-01' },
  ],
  Usage: [
    { project: 'covid', infrastructure: 'aktin', role: 'USES' },
    { project: 'covid', infrastructure: 'racoon', role: 'RELATED_BY_NAME' },
  ],
  Provision: [
    { agent: 'infrastructures/racoon', offer: 'datasets/images', role: 'PUBLISHER' },
    { agent: 'projects/covid', offer: 'datasets/images', role: 'CREATOR' },
    { agent: 'infrastructures/aktin', offer: 'datasets/visits', role: 'PUBLISHER' },
  ],
};

const name = { en: 'x' };
const sites = Array.from({ length: 20 }, (_, index) => `site-${index}`);
const systems = Array.from({ length: 6 }, (_, index) => `system-${index}`);
/** Every site takes part in every system. */
const manyLinks = {
  Institution: sites.map((slug) => ({ slug, name, ...hospital })),
  Infrastructure: systems.map((slug) => ({ slug, name })),
  Participation: sites.flatMap((institution) =>
    systems.map((infrastructure) => ({ institution, infrastructure, role: 'PARTICIPATES' })),
  ),
};

const everyInstitution = ['giessen', 'koeln', 'marburg', 'ministry'];
const everyInfrastructure = ['aktin', 'lonely', 'racoon'];

interface List {
  totalCount: number;
  nodes: { slug: string }[];
}

describeOnEachDatabase('a filter', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  /** The slugs that a filter finds in a list. */
  const slugsIn = async (list: string, filter: string): Promise<string[]> => {
    const { found } = await answer<{ found: List }>(
      world,
      `{ found: ${list}(filter: ${filter}) { totalCount nodes { slug } } }`,
    );
    expect(found.totalCount).toBe(found.nodes.length);
    return found.nodes.map(({ slug }) => slug);
  };
  const institutions = (filter: string) => slugsIn('institutions', filter);
  const infrastructures = (filter: string) => slugsIn('infrastructures', filter);
  const periods = (filter: string) => slugsIn('fundingPeriods', filter);
  const datasets = (filter: string) => slugsIn('datasets', filter);
  /** The ends of the links that a filter finds. */
  const endsOf = async (list: string, filter: string): Promise<string[]> => {
    const { found } = await answer<{ found: { nodes: Record<'from' | 'to', { slug: string }>[] } }>(
      world,
      `{ found: ${list}(filter: ${filter}) { nodes { from { slug } to { slug } } } }`,
    );
    return found.nodes.map(({ from, to }) => `${from.slug} → ${to.slug}`);
  };
  /** What a text given as a variable finds among the institutions. */
  const withText = async (field: string, operator: string, text: unknown): Promise<string[]> => {
    const { found } = await answer<{ found: List }>(
      world,
      'query ($filter: InstitutionFilter) { found: institutions(filter: $filter) { nodes { slug } } }',
      { variables: { filter: { [field]: { [operator]: text } } } },
    );
    return found.nodes.map(({ slug }) => slug);
  };

  describe('about a record without a value', () => {
    it('is met by no comparison', async () => {
      expect(await institutions('{ city: { startsWith: "" } }')).toEqual(['giessen', 'koeln', 'marburg']);
      expect(await periods('{ amount: { gte: -1 } }')).toEqual(['p1', 'p2']);
      expect(await periods('{ endsOn: { lt: "9999-12-31" } }')).toEqual(['p1']);
      expect(await datasets('{ keywords: { hasAny: ["Bild", "nothing"] } }')).toEqual(['images']);
    });

    it('is therefore met by "not" and "ne"', async () => {
      expect(await institutions('{ state: { ne: HESSE } }')).toEqual(['koeln', 'ministry']);
      expect(await institutions('{ not: { state: { eq: HESSE } } }')).toEqual(['koeln', 'ministry']);
      expect(await institutions('{ not: { listedSite: { eq: true } } }')).toEqual([
        'giessen',
        'marburg',
        'ministry',
      ]);
      expect(await institutions('{ not: { state: { in: [HESSE] } } }')).toEqual(['koeln', 'ministry']);
      expect(await periods('{ not: { amount: { gte: 0 } } }')).toEqual(['p3']);
      expect(await periods('{ not: { endsOn: { lt: "2030-01-01" } } }')).toEqual(['p2', 'p3']);
      expect(await infrastructures('{ not: { acronym: { contains: "" } } }')).toEqual(['lonely']);
      expect(await datasets('{ not: { keywords: { has: "Bild" } } }')).toEqual(['visits']);
    });

    it('asks for it with "isNull" and "isEmpty"', async () => {
      expect(await institutions('{ state: { isNull: true } }')).toEqual(['ministry']);
      expect(await institutions('{ listedSite: { isNull: false } }')).toEqual(['giessen', 'koeln']);
      expect(await periods('{ amount: { isNull: true } }')).toEqual(['p3']);
      expect(await infrastructures('{ modalities: { isEmpty: true } }')).toEqual(['lonely']);
      expect(await infrastructures('{ modalities: { isEmpty: false } }')).toEqual(['aktin', 'racoon']);
    });

    it('knows unstated from false', async () => {
      expect(await institutions('{ listedSite: { eq: false } }')).toEqual(['giessen']);
      expect(await institutions('{ listedSite: { isNull: true } }')).toEqual(['marburg', 'ministry']);
    });

    it('asks for a missing reference with "not"', async () => {
      expect(await slugsIn('projects', '{ fundingPeriod: {} }')).toEqual(['covid']);
      expect(await slugsIn('projects', '{ not: { fundingPeriod: {} } }')).toEqual(['free']);
      expect(await slugsIn('projects', '{ not: { fundingPeriod: { number: { eq: 2 } } } }')).toEqual([
        'covid',
        'free',
      ]);
    });
  });

  describe('that is empty or null', () => {
    it('is met by all', async () => {
      expect(await infrastructures('{}')).toEqual(everyInfrastructure);
      expect(await infrastructures('null')).toEqual(everyInfrastructure);
      expect(await infrastructures('{ acronym: {} }')).toEqual(everyInfrastructure);
      expect(await infrastructures('{ acronym: null, slug: { eq: null }, not: null, or: null }')).toEqual(
        everyInfrastructure,
      );
      expect(await infrastructures('{ participations: { some: null } }')).toEqual(everyInfrastructure);
      expect(await infrastructures('{ name: { language: DE } }')).toEqual(everyInfrastructure);
      expect(await infrastructures('{ not: {} }')).toEqual([]);
    });

    it('is met by none as "or", "in" and "hasAny", and by all as "and" and "hasAll"', async () => {
      for (const none of [
        'or: []',
        'slug: { in: [] }',
        'modalities: { hasAny: [] }',
        'identifier: { in: [] }',
      ]) {
        expect(await infrastructures(`{ ${none} }`)).toEqual([]);
        expect(await infrastructures(`{ not: { ${none} } }`)).toEqual(everyInfrastructure);
      }
      for (const all of ['and: []', 'modalities: { hasAll: [] }']) {
        expect(await infrastructures(`{ ${all} }`)).toEqual(everyInfrastructure);
      }
    });

    it('asks nothing when a variable is left unset', async () => {
      const { found } = await answer<{ found: List }>(
        world,
        `query ($acronym: String, $day: Date) {
          found: infrastructures(filter: { acronym: { eq: $acronym }, startsOn: { gte: $day } }) { totalCount }
        }`,
      );

      expect(found.totalCount).toBe(3);
    });
  });

  describe('of several parts', () => {
    it('must be met in all of them', async () => {
      expect(await institutions('{ state: { eq: HESSE }, listedSite: { eq: false } }')).toEqual(['giessen']);
      expect(await institutions('{ and: [{ state: { eq: HESSE } }, { slug: { ne: "giessen" } }] }')).toEqual([
        'marburg',
      ]);
      expect(await periods('{ number: { gt: 1, lt: 3 } }')).toEqual(['p2']);
    });

    it('is met by one with "or", beside what else is asked', async () => {
      const either = 'or: [{ slug: { eq: "koeln" } }, { state: { isNull: true } }]';

      expect(await institutions(`{ ${either} }`)).toEqual(['koeln', 'ministry']);
      expect(await institutions(`{ ${either}, kind: { eq: FUNDER } }`)).toEqual(['ministry']);
      expect(await institutions(`{ kind: { eq: FUNDER }, ${either} }`)).toEqual(['ministry']);
    });

    it('is denied as a whole by "not"', async () => {
      const both = 'state: { eq: HESSE }, listedSite: { eq: false }';

      expect(await institutions(`{ not: { ${both} } }`)).toEqual(['koeln', 'marburg', 'ministry']);
      expect(await institutions(`{ not: { not: { ${both} } } }`)).toEqual(['giessen']);
      expect(
        await institutions('{ not: { or: [{ slug: { eq: "koeln" } }, { kind: { eq: FUNDER } }] } }'),
      ).toEqual(['giessen', 'marburg']);
    });
  });

  describe('on a text', () => {
    it('finds parts of it whatever case, accents and signs between words', async () => {
      for (const part of ['köln', 'KOLN', 'Koln', 'uniklinik  köln', 'Uniklinik-Köln', ' Köln ']) {
        expect(await withText('name', 'contains', part)).toEqual(['koeln']);
      }
      for (const start of ['universitätsklinikum giessen', 'UNIVERSITATSKLINIKUM GIEẞEN']) {
        expect(await withText('name', 'startsWith', start)).toEqual(['giessen']);
      }
      expect(await infrastructures('{ acronym: { contains: "aktin num" } }')).toEqual(['aktin']);
      expect(await withText('name', 'startsWith', 'Klinik')).toEqual([]);
    });

    it('is exact with "eq"', async () => {
      expect(await withText('name', 'eq', 'Uniklinik Köln')).toEqual(['koeln']);
      expect(await withText('name', 'eq', 'Uniklinik Koln')).toEqual([]);
      expect(await infrastructures('{ acronym: { eq: "racoon" } }')).toEqual([]);
      expect(await infrastructures('{ acronym: { in: ["racoon", "AKTIN@NUM"] } }')).toEqual(['aktin']);
    });

    it('looks for signs as they are written: there are no wildcards', async () => {
      expect(await infrastructures('{ name: { contains: "%" } }')).toEqual(['aktin']);
      expect(await infrastructures('{ name: { contains: "_" } }')).toEqual(['aktin']);
      expect(await infrastructures('{ name: { contains: "😀" } }')).toEqual(['lonely']);
      expect(await infrastructures('{ acronym: { contains: "@" } }')).toEqual(['aktin']);
      expect(await infrastructures('{ acronym: { startsWith: "%" } }')).toEqual([]);
      expect(await infrastructures('{ slug: { contains: "_" } }')).toEqual([]);
    });

    it('compares slugs, identifiers and IRIs letter by letter', async () => {
      expect(await institutions('{ slug: { contains: "OEL" } }')).toEqual([]);
      expect(await institutions('{ slug: { contains: "oel" } }')).toEqual(['koeln']);
      expect(await institutions('{ identifier: { startsWith: "kg" } }')).toEqual([]);
      expect(await datasets('{ places: { has: "https://x.example/a" } }')).toEqual([]);
      expect(await datasets('{ places: { has: "https://x.example/A" } }')).toEqual(['images']);
    });

    it('takes any language, or the one that is named and no other instead', async () => {
      expect(await institutions('{ name: { contains: "hospital" } }')).toEqual(['koeln', 'marburg']);
      expect(await institutions('{ name: { contains: "hospital", language: DE } }')).toEqual([]);
      expect(await institutions('{ name: { eq: "Uniklinik Köln", language: EN } }')).toEqual([]);
      expect(await institutions('{ name: { contains: "ministere" } }')).toEqual(['ministry']);
      expect(await institutions('{ name: { isNull: true, language: EN } }')).toEqual(['giessen', 'ministry']);
      expect(await institutions('{ name: { isNull: false, language: EN } }')).toEqual(['koeln', 'marburg']);
      expect(await institutions('{ name: { isNull: true } }')).toEqual([]);
    });

    it('lets each comparison be met in another language', async () => {
      expect(await institutions('{ name: { startsWith: "University", contains: "Köln" } }')).toEqual([
        'koeln',
      ]);
    });

    it('finds the same whatever language the answer is in', async () => {
      const query = `{ found: institutions(filter: { name: { contains: "klinik" } }) { nodes { slug } } }`;

      const inGerman = await answer(world, query, { language: 'de' });
      const inEnglish = await answer(world, query, { language: 'en' });

      expect(inGerman).toEqual({
        found: { nodes: ['giessen', 'koeln', 'marburg'].map((slug) => ({ slug })) },
      });
      expect(inEnglish).toEqual(inGerman);
    });

    it.each(['name', 'city', 'slug'])(
      'in "%s" is met by none where no database can hold it',
      async (field) => {
        for (const impossible of ['\0', 'Mar\0burg', '\ud800', 'Marburg\udfff']) {
          for (const operator of ['eq', 'contains', 'startsWith']) {
            expect(await withText(field, operator, impossible)).toEqual([]);
          }
        }
        if (field === 'name') return;
        expect(await withText(field, 'ne', '\0')).toEqual(everyInstitution);
        expect(await withText(field, 'in', ['\0', '\ud800', 'Gießen', 'giessen'])).toContain('giessen');
      },
    );

    it('does nothing but compare what looks like a statement', async () => {
      const injections = [
        "' OR '1'='1",
        "'; DROP TABLE institution; --",
        '" OR 1=1 --',
        '\\',
        '$1',
        '?',
        '${1}',
        '%00',
      ];
      for (const text of injections) {
        for (const field of ['name', 'city', 'slug']) {
          expect(await withText(field, 'eq', text)).toEqual([]);
          expect(await withText(field, 'contains', text)).toEqual([]);
        }
        expect(await withText('slug', 'in', [text, 'koeln'])).toEqual(['koeln']);
        expect(await withText('identifier', 'startsWith', text)).toEqual([]);
        expect(await datasets(`{ keywords: { hasAny: [${JSON.stringify(text)}, "Bild"] } }`)).toEqual([
          'images',
        ]);
      }
      expect(await infrastructures('{ name: { eq: "O\'Hara \\"quotes\\" \\\\ 😀" } }')).toEqual(['lonely']);
      expect(await institutions('{}')).toEqual(everyInstitution);
    });
  });

  describe('on values of other kinds', () => {
    it('compares numbers, amounts in their currency, and dates with their bounds', async () => {
      expect(await periods('{ number: { in: [1, 3, 3] } }')).toEqual(['p1', 'p3']);
      expect(await periods('{ number: { lte: 2 } }')).toEqual(['p1', 'p2']);
      expect(await periods('{ amount: { gt: 150 } }')).toEqual(['p1', 'p2']);
      expect(await periods('{ amount: { gt: 150, currency: "EUR" } }')).toEqual(['p1']);
      expect(await periods('{ amount: { eq: 150.5 } }')).toEqual(['p1']);
      expect(await periods('{ not: { amount: { currency: "EUR" } } }')).toEqual(['p2', 'p3']);
      expect(await periods('{ amount: { qualifier: { eq: UP_TO } } }')).toEqual(['p2']);
      expect(await periods('{ amount: { gt: 150, qualifier: { isNull: true } } }')).toEqual(['p1']);
      expect(await periods('{ startsOn: { eq: "2020-04-01" }, endsOn: { eq: "2021-12-31" } }')).toEqual([
        'p1',
      ]);
      expect(await periods('{ startsOn: { gt: "2020-04-01" } }')).toEqual(['p2', 'p3']);
      expect(await periods('{ startsOn: { lte: "2022-01-01" } }')).toEqual(['p1', 'p2']);
    });

    it('asks for one, any or all of several values', async () => {
      expect(await infrastructures('{ modalities: { has: ROUTINE_CARE } }')).toEqual(['aktin']);
      expect(await infrastructures('{ modalities: { hasAny: [IMAGING, ROUTINE_CARE] } }')).toEqual([
        'aktin',
        'racoon',
      ]);
      expect(await infrastructures('{ modalities: { hasAll: [EMERGENCY_CARE, ROUTINE_CARE] } }')).toEqual([
        'aktin',
      ]);
      expect(await infrastructures('{ modalities: { hasAll: [IMAGING, ROUTINE_CARE] } }')).toEqual([]);
      expect(await datasets('{ keywords: { has: "bild" } }')).toEqual([]);
    });

    it('wants all conditions met by one identifier, which records may share', async () => {
      expect(await institutions('{ identifier: { scheme: ROR, eq: "https://ror.org/032nzv584" } }')).toEqual([
        'giessen',
        'marburg',
      ]);
      expect(
        await institutions('{ identifier: { scheme: MII_SITE, in: ["UKGI", "https://ror.org/032nzv584"] } }'),
      ).toEqual(['giessen']);
      expect(
        await institutions('{ identifier: { scheme: MII_SITE, eq: "https://ror.org/032nzv584" } }'),
      ).toEqual([]);
      expect(await institutions('{ not: { identifier: {} } }')).toEqual(['koeln', 'ministry']);
    });

    it('takes a thousand values at once', async () => {
      const many = JSON.stringify(Array.from({ length: 2000 }, (_, index) => `other-${index}`));
      const numbers = JSON.stringify(Array.from({ length: 2000 }, (_, index) => index + 3));

      expect(await infrastructures(`{ not: { slug: { in: ${many} } } }`)).toEqual(everyInfrastructure);
      expect(await datasets(`{ keywords: { hasAny: ${many} } }`)).toEqual([]);
      expect(await datasets(`{ keywords: { hasAll: ${many} } }`)).toEqual([]);
      expect(await institutions(`{ identifier: { in: ${many} } }`)).toEqual([]);
      expect(await periods(`{ number: { in: ${numbers} } }`)).toEqual(['p3']);
    });
  });

  describe('over links', () => {
    it('asks whether some, every or none of them meets another', async () => {
      const takesPart = '{ role: { eq: PARTICIPATES } }';

      expect(await institutions(`{ participations: { some: ${takesPart} } }`)).toEqual(['koeln', 'marburg']);
      expect(await institutions(`{ participations: { every: ${takesPart} } }`)).toEqual([
        'giessen',
        'marburg',
        'ministry',
      ]);
      expect(await institutions(`{ participations: { none: ${takesPart} } }`)).toEqual([
        'giessen',
        'ministry',
      ]);
      expect(await institutions(`{ participations: { some: {}, every: ${takesPart} } }`)).toEqual([
        'marburg',
      ]);
    });

    it('asks for lists that are empty, or are not', async () => {
      expect(await institutions('{ participations: { some: {} } }')).toEqual(['koeln', 'marburg']);
      expect(await institutions('{ participations: { none: {} } }')).toEqual(['giessen', 'ministry']);
      expect(await institutions('{ participations: { every: {} } }')).toEqual(everyInstitution);
      // No participation names its period.
      expect(await periods('{ participations: { none: {} } }')).toEqual(['p1', 'p2', 'p3']);
      expect(await periods('{ participations: { some: {} } }')).toEqual([]);
    });

    it('asks all of one link within one "some"', async () => {
      const inAktin = 'infrastructure: { slug: { eq: "aktin" } }';
      const coordinates = 'role: { eq: COORDINATES }';

      expect(await institutions(`{ participations: { some: { ${inAktin}, ${coordinates} } } }`)).toEqual([]);
      expect(
        await institutions(
          `{ and: [{ participations: { some: { ${inAktin} } } }, { participations: { some: { ${coordinates} } } }] }`,
        ),
      ).toEqual(['koeln']);
    });

    it('goes on over any number of them', async () => {
      const besideMarburg =
        '{ participations: { some: { infrastructure: { participations: { some: { institution: { slug: { eq: "marburg" } } } } } } } }';

      expect(await institutions(besideMarburg)).toEqual(['koeln', 'marburg']);
      expect(
        await datasets(
          '{ infrastructures: { some: { institutions: { every: { state: { eq: HESSE } } } } } }',
        ),
      ).toEqual([]);
      expect(
        await datasets('{ infrastructures: { some: { institutions: { some: { state: { eq: HESSE } } } } } }'),
      ).toEqual(['images']);
    });

    it('follows only the roles in which a list says that it follows them', async () => {
      const inRacoon = '{ slug: { eq: "racoon" } }';

      expect(await slugsIn('projects', `{ infrastructures: { some: ${inRacoon} } }`)).toEqual([]);
      expect(await slugsIn('projects', `{ usages: { some: { infrastructure: ${inRacoon} } } }`)).toEqual([
        'covid',
      ]);
    });

    it('takes the sum of its steps and not their product', async () => {
      const dense = await SmallWorld.of(dialect, manyLinks);
      const there = (filter: object) => ({ infrastructures: { some: { institutions: { some: filter } } } });
      const filter = Array.from({ length: 3 }).reduce<object>(there, { slug: { eq: 'nowhere' } });
      const started = performance.now();

      const { found } = await answer<{ found: List }>(
        dense,
        'query ($filter: InstitutionFilter) { found: institutions(filter: $filter) { totalCount } }',
        { variables: { filter } },
      );

      expect(found.totalCount).toBe(0);
      expect(performance.now() - started).toBeLessThan(5000);
      await dense.end();
    });

    it('asks for what points to a record, and for what it points to', async () => {
      expect(await institutions('{ slug: { startsWith: "m" }, participations: { none: {} } }')).toEqual([
        'ministry',
      ]);
      expect(await periods('{ funder: { kind: { eq: FUNDER } }, number: { eq: 1 } }')).toEqual(['p1']);
      expect(
        await slugsIn('projects', '{ fundingPeriod: { funder: { slug: { eq: "ministry" } } } }'),
      ).toEqual(['covid']);
    });

    it('asks with "validOn" for those of a day, its bounds included', async () => {
      const inRacoonOn = (day: string) =>
        institutions(
          `{ participations: { some: { validOn: "${day}", infrastructure: { slug: { eq: "racoon" } } } } }`,
        );

      expect(await inRacoonOn('2019-12-31')).toEqual([]);
      expect(await inRacoonOn('2020-01-01')).toEqual(['koeln']);
      expect(await inRacoonOn('2021-12-31')).toEqual(['koeln']);
      expect(await inRacoonOn('2022-01-01')).toEqual(['marburg']);
      expect(await endsOf('participations', '{ validOn: "1999-01-01" }')).toEqual(['koeln → aktin']);
    });

    it('asks of an end that may be of several types which one it is', async () => {
      expect(await endsOf('provisions', '{ agent: { project: {} } }')).toEqual(['covid → images']);
      expect(
        await endsOf('provisions', '{ agent: { infrastructure: { acronym: { eq: "RACOON" } } } }'),
      ).toEqual(['racoon → images']);
      expect(await endsOf('provisions', '{ agent: { infrastructure: {}, project: {} } }')).toEqual([]);
      expect(await endsOf('provisions', '{ not: { agent: { infrastructure: {} } } }')).toEqual([
        'covid → images',
      ]);
      expect(
        await endsOf('provisions', '{ agent: {}, offer: { dataset: { kind: { eq: REGISTRY } } } }'),
      ).toEqual(['aktin → visits']);
    });
  });

  describe('beside other arguments', () => {
    it('narrows what is listed for a day and in some roles', async () => {
      const listed = await answer(
        world,
        `{
          now: participations(asOf: "2023-01-01", filter: { institution: { slug: { eq: "koeln" } } }) { totalCount }
          roles: participations(roles: [COORDINATES], filter: { institution: { slug: { eq: "koeln" } } }) { totalCount }
          infrastructure(slug: "racoon") {
            hessian: institutions(filter: { state: { eq: HESSE } }) { totalCount nodes { slug } }
            in2020: institutions(asOf: "2020-06-01", filter: { state: { eq: HESSE } }) { totalCount }
            coordinators: institutions(roles: [COORDINATES], filter: { not: { slug: { eq: "x" } } }) { nodes { slug } }
          }
        }`,
      );

      expect(listed).toEqual({
        now: { totalCount: 1 },
        roles: { totalCount: 1 },
        infrastructure: {
          hessian: { totalCount: 1, nodes: [{ slug: 'marburg' }] },
          in2020: { totalCount: 0 },
          coordinators: { nodes: [{ slug: 'koeln' }] },
        },
      });
    });

    it('is kept apart from another under the same parents', async () => {
      const { infrastructures: both } = await answer<{ infrastructures: { nodes: unknown[] } }>(
        world,
        `{ infrastructures { nodes {
          slug
          all: participations { totalCount }
          some: participations(filter: { role: { eq: COORDINATES } }) { totalCount nodes { role } }
        } } }`,
      );

      expect(both.nodes).toEqual([
        { slug: 'aktin', all: { totalCount: 1 }, some: { totalCount: 0, nodes: [] } },
        { slug: 'lonely', all: { totalCount: 0 }, some: { totalCount: 0, nodes: [] } },
        { slug: 'racoon', all: { totalCount: 2 }, some: { totalCount: 1, nodes: [{ role: 'COORDINATES' }] } },
      ]);
    });

    interface Page extends List {
      pageInfo: { endCursor: string; hasNextPage: boolean };
    }
    const byName = async (filter: string, after: string | null): Promise<Page> => {
      const { page } = await answer<{ page: Page }>(
        world,
        `query ($after: String) { page: institutions(
          first: 1, after: $after, orderBy: { field: SLUG, direction: DESC }, filter: ${filter}
        ) { totalCount nodes { slug } pageInfo { endCursor hasNextPage } } }`,
        { variables: { after } },
      );
      return page;
    };
    const hospitals = '{ kind: { eq: UNIVERSITY_MEDICAL_CENTRE } }';

    it('keeps to the order and goes on after a cursor, and counts the whole list', async () => {
      const first = await byName(hospitals, null);
      const second = await byName(hospitals, first.pageInfo.endCursor);
      const third = await byName(hospitals, second.pageInfo.endCursor);

      const slugs = [first, second, third].map(({ nodes }) => nodes[0]?.slug);
      expect(slugs).toEqual(['marburg', 'koeln', 'giessen']);
      expect([first, second, third].map(({ totalCount }) => totalCount)).toEqual([3, 3, 3]);
      expect(third.pageInfo.hasNextPage).toBe(false);
    });

    it('goes on from the same place when the cursor was taken under another filter', async () => {
      const marburg = await byName(hospitals, null);

      const afterMarburg = await byName('{ listedSite: { eq: false } }', marburg.pageInfo.endCursor);

      expect(afterMarburg.nodes).toEqual([{ slug: 'giessen' }]);
    });

    it('takes one statement for a list and one for its count, however deep it goes', async () => {
      const reader = listening(world.store);
      const deep = `{ or: [
        { participations: { some: { infrastructure: { datasets: { every: { projects: { none: { fundingPeriod: { number: { gt: 1 } } } } } } } } } }
        { not: { name: { contains: "x" } } }
      ] }`;

      await answer(world, `{ institutions(filter: ${deep}) { totalCount nodes { slug } } }`, { reader });

      expect(reader.statements).toHaveLength(2);
    });
  });

  describe('that is wrong', () => {
    it.each([
      ['a field that there is not', '{ colour: { eq: "red" } }', '"colour"'],
      ['an operator of another kind', '{ name: { ne: "x" } }', '"ne"'],
      ['a code that there is not', '{ kind: { eq: CASTLE } }', '"CASTLE"'],
      ['a list of any type', '{ links: { some: {} } }', '"links"'],
      ['a day of a record that is no link', '{ validOn: "2020-01-01" }', '"validOn"'],
    ])('is refused for %s', async (_, filter, named) => {
      const { message } = await refusal(world, `{ institutions(filter: ${filter}) { totalCount } }`);

      expect(message).toContain(named);
    });

    const sized = 'query ($filter: InstitutionFilter) { institutions(filter: $filter) { totalCount } }';
    const deny = (filter: object) => ({ not: filter });
    const denied = (levels: number) => Array.from({ length: levels - 2 }).reduce<object>(deny, { slug: {} });
    const conditions = (most: number) => ({ or: Array.from({ length: most - 1 }, () => ({})) });

    it.each([
      ['levels deep', denied(33), '"filter" is more than 32 levels deep.'],
      ['conditions', conditions(501), '"filter" has more than 500 conditions.'],
    ])('is refused when it has too many %s', async (_, filter, why) => {
      const { code, message } = await refusal(world, sized, { variables: { filter } });

      expect(code).toBe('BAD_USER_INPUT');
      expect(message).toContain(why);
    });

    it.each([
      ['levels', denied(32)],
      ['conditions', conditions(500)],
    ])('is right with the most %s that there may be', async (_, filter) => {
      expect(await answer(world, sized, { variables: { filter } })).toEqual({
        institutions: { totalCount: 4 },
      });
    });

    it('is refused for a date that is none, and for a number out of range', async () => {
      const query = 'query ($f: FundingPeriodFilter) { fundingPeriods(filter: $f) { totalCount } }';
      for (const f of [
        { startsOn: { gt: '2020-02-30' } },
        { number: { eq: 2 ** 31 } },
        { amount: { gt: 'much' } },
      ]) {
        const { errors, data } = await ask(world, query, { variables: { f } });

        expect(data).toBeUndefined();
        expect(errors?.[0]?.message).toContain('$f');
      }
    });
  });
});
