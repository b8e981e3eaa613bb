/** Whoever links in adds to our graph, and changes nothing of it. */
import { ourPart, registry } from '../../src/app';
import { checkSubgraph, type Verdict } from '../../src/federation/linking/check-subgraph';
import { link } from './neighbour';

const check = async (sdl: string, mayExtend: readonly string[] | null = null): Promise<Verdict> =>
  checkSubgraph(
    {
      name: 'theirs',
      sdl: sdl.includes('@link')
        ? sdl
        : `${link('@key', '@external', '@shareable', '@override', '@inaccessible')}${sdl}`,
      mayExtend,
    },
    await ourPart(registry),
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
  ['is no SDL', 'type Query {', 'Its SDL cannot be parsed:'],
])('refuses one that %s', async (_, sdl, problem) => {
  const verdict = await check(sdl);

  expect(verdict).toEqual({
    problems: expect.arrayContaining([expect.stringContaining(problem)]) as unknown,
  });
});

it('refuses one that does not compose', async () => {
  expect(await check('type Institution @key(fields: "shoeSize") { shoeSize: Int }')).toEqual({
    problems: [expect.any(String)],
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
