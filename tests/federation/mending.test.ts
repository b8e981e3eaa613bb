/** What the composer does not do as the specification says is mended before and after it. */
import { composeServices } from '../../src/federation/linking/compose-services';
import { withConcreteRequires } from '../../src/federation/linking/mending/requires';
import { readSupergraph } from '../../src/federation/gateway/supergraph';
import { link } from './neighbour';

jest.setTimeout(120_000);

async function composed(subgraphs: Record<string, string>): Promise<string> {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({ name, url: 'http://localhost/', sdl }));
  const result = await composeServices(services);
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.supergraphSdl;
}

const typeOf = (sdl: string, type: string, field: string): string => {
  const found = readSupergraph(sdl).publicSchema.getType(type);
  return found && 'getFields' in found ? String(found.getFields()[field]?.type) : 'nothing';
};

const media = (members: string, book: string): string => `${link('@key', '@shareable')}
  union Media = ${members.replaceAll(' ', ' | ')}
  type Query { book: ${book} @shareable books: [${book}!] @shareable viewer: Viewer @shareable }
  type Viewer { book: ${book} @shareable }
  ${members
    .split(' ')
    .map((each) => `type ${each} @key(fields: "id") { id: ID! }`)
    .join('\n')}`;

it('gives a field the union where another subgraph has one of its members', async () => {
  const sdl = await composed({ a: media('Book Song', 'Book'), b: media('Book Movie', 'Media') });

  expect(typeOf(sdl, 'Query', 'book')).toBe('Media');
  expect(typeOf(sdl, 'Query', 'books')).toBe('[Media!]');
  expect(typeOf(sdl, 'Viewer', 'book')).toBe('Media');
  for (const field of ['book: Media', 'books: [Media!]'])
    expect(sdl).toMatch(
      new RegExp(
        `${field.replace(/[[\]!]/g, '\\$&')} @join__field\\(graph: A, type: "[^"]*Book[^"]*"\\) @join__field\\(graph: B, type: "[^"]*Media[^"]*"\\)`,
      ),
    );
});

it('says which subgraph does not answer a field of an interface', async () => {
  const sdl = await composed({
    a: `${link('@key')}
      type Query { users: [Named!]! }
      interface Named @key(fields: "id") { id: ID! name: String }
      type User implements Named @key(fields: "id") { id: ID! name: String }`,
    b: `${link('@key', '@interfaceObject', '@external', '@requires')}
      type Query { others: [Named] }
      type Named @key(fields: "id") @interfaceObject { id: ID! name: String @external login: String @requires(fields: "name") }`,
  });

  expect(sdl).toMatch(/name: String @join__field\(graph: A\) @join__field\(graph: B, external: true\)/);
});

const required = (fields: string): string => `${link('@key', '@shareable', '@external', '@requires')}
  type Query { b: Entity }
  type Entity @key(fields: "id") { id: ID! data: Foo @external text: String @requires(fields: "${fields}") }
  interface Foo { foo: String! }
  interface Bar implements Foo { foo: String! bar: String! }
  type Baz implements Foo & Bar @shareable { foo: String! bar: String! baz: String! }
  type Qux implements Foo & Bar @shareable { foo: String! bar: String! qux: String! }`;

it('composes a @requires with fragments on other interfaces', async () => {
  const sdl = await composed({
    a: `${link('@key', '@shareable')}
      type Query { a: Entity }
      type Entity @key(fields: "id") { id: ID! data: Foo }
      interface Foo { foo: String! }
      interface Bar implements Foo { foo: String! bar: String! }
      type Baz implements Foo & Bar @shareable { foo: String! bar: String! baz: String! }
      type Qux implements Foo & Bar @shareable { foo: String! bar: String! qux: String! }`,
    b: required('data { foo ... on Bar { bar ... on Baz { baz } ... on Qux { qux } } }'),
  });

  expect(sdl).toContain('...on Baz{bar baz}...on Qux{bar qux}');
});

it.each([
  ['data { foo ... on Bar { bar } }', 'data { foo ... on Baz { bar } ... on Qux { bar } }'],
  ['data { ... on Foo { foo } }', 'data { foo }'],
  ['data { ... { foo } ... on Baz { ... on Bar { bar } } }', 'data { foo ... on Baz { bar } }'],
  ['data { foo ... on Nothing { bar } }', 'data { foo }'],
])('writes %s on object types', (fields, expected) => {
  expect(withConcreteRequires(required(fields))).toContain(`@requires(fields: "${expected}")`);
});

it('leaves all other SDLs as they are', () => {
  const plain = required('data { foo }');

  expect(withConcreteRequires(plain)).toBe(plain);
  expect(withConcreteRequires('type Query { requires ... }')).toBe('type Query { requires ... }');
});
