/** Records are looked up by id, slug, web address and identifier; what does not exist is null, what cannot be an id is refused. */
import { answer, ask, publicUrl, refusal } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import fc from 'fast-check';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { ReferenceCatalogue } from '../helpers/reference-catalogue';
import { registry, SmallWorld } from '../helpers/small-world';

const name = { en: 'x' };
const ror = { scheme: 'ROR', value: 'https://ror.org/033eqas34' };
const siteCode = { scheme: 'MII_SITE', value: 'UKGM-M' };
const records = {
  Institution: ['giessen', 'marburg', 'bonn'].map((slug) => ({
    slug,
    name,
    kind: 'UNIVERSITY_MEDICAL_CENTRE',
    identifiers: [...(slug === 'bonn' ? [] : [ror]), ...(slug === 'marburg' ? [siteCode] : [])],
  })),
  Infrastructure: [{ slug: 'racoon', name }],
  Participation: [{ institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' }],
};
const id = (key: string): string => Buffer.from(key).toString('base64url');

describeOnEachDatabase('a look-up', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  it('by the id that a record shows finds that record, for every type of resource and link', async () => {
    const samples = fc.sample(generatedCatalogue(registry, 5), { numRuns: 50, seed: 3 });
    const one = samples.find((records) => Object.values(records).every((list) => list.length > 0));
    const full = await SmallWorld.of(dialect, one ?? {});
    const reference = new ReferenceCatalogue(one ?? {}, registry);
    for (const { type } of [...registry.resources, ...registry.links]) {
      const expected = reference.all(type).map((record) => ({ __typename: type, id: record.id }));
      expect(expected).not.toEqual([]);

      const { node, nodes } = await answer<{ node: unknown; nodes: unknown }>(
        full,
        'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename id } nodes(ids: $ids) { __typename id } }',
        { variables: { id: expected[0]?.id, ids: expected.map((record) => record.id) } },
      );

      expect(node).toEqual(expected[0]);
      expect(nodes).toEqual(expected);
    }
    await full.end();
  });

  it('of several ids keeps their order, and gives null for each that does not exist', async () => {
    const ids = ['infrastructures/racoon', 'institutions/nowhere', 'institutions/bonn', 'planets/mars'].map(
      id,
    );

    const { nodes } = await answer<{ nodes: unknown[] }>(
      world,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Resource { slug } } }',
      { variables: { ids: [...ids, ids[0]] } },
    );

    expect(nodes).toEqual([{ slug: 'racoon' }, null, { slug: 'bonn' }, null, { slug: 'racoon' }]);
  });

  it('of no ids gives none, of a hundred all, of a hundred and one is refused', async () => {
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const many = (count: number) => ({
      variables: { ids: Array<string>(count).fill(id('institutions/bonn')) },
    });

    expect(await answer(world, nodes, many(0))).toEqual({ nodes: [] });
    expect((await answer<{ nodes: unknown[] }>(world, nodes, many(100))).nodes).toHaveLength(100);
    expect(await refusal(world, nodes, many(101))).toEqual({
      code: 'BAD_USER_INPUT',
      message: '"ids" has 101 ids; at most 100 are answered at once. Ask in several requests.',
    });
  });

  it.each([
    ['a resource', id('institutions/nowhere')],
    ['a link', id('participations/marburg/racoon/coordinates')],
    ['a class that is not declared', id('planets/mars')],
    ['a slug with a character that no database can hold', id('institutions/mar\0burg')],
  ])('by the id of %s that does not exist gives null', async (_, unknown) => {
    expect(await answer(world, `{ node(id: "${unknown}") { id } }`)).toEqual({ node: null });
  });

  it.each([
    '',
    'marburg',
    'institutions/marburg',
    '%%%',
    'é',
    `${id('institutions/marburg')}=`,
    'x'.repeat(9000),
  ])('by %p, which is no id, is refused', async (wrong) => {
    const { code, message } = await refusal(world, 'query ($id: ID!) { node(id: $id) { id } }', {
      variables: { id: wrong },
    });

    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain(`"id" (${JSON.stringify(wrong.slice(0, 60))}) is no global id.`);
    expect(message).toContain('for a readable key use "slug"');
  });

  it('by slug and by id finds the same record', async () => {
    const { bySlug, byId } = await answer<Record<string, unknown>>(
      world,
      `{ bySlug: institution(slug: "marburg") { id slug } byId: institution(id: "${id('institutions/marburg')}", slug: null) { id slug } }`,
    );

    expect(bySlug).toEqual({ id: id('institutions/marburg'), slug: 'marburg' });
    expect(byId).toEqual(bySlug);
  });

  it.each(['nowhere', '', 'Marburg', 'marburg/', '../institutions/marburg', "' OR 1=1 --", 'a\0b', '%'])(
    'by the slug %p, which no record has, gives null',
    async (slug) => {
      const asking = { variables: { slug } };
      expect(
        await answer(world, 'query ($slug: String) { institution(slug: $slug) { slug } }', asking),
      ).toEqual({
        institution: null,
      });
    },
  );

  const marburg = { slug: 'marburg' };
  it.each([
    ['slug', 'institution(by: { slug: "marburg" })'],
    ['slug with its path', 'institution(by: { slug: "institutions/marburg" })'],
    ['id', `institution(by: { id: "${id('institutions/marburg')}" })`],
    ['web address', `institution(by: { iri: "${publicUrl}/institutions/marburg" })`],
    ['identifier', 'institution(by: { identifier: { scheme: MII_SITE, value: "ukgm-m" } })'],
    ['slug, of any type', 'resource(by: { slug: "institutions/marburg" })'],
    ['id, of any type', `resource(by: { id: "${id('institutions/marburg')}" })`],
    ['web address, of any type', `resource(by: { iri: "${publicUrl}/institutions/marburg" })`],
    ['identifier, of any type', 'resource(by: { identifier: { scheme: MII_SITE, value: "UKGM-M" } })'],
  ])('refers to a resource by its %s', async (_, lookUp) => {
    expect(await answer(world, `{ found: ${lookUp} { slug } }`)).toEqual({ found: marburg });
  });

  it.each([
    'institution(by: { slug: "nowhere" })',
    `institution(by: { iri: "${publicUrl}/institutions/nowhere" })`,
    'institution(by: { iri: "https://elsewhere.example.org/institutions/marburg" })',
    'infrastructure(by: { identifier: { scheme: MII_SITE, value: "UKGM-M" } })',
    'resource(by: { slug: "institutions/nowhere" })',
    'resource(by: { identifier: { scheme: ROR, value: "%" } })',
  ])('%s, which nothing is, gives null', async (lookUp) => {
    expect(await answer(world, `{ found: ${lookUp} { slug } }`)).toEqual({ found: null });
  });

  it.each([
    ['institution(by: { identifier: { scheme: ROR, value: "033eqas34" } })', 'is that of 2 resources'],
    ['resource(by: { slug: "marburg" })', 'does not say of which type'],
    ['resource(by: { slug: "sources/register" })', 'does not say of which type'],
    [`infrastructure(by: { iri: "${publicUrl}/institutions/marburg" })`, 'of type Infrastructure'],
    [`resource(by: { id: "${id('sources/register')}" })`, '"by.id"'],
    ['resource(by: { id: "marburg" })', 'is no global id'],
  ])('%s is refused', async (lookUp, message) => {
    const { code, message: given } = await refusal(world, `{ found: ${lookUp} { slug } }`);

    expect(code).toBe('BAD_USER_INPUT');
    expect(given).toContain(message);
  });

  it.each(['{}', '{ slug: "marburg", id: "x" }', '{ slug: null }'])(
    'a reference takes exactly one key: %s does not',
    async (by) => {
      const { errors } = await ask(world, `{ institution(by: ${by}) { slug } }`);

      expect(errors?.[0]?.message).toMatch(/exactly one key|must be non-null/);
    },
  );

  it('takes exactly one of slug and id', async () => {
    const both = `{ institution(slug: "marburg", id: "${id('institutions/marburg')}") { slug } }`;

    expect((await refusal(world, both)).message).toBe(
      '"institution" takes exactly one of "by", "slug" and "id"; 2 given.',
    );
    expect(await refusal(world, '{ institution { slug } }')).toEqual({
      code: 'BAD_USER_INPUT',
      message: '"institution" takes exactly one of "by", "slug" and "id"; 0 given.',
    });
    expect((await refusal(world, '{ institution(slug: null, id: null) { slug } }')).code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('by the id of another type is refused, and names the field that takes any', async () => {
    const { code, message } = await refusal(
      world,
      `{ institution(id: "${id('infrastructures/racoon')}") { slug } }`,
    );

    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain('is not that of a record of type Institution. Use the field "node"');
  });

  it('by the web address that a record shows finds that record', async () => {
    const { institution } = await answer<{ institution: { iri: string } }>(
      world,
      '{ institution(slug: "marburg") { iri } }',
    );
    const found = await answer(world, 'query ($iri: IRI!) { resourceByIri(iri: $iri) { __typename slug } }', {
      variables: institution,
    });

    expect(institution.iri).toBe('https://num.example.org/institutions/marburg');
    expect(found).toEqual({ resourceByIri: { __typename: 'Institution', slug: 'marburg' } });
  });

  it.each([
    ['an unknown record', `${publicUrl}/institutions/nowhere`],
    ['another host', 'https://elsewhere.example.org/institutions/marburg'],
    ['a host that begins alike', `${publicUrl}.evil.example/institutions/marburg`],
    ['a link, which is no resource', `${publicUrl}/participations/marburg/racoon/participates`],
    ['a source, which is no resource', `${publicUrl}/sources/register`],
    ['the gateway itself', `${publicUrl}/`],
    ['a name and no address', 'urn:isbn:0451450523'],
    ['a character that no database can hold', `${publicUrl}/institutions/a\0`],
  ])('by the web address of %s gives null', async (_, iri) => {
    const asking = { variables: { iri } };

    expect(await answer(world, 'query ($iri: IRI!) { resourceByIri(iri: $iri) { slug } }', asking)).toEqual({
      resourceByIri: null,
    });
  });

  it('by what is no absolute IRI is refused', async () => {
    const { errors } = await ask(world, '{ resourceByIri(iri: "/institutions/marburg") { slug } }');

    expect(errors?.[0]?.message).toContain('"/institutions/marburg" is no absolute IRI.');
  });

  it('by an identifier finds all that share it', async () => {
    const sharing = await answer(
      world,
      `{
        resourcesByIdentifier(scheme: ROR, value: "033eqas34") { slug identifiers { scheme value iri } }
        otherScheme: resourcesByIdentifier(scheme: GRID, value: "033eqas34") { slug }
        unknown: resourcesByIdentifier(scheme: ROR, value: "%") { slug }
        unstorable: resourcesByIdentifier(scheme: ROR, value: "a\\u0000b") { slug }
      }`,
    );

    const identifiers = [{ ...ror, iri: 'https://ror.org/033eqas34' }];
    const own = { ...siteCode, iri: null };
    expect(sharing).toEqual({
      resourcesByIdentifier: [
        { slug: 'giessen', identifiers },
        { slug: 'marburg', identifiers: [own, ...identifiers] },
      ],
      otherScheme: [],
      unknown: [],
      unstorable: [],
    });
  });
});
