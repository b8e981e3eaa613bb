/** Whoever links in adds to our graph, and changes nothing of it. */
import { ourPart } from '../../src/open-federation';
import { registry } from '../../src/open-store';
import { checkSubgraph, type Verdict } from '../../src/federation/linking/check-subgraph';
import { Composer } from '../../src/federation/linking/compose';
import { link } from './neighbour';

jest.setTimeout(60_000);

let composer: Composer;
beforeAll(async () => {
  composer = await Composer.of(await ourPart(registry));
});

const check = (sdl: string, mayExtend: readonly string[] | null = null): Promise<Verdict> =>
  checkSubgraph(
    {
      name: 'theirs',
      sdl: sdl.includes('@link')
        ? sdl
        : `${link('@key', '@external', '@shareable', '@override', '@inaccessible')}${sdl}`,
      mayExtend,
    },
    composer,
  );

it('says what a subgraph adds', async () => {
  const sdl = `type Query { scanners: [Scanner!] }
    type Scanner @key(fields: "id") { id: ID! }
    type Dataset @key(fields: "slug") { slug: String! scans: Int }`;

  expect(await check(sdl)).toEqual({
    adds: expect.arrayContaining([
      { type: 'Dataset', field: 'scans' },
      { type: 'Query', field: 'scanners' },
      { type: 'Scanner', field: 'id' },
    ]) as unknown,
  });
});

it.each([
  [
    'overrides',
    'type Infrastructure @key(fields: "slug") { slug: String! acronym: String @override(from: "num") }',
    'It overrides Infrastructure.acronym.',
  ],
  [
    'overrides by another name',
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", { name: "@override", as: "@mine" }])
     type Infrastructure @key(fields: "slug") { slug: String! acronym: String @mine(from: "num") }`,
    'It overrides Infrastructure.acronym.',
  ],
  [
    'overrides by the full name',
    'type Infrastructure @key(fields: "slug") { slug: String! acronym: String @federation__override(from: "num") }',
    'It overrides Infrastructure.acronym.',
  ],
  [
    'answers our fields',
    'type Infrastructure @key(fields: "slug") { slug: String! acronym: String @shareable }',
    'It answers our field Infrastructure.acronym itself.',
  ],
  [
    'answers our look-ups',
    'type Query { institution(slug: String): Institution @shareable } type Institution @key(fields: "slug") { slug: String! }',
    'It answers our field Query.institution itself.',
  ],
  [
    'hides our fields',
    'type Infrastructure @key(fields: "slug") { slug: String! acronym: String @external @inaccessible }',
    'It hides our field Infrastructure.acronym.',
  ],
  [
    'deprecates our fields',
    'type Infrastructure @key(fields: "slug") { slug: String! @deprecated(reason: "no") scans: Int }',
    'It deprecates our field Infrastructure.slug.',
  ],
  [
    'deprecates fields of our values',
    'type Query { a: PageInfo } type PageInfo { hasNextPage: Boolean! @deprecated @shareable }',
    'It deprecates our field PageInfo.hasNextPage.',
  ],
  [
    'hides our types',
    'type Infrastructure @key(fields: "slug") @inaccessible { slug: String! }',
    'It hides our type Infrastructure.',
  ],
  [
    'has non-null fields on our types',
    'type Infrastructure @key(fields: "slug") { slug: String! scans: Int! }',
    'Infrastructure.scans is not nullable.',
  ],
  ['has a non-null field of Query', 'type Query { scanners: [String!]! }', 'Query.scanners is not nullable.'],
  ['mutates', 'type Query { a: Int } type Mutation { scan: Int }', 'It brings a type Mutation.'],
  [
    'mutates by another name',
    'schema { query: Query mutation: Changes } type Query { a: Int } type Changes { scan: Int }',
    'It brings operations of the kind "mutation".',
  ],
  [
    'changes an enum',
    'type Query { a: PlacePrecision } enum PlacePrecision { SOMEWHERE }',
    'It changes our enum PlacePrecision.',
  ],
  [
    'has an input of ours',
    'type Query { a(of: InstitutionFilter): Int } input InstitutionFilter { name: String }',
    'It has an input InstitutionFilter, which is ours.',
  ],
  [
    'deprecates our arguments',
    'type Dataset @key(fields: "slug") { slug: String! name(language: Language @deprecated): String! @external scans: Int }',
    'It deprecates our argument Dataset.name(language:).',
  ],
  [
    'deprecates our values',
    'type Query { a: PlacePrecision } enum PlacePrecision { CITY @deprecated HOSPITAL }',
    'It deprecates our value PlacePrecision.CITY.',
  ],
  [
    'describes our types',
    'type Query { a: Int } "A thing." type Infrastructure @key(fields: "slug") { slug: String! }',
    'It describes our type Infrastructure in other words.',
  ],
  [
    'describes our fields',
    'type Query { a: Int } type Infrastructure @key(fields: "slug") { "A name." slug: String! }',
    'It describes our field Infrastructure.slug in other words.',
  ],
  [
    'describes our values',
    'type Query { a: PlacePrecision } enum PlacePrecision { "A town." CITY HOSPITAL }',
    'It describes our value PlacePrecision.CITY in other words.',
  ],
  [
    'makes our interface an object',
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@interfaceObject"])
     type Node @interfaceObject @key(fields: "id") { id: ID! popularity: Int }`,
    'It makes our interface Node an object. Add popularity to the types themselves.',
  ],
  [
    'adds fields to our interface',
    'interface Resource { popularity: Int }',
    'It adds popularity to our interface Resource,',
  ],
  [
    'claims that its types are ours',
    'type Query { studies: [Study!] } interface Node { id: ID! } type Study implements Node @key(fields: "id") { id: ID! }',
    'Study implements our interface Node, which only our records do.',
  ],
  [
    'answers our keys without being asked by them',
    'type Query { a: Infrastructure } type Infrastructure @key(fields: "slug") { slug: String! iri: IRI! @shareable } scalar IRI',
    'It answers our field Infrastructure.iri itself.',
  ],
  [
    'answers our keys without a key',
    'type Query { a: Infrastructure } type Infrastructure { id: ID! @shareable iri: IRI! @shareable } scalar IRI',
    'Infrastructure has no key. Refer to it by one of ours: @key(fields: "id"), "iri" or "slug".',
  ],
  [
    'has a key that is none',
    'type Institution @key(fields: "shoeSize") { shoeSize: Int }',
    'Institution has no key "shoeSize". Refer to it by one of ours: @key(fields: "id"), "iri", "slug" or "miiSiteCode".',
  ],
  [
    'has a field of ours as key that is none',
    'type Institution @key(fields: "name") { name: String! beds: Int }',
    'Institution has no key "name".',
  ],
  [
    'gives a value a key',
    'type Query { a: Money } type Money @key(fields: "amount") { amount: Decimal! currency: Currency! } scalar Decimal scalar Currency',
    'It gives our type Money a key, but it is a value.',
  ],
  [
    'has another type of key',
    'type Institution @key(fields: "slug") { slug: Int! beds: Int }',
    'Institution.slug has the type Int!, but is String!. Write String!.',
  ],
  [
    'has a key without its field',
    'type Institution @key(fields: "slug") { beds: Int }',
    'Institution has the key "slug", but no field slug. Add the field to it.',
  ],
  [
    'has a scalar with the name of a type',
    'type Query { a: Infrastructure } scalar Infrastructure',
    'It has another kind of type with the name Infrastructure.',
  ],
  ['has no types', 'scalar Nothing', 'Its SDL has no types with fields.'],
  [
    'adds nothing',
    'type Infrastructure @key(fields: "slug") { slug: String! }',
    'It adds no field to the graph.',
  ],
  ['is no SDL', 'type Query {', 'Its SDL cannot be parsed:'],
])('refuses one that %s', async (_, sdl, problem) => {
  const verdict = await check(sdl);

  expect(verdict).toEqual({
    problems: expect.arrayContaining([expect.stringContaining(problem)]) as unknown,
  });
});

it.each(['', '\n', '# Nothing yet.'])('refuses one that is empty: %j', async (sdl) => {
  expect(await checkSubgraph({ name: 'theirs', sdl, mayExtend: null }, composer)).toEqual({
    problems: ['Its SDL is empty. Define the types that it has.'],
  });
});

it('says in a line what a composer says on a page', async () => {
  const sdl = `type Query { machines: [Machine!] } type Machine @key(fields: "id") { id: ID! at: Place }
    type Place @key(fields: "id", resolvable: false) { id: ID! }
    extend type Machine { parts: [Machine!] @external }`;
  const verdict = await check(sdl);

  expect(verdict).toHaveProperty('problems');
  for (const problem of (verdict as { problems: string[] }).problems) {
    expect(problem).not.toContain('\n');
    expect(problem.length).toBeLessThan(310);
  }
});

it('lets a subgraph repeat our descriptions, and have its own', async () => {
  const { description } = composer.local.schema.getType('Infrastructure') ?? {};
  const sdl = `"""${description}""" type Infrastructure @key(fields: "slug") { slug: String! "Theirs." scans: Int }`;

  expect(await check(sdl)).toEqual({ adds: [{ type: 'Infrastructure', field: 'scans' }] });
});

it('names no more problems than one reads', async () => {
  const fields = Array.from({ length: 40 }, (_, index) => `scans${index}: Int!`).join(' ');
  const { problems } = (await check(
    `type Infrastructure @key(fields: "slug") { slug: String! ${fields} }`,
  )) as { problems: string[] };

  expect(problems).toHaveLength(11);
  expect(problems.at(-1)).toBe('And 30 more of them.');
});

it('refuses names in its entry that no type of ours has', async () => {
  const sdl = 'type Infrastructure @key(fields: "slug") { slug: String! scans: Int }';

  expect(await check(sdl, ['Infrastructure', 'Infrastucture'])).toEqual({
    problems: ['mayExtend: we have no type "Infrastucture". Did you mean "Infrastructure"?'],
  });
});

it('refuses fields on types that its entry does not name', async () => {
  const sdl = 'type Infrastructure @key(fields: "slug") { slug: String! scans: Int }';

  expect(await check(sdl, ['Infrastructure'])).toMatchObject({
    adds: [{ type: 'Infrastructure', field: 'scans' }],
  });
  expect(await check(sdl, ['Dataset'])).toEqual({
    problems: ['It adds scans to Infrastructure, which its entry does not allow ("mayExtend").'],
  });
});
