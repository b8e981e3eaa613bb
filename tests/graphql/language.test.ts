/** Texts in the language asked for: the argument, else what the client prefers, else English; a fallback can be seen. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const kind = 'NETWORK';
const records = {
  Institution: [
    { slug: 'both', kind, name: { de: 'Zürich', en: 'Aachen' }, description: { en: 'A network.' } },
    { slug: 'german', kind, name: { de: 'Ärzte' } },
    {
      slug: 'english',
      kind,
      name: { fr: 'Infirmiers', en: 'Nurses' },
      otherNames: [{ language: 'nl', value: 'Nutrices' }],
    },
    { slug: 'french', kind, name: { fr: 'Médecins', it: 'Medici' } },
  ],
};

type Named = Record<string, { name: string; inGerman: string; inEnglish: string; names: unknown }>;
interface Names {
  institutions: { nodes: { name: string; slug: string }[] };
}

describeOnEachDatabase('a text', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const named = (slug: string, language: 'de' | 'en') =>
    answer<Named>(
      world,
      `{ institution(slug: "${slug}") { name inGerman: name(language: DE) inEnglish: name(language: EN) names { language value } } }`,
      { language },
    );

  it('comes in the language of the argument, else in that which the client prefers', async () => {
    const { institution: german } = await named('both', 'de');
    const { institution: english } = await named('both', 'en');

    expect(german).toMatchObject({ name: 'Zürich', inGerman: 'Zürich', inEnglish: 'Aachen' });
    expect(english).toMatchObject({ name: 'Aachen', inGerman: 'Zürich', inEnglish: 'Aachen' });
  });

  it('treats an argument that is null as not given', async () => {
    const query = 'query ($language: Language) { institution(slug: "both") { name(language: $language) } }';

    expect(await answer(world, query, { variables: { language: null }, language: 'de' })).toEqual({
      institution: { name: 'Zürich' },
    });
  });

  it('falls back to the other of German and English before any third language, and `names` shows which exist', async () => {
    const { institution: german } = await named('german', 'en');
    const { institution: english } = await named('english', 'de');

    expect(german).toMatchObject({
      name: 'Ärzte',
      inEnglish: 'Ärzte',
      names: [{ language: 'DE', value: 'Ärzte' }],
    });
    expect(english).toMatchObject({ name: 'Nurses', inGerman: 'Nurses' });
  });

  it('is kept in languages other than German and English', async () => {
    const { institution } = await named('french', 'de');

    expect(institution).toEqual({
      name: 'Médecins',
      inGerman: 'Médecins',
      inEnglish: 'Médecins',
      names: [
        { language: 'FR', value: 'Médecins' },
        { language: 'IT', value: 'Medici' },
      ],
    });
  });

  it('that nobody stated is null, and exists in no language', async () => {
    const described = await answer(
      world,
      '{ institutions(orderBy: {field: SLUG}) { nodes { description descriptions { value } otherNames { language value } } } }',
    );

    const nothing = { description: null, descriptions: [], otherNames: [] };
    expect(described).toEqual({
      institutions: {
        nodes: [
          { ...nothing, description: 'A network.', descriptions: [{ value: 'A network.' }] },
          { ...nothing, otherNames: [{ language: 'NL', value: 'Nutrices' }] },
          nothing,
          nothing,
        ],
      },
    });
  });

  it('orders a list as it is shown', async () => {
    const ordered = (language: 'de' | 'en') =>
      answer<Names>(world, '{ institutions(orderBy: {field: NAME}) { nodes { name slug } } }', { language });
    const names = async (language: 'de' | 'en') =>
      (await ordered(language)).institutions.nodes.map((node) => node.name);

    expect(await names('de')).toEqual(['Ärzte', 'Médecins', 'Nurses', 'Zürich']);
    expect(await names('en')).toEqual(['Aachen', 'Ärzte', 'Médecins', 'Nurses']);
  });
});
