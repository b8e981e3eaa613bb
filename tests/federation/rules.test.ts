/** Whoever links in adds to our graph, and changes nothing of it. */
import { checkSubgraph, type Verdict } from '../../src/federation/linking/check-subgraph';
import { Composer } from '../../src/federation/linking/compose';
import { link } from './neighbour';
import { smallPart } from './small-part';

jest.setTimeout(60_000);

let composer: Composer;
beforeAll(async () => {
  composer = await Composer.of(await smallPart());
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
    notices: [],
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
    'It answers our field Query.institution itself. Give yours another name.',
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
    'answers our keys without being asked by them',
    'type Query { a: Infrastructure } type Infrastructure @key(fields: "slug") { slug: String! iri: IRI! @shareable } scalar IRI',
    'It answers our field Infrastructure.iri itself.',
  ],
  [
    'answers our keys without a key',
    'type Query { a: Infrastructure } type Infrastructure { id: ID! @shareable iri: IRI! @shareable } scalar IRI',
    'Infrastructure has no key. Refer to it by one of ours: @key(fields: "id"), "iri" or "slug"; or give yours another name if it is something else.',
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
  [
    'is no SDL',
    'type Query {\n  a: Int',
    'Its SDL cannot be parsed: Syntax Error: Expected Name, found <EOF>. (line 3, column 9)',
  ],
  [
    'names a type that it does not define',
    'type Query { wards: [Wrad!] }\ntype Ward { id: ID! }',
    'Query.wards (line 2, column 22) names the type Wrad, which is not defined. Did you mean Ward?',
  ],
  [
    'names a type of ours without defining it',
    'type Query { wards(of: InstitutionFilter, at: Int): [Institution!] }',
    'Query.wards (line 2, column 54) names the type Institution, which is not defined. To refer to ours, add: type Institution @key(fields: "id", resolvable: false) { id: ID! }',
  ],
  [
    'implements an interface that is not defined',
    'type Query { ward: Ward } type Ward implements Bedded { id: ID! }',
    'Ward (line 2, column 48) names the type Bedded, which is not defined. Define it, or leave it out.',
  ],
  [
    'links a newer federation',
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.10", import: ["@key"]) type Query { a: Int }',
    'It links Apollo Federation v2.10; v2.0 to v2.9 can be composed. Link https://specs.apollo.dev/federation/v2.9, and leave out what is newer.',
  ],
  [
    'links what is no version of federation',
    'extend schema @link(url: "https://specs.apollo.dev/federation/latest", import: ["@key"]) type Query { a: Int }',
    'It links Apollo Federation latest; v2.0 to v2.9 can be composed.',
  ],
  [
    'links version 1, whose schemas link nothing',
    'extend schema @link(url: "https://specs.apollo.dev/federation/v1.0", import: ["@key"]) type Query { a: Int }',
    'It links Apollo Federation v1.0; v2.0 to v2.9 can be composed.',
  ],
  [
    'has a name of supergraphs',
    'type Query { a: join__Ward } type join__Ward { id: ID! }',
    'It has join__Ward: names that begin with join__ are those of a supergraph.',
  ],
  [
    'has a name of which no graph can be made',
    'type Query { a: link__Ward } type link__Ward { id: ID! }',
    'The composed graph cannot be used: Unknown type: "link__Ward".',
  ],
  [
    'requires a field without our arguments',
    `${link('@key', '@external', '@requires')}
     type Institution @key(fields: "slug") { slug: String! name: String! @external nickname: String @requires(fields: "name") }`,
    'Institution.name lacks our arguments. Write name(language: Language): String! @external.',
  ],
  [
    'names an input of ours',
    'type Query { a(of: InstitutionFilter): Int }',
    'Ours stays ours alone: define one of your own with another name.',
  ],
  [
    'adds to Query under another name what its entry does not allow',
    'schema { query: Questions } type Questions { a: Int }',
    'It adds a to Query, which its entry does not allow ("mayExtend").',
  ],
])('refuses one that %s', async (what, sdl, problem) => {
  const verdict = await check(sdl, what.includes('its entry') ? ['Infrastructure'] : null);

  expect(verdict).toEqual({
    problems: expect.arrayContaining([expect.stringContaining(problem)]) as unknown,
  });
});

it.each([
  [
    'non-null fields on our types',
    'type Infrastructure @key(fields: "slug") { slug: String! scans: Int! }',
    ['Infrastructure.scans'],
    'Infrastructure.scans is taken as Int, without the "!": when the service fails, our whole answer would be lost.',
  ],
  [
    'non-null lists of Query',
    'type Query { scanners: [String!]! }',
    ['Query.scanners'],
    'Query.scanners is taken as [String!], without the "!"',
  ],
  [
    'mutations, with what only they use',
    'type Query { a: Int } type Mutation { scan(of: Scan!): Scanned } input Scan { of: ID! } type Scanned { a: Int query: Query }',
    ['Query.a'],
    'Mutation is left out: the endpoint only reads.',
  ],
  [
    'mutations and subscriptions under other names, with a protected field',
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@authenticated"])
     schema { query: Query mutation: Changes subscription: News } type Query { a: Ward } type Ward @key(fields: "id") { id: ID! }
     type Changes { scan: Ward @authenticated } type News { wards: Ward }`,
    ['Query.a', 'Ward.id'],
    'Changes is left out: the endpoint only reads.',
  ],
  [
    'Relay ids of its own',
    `type Query { studies: [Study!] node(id: ID!): Node nodes(ids: [ID!]!): [Node]! } interface Node { id: ID! }
     type Study implements Node @key(fields: "id") { id: ID! }`,
    ['Query.studies', 'Study.id'],
    'Query.node is left out: it returns our interface Node, which only our records have.',
  ],
  [
    'other words for ours',
    `"A thing." type Infrastructure @key(fields: "slug") { "A name." slug: String! scans: Int }
     type Query { a: PlacePrecision } enum PlacePrecision { "A town." CITY HOSPITAL }`,
    ['Query.a', 'Infrastructure.scans'],
    'Its description of our value PlacePrecision.CITY is left out: ours stands.',
  ],
  [
    'a misspelt type of ours',
    'type Query { wards: [Ward!] } type Ward { id: ID! } type Instituton @key(fields: "slug") { slug: String! beds: Int }',
    ['Query.wards', 'Ward.id'],
    'No field leads to Instituton, so nobody can ask for it. Did you mean our Institution?',
  ],
])('takes one that has %s, with a notice', async (_, sdl, adds, notice) => {
  const verdict = await check(sdl);

  expect(verdict).toEqual({
    adds: expect.any(Array) as unknown,
    notices: expect.arrayContaining([expect.stringContaining(notice)]) as unknown,
  });
  if (!('adds' in verdict)) return;
  expect(verdict.adds.map(({ type, field }) => `${type}.${field}`).sort()).toEqual([...adds].sort());
});

it('refuses one that has nothing but a misspelt type of ours', async () => {
  expect(await check('type Instituton @key(fields: "slug") { slug: String! beds: Int }')).toEqual({
    problems: [
      'No field leads to Instituton, so nobody can ask for it. Did you mean our Institution?',
      'It adds no field to the graph.',
    ],
  });
});

it.each(['v1', ...Array.from({ length: 10 }, (_, minor) => `v2.${minor}`)])(
  'takes Apollo Federation %s',
  async (version) => {
    const linking =
      version === 'v1'
        ? ''
        : `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: ["@key"])`;
    const ward = 'type Ward @key(fields: "id") { id: ID! } extend type Query { ward: Ward }';
    const verdict = await checkSubgraph(
      { name: 'theirs', sdl: `${linking} ${ward}`, mayExtend: null },
      composer,
    );

    expect(verdict).toHaveProperty('adds');
  },
);

describe('its advice, when obeyed, works:', () => {
  it.each([
    [
      'a value of ours is marked @shareable',
      'type Query { a: Pages } type Pages { info: PageInfo } type PageInfo { hasNextPage: Boolean! endCursor: String }',
      /PageInfo is a value of ours\. .*: (type PageInfo @shareable \{.*\})$/,
      'type Query { a: Pages } type Pages { info: PageInfo }',
    ],
    [
      'a value of ours has all of its fields',
      'type Query { a: Pages } type Pages { info: PageInfo } type PageInfo @shareable { hasNextPage: Boolean! }',
      /PageInfo is a value of ours\. .*: (type PageInfo @shareable \{.*\})$/,
      'type Query { a: Pages } type Pages { info: PageInfo }',
    ],
    [
      'a value of ours with arguments, scalars and enums has all of its fields',
      'type Query { a: Money } type Money { amount: Int }',
      /Money is a value of ours.*: (type Money @shareable \{.*\})$/m,
      'type Query { a: Money }',
    ],
    [
      'an enum of ours is defined',
      'type Query { a: PlacePrecision }',
      /To refer to ours, add: (enum PlacePrecision .*\})$/,
      'type Query { a: PlacePrecision }',
    ],
    [
      'a reference to ours is defined',
      'type Query { a: Institution }',
      /To refer to ours, add: (type Institution .*\})$/,
      'type Query { a: Institution }',
    ],
  ])('%s', async (_, wrong, advice, rest) => {
    const problemsOf = async (sdl: string): Promise<string[]> =>
      ((await check(sdl)) as { problems?: string[] }).problems ?? [];
    const given = (await problemsOf(wrong)).flatMap((problem) => advice.exec(problem)?.[1] ?? []);

    expect(given).toHaveLength(1);
    const obeyed = `${rest} ${given.join('')}`;
    // What ours refers to is advised in turn.
    const further = (await problemsOf(obeyed)).map(
      (problem) => /To refer to ours, add: (.*)$/.exec(problem)?.[1],
    );
    expect(await check(`${obeyed} ${further.join(' ')}`)).toHaveProperty('adds');
  });

  it('a field of ours is left out, or is external where it is required', async () => {
    const own = (field: string) =>
      `type Infrastructure @key(fields: "slug") { slug: String! ${field} scans: Int }`;
    const { problems } = (await check(own('acronym: String'))) as { problems: string[] };

    expect(problems).toEqual([
      'It answers our field Infrastructure.acronym itself. Leave it out; where a @requires or @provides of yours names it, mark it @external.',
    ]);
    expect(await check(own(''))).toHaveProperty('adds');
    const linking = link('@key', '@external', '@requires');
    expect(
      await check(`${linking} ${own('acronym: String @external films: Int @requires(fields: "acronym")')}`),
    ).toHaveProperty('adds');
  });
});

it.each([
  [
    'the result of an introspection query',
    '{ "data": { "__schema": { "queryType": { "name": "Query" } } } }',
    'It is the result of an introspection query as JSON, which lacks the directives of a subgraph. Give its SDL',
  ],
  [
    'an answer',
    '{"data":{"_service":{"sdl":"type Query { a: Int }"}}}',
    'It is JSON, and no SDL. Of an answer to { _service { sdl } }, give only the text that "sdl" has.',
  ],
  ['a page', '<!doctype html><html></html>', 'It is a page in HTML, and no SDL.'],
])('names what is given in place of SDL: %s', async (_, text, problem) => {
  expect(await checkSubgraph({ name: 'theirs', sdl: text, mayExtend: null }, composer)).toEqual({
    problems: [expect.stringContaining(problem)],
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

  expect(await check(sdl)).toEqual({ adds: [{ type: 'Infrastructure', field: 'scans' }], notices: [] });
});

it('names no more problems than one reads', async () => {
  const fields = Array.from({ length: 40 }, (_, index) => `scans${index}: Int @override(from: "num")`).join(
    ' ',
  );
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
