/** The endpoint is a subgraph: whoever composes a supergraph gets its SDL, and every record by each of its keys. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer, ask, publicUrl, type Asking } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { listening } from '../helpers/listening';
import { SmallWorld } from '../helpers/small-world';
import { entitiesQuery, idOf, world } from './world';

const institution = (fields: Record<string, unknown>) => ({ __typename: 'Institution', ...fields });
const dataset = (fields: Record<string, unknown>) => ({ __typename: 'Dataset', ...fields });

describeOnEachDatabase('the subgraph', (dialect) => {
  let small: SmallWorld;
  beforeAll(async () => {
    small = await SmallWorld.of(dialect, world);
  });
  afterAll(() => small.end());

  const entities = async (representations: unknown[], fields?: string, asking: Asking = {}) => {
    const { _entities } = await answer<{ _entities: unknown[] }>(small, entitiesQuery(fields), {
      variables: { representations },
      ...asking,
    });
    return _entities;
  };

  it('gives the SDL that is emitted', async () => {
    const { _service } = await answer<{ _service: { sdl: string } }>(small, '{ _service { sdl } }');

    expect(_service.sdl).toBe(readFileSync(join(__dirname, '../../schema/subgraph.graphql'), 'utf8'));
  });

  it('finds a record by each of its keys', async () => {
    const marburg = { __typename: 'Institution', slug: 'marburg' };

    expect(
      await entities([
        institution({ id: idOf('institutions', 'marburg') }),
        institution({ iri: `${publicUrl}/institutions/marburg` }),
        institution({ slug: 'marburg' }),
        institution({ miiSiteCode: 'UKMR' }),
        dataset({ doi: '10.1/alone' }),
        { __typename: 'Participation', id: idOf('participations', 'marburg/racoon/participates') },
      ]),
    ).toEqual([
      ...Array.from({ length: 4 }, () => marburg),
      { __typename: 'Dataset', slug: 'alone' },
      { __typename: 'Participation', kind: 'PARTICIPATION' },
    ]);
  });

  it('answers in the order asked, duplicates included, and gives null for what does not exist', async () => {
    const given = await entities([
      institution({ slug: 'giessen' }),
      { __typename: 'Infrastructure', slug: 'racoon' },
      institution({ slug: 'atlantis' }),
      institution({ miiSiteCode: 'UKGI' }),
      institution({ id: idOf('institutions', 'atlantis') }),
      institution({ iri: 'https://elsewhere.example.org/institutions/giessen' }),
      institution({ miiSiteCode: 'ATLANTIS' }),
      institution({ slug: 'giessen' }),
    ]);

    const giessen = { __typename: 'Institution', slug: 'giessen' };
    const racoon = { __typename: 'Infrastructure', slug: 'racoon' };
    expect(given).toEqual([giessen, racoon, null, giessen, null, null, null, giessen]);
  });

  it('takes a key that is null for nobody, as neighbours send it for what they cannot tell', async () => {
    expect(await entities([institution({ miiSiteCode: null }), institution({ slug: 'kiel' })])).toEqual([
      null,
      { __typename: 'Institution', slug: 'kiel' },
    ]);
  });

  it('leaves alone what else a router sends, such as the fields of a @requires', async () => {
    expect(await entities([institution({ id: null, slug: 'kiel', beds: 12, name: { odd: true } })])).toEqual([
      { __typename: 'Institution', slug: 'kiel' },
    ]);
  });

  it('takes representations that stand in the query itself', async () => {
    const { _entities } = await answer<{ _entities: unknown[] }>(
      small,
      `query ($slug: String) { _entities(representations: [{__typename: "Institution", slug: $slug}, {__typename: "Institution", slug: "kiel"}]) { ... on Institution { slug } } }`,
      { variables: { slug: 'marburg' } },
    );

    expect(_entities).toEqual([{ slug: 'marburg' }, { slug: 'kiel' }]);
  });

  it('gives an identifier as a key only where one record has it alone, and one only', async () => {
    const fields = '... on Institution { miiSiteCode } ... on Dataset { doi }';
    const given = (await entities(
      [
        ...['marburg', 'kiel', 'luebeck', 'nowhere-known'].map((slug) => institution({ slug })),
        ...['alone', 'one', 'other', 'both'].map((slug) => dataset({ slug })),
      ],
      fields,
    )) as { miiSiteCode?: string; doi?: string }[];

    expect(given.map(({ miiSiteCode, doi }) => miiSiteCode ?? doi ?? null)).toEqual([
      ...['UKMR', null, null, null],
      ...['10.1/alone', null, null, null],
    ]);
    expect(
      await entities([
        institution({ miiSiteCode: 'UKSH' }),
        dataset({ doi: '10.1/shared' }),
        dataset({ doi: '10.1/first' }),
      ]),
    ).toEqual([null, null, null]);
  });

  it('speaks the language of the client inside', async () => {
    const german = await entities([institution({ slug: 'kiel' })], '... on Resource { name }', {
      language: 'de',
    });
    const english = await entities([institution({ slug: 'kiel' })], '... on Resource { name(language: EN) }');

    expect([german, english]).toMatchObject([[{ name: 'Klinikum kiel' }], [{ name: 'Hospital kiel' }]]);
  });

  it('knows the day inside', async () => {
    const on = (day: string) =>
      entities(
        [institution({ slug: 'marburg' })],
        `... on Institution { participations(asOf: "${day}") { nodes { role } } }`,
      );

    expect(await on('2023-06-01')).toMatchObject([{ participations: { nodes: [{ role: 'COORDINATES' }] } }]);
    expect(await on('2025-06-01')).toMatchObject([{ participations: { nodes: [{ role: 'PARTICIPATES' }] } }]);
  });

  it('reads one statement for each type and kind of key, however many are asked for', async () => {
    const reader = listening(small.store);
    const many = Array.from({ length: 40 }, (_, index) => [
      institution({ slug: ['marburg', 'giessen', `none-${index}`][index % 3] }),
      institution({ miiSiteCode: ['UKMR', 'UKGI', `NONE${index}`][index % 3] }),
      dataset({ id: idOf('datasets', index % 2 ? 'one' : `none-${index}`) }),
    ]).flat();

    await entities(many, '... on Institution { miiSiteCode infrastructures { nodes { slug } } }', { reader });

    // Institutions by slug, institutions by code, datasets; then the codes and the infrastructures of all.
    expect(reader.statements).toHaveLength(3 + 2);
  });

  const malformed: [what: string, representation: unknown, message: RegExp][] = [
    ['no object', 5, /^"representations\[1\]" \(5\) is no entity\. Give an object with "__typename"/],
    ['a list', [], /^"representations\[1\]" \(\[\]\) is no entity/],
    ['no type', { id: 'x' }, /^"representations\[1\]\.__typename" \(nothing\) is no type with a key\. Give/],
    ['a type that is none', { __typename: 'Foo', id: 'x' }, /\.__typename" \("Foo"\) is no type with a key/],
    [
      'a type without a key',
      { __typename: 'PageInfo' },
      /\.__typename" \("PageInfo"\) is no type with a key/,
    ],
    [
      'a type that is no text',
      { __typename: ['Institution'] },
      /\(\["Institution"\]\) is no type with a key/,
    ],
    [
      'a name of JavaScript',
      { __typename: 'constructor', id: 'x' },
      /\("constructor"\) is no type with a key/,
    ],
    [
      'no key',
      institution({ name: 'Marburg' }),
      /^"representations\[1\]" has no key of Institution\. Give the fields of one of these: "id", "iri", "slug", "miiSiteCode"\.$/,
    ],
    ['a key of another type', institution({ doi: '10.1/alone' }), /has no key of Institution/],
    [
      'an id that is an object',
      institution({ id: {} }),
      /^"representations\[1\]\.id" \(\{\}\) is not usable/,
    ],
    [
      'a slug that is a number',
      institution({ slug: 7 }),
      /^"representations\[1\]\.slug" \(7\) is not usable/,
    ],
    ['an address that is none', institution({ iri: 'marburg' }), /\.iri" \("marburg"\) is not usable/],
    [
      'an id that is none',
      institution({ id: 'marburg' }),
      /\.id" \("marburg"\) is no global id\. Give one from/,
    ],
    [
      'the id of another type',
      institution({ id: idOf('datasets', 'one') }),
      /^"representations\[1\]\.id" .* belongs to no record of type Institution\./,
    ],
    [
      'the address of another type',
      institution({ iri: `${publicUrl}/datasets/one` }),
      /^"representations\[1\]\.iri" .* belongs to no record of type Institution\./,
    ],
  ];

  it.each(malformed)('refuses %s by name, and answers the others', async (_, representation, message) => {
    const kiel = institution({ slug: 'kiel' });
    const { data, errors } = await ask(small, entitiesQuery(), {
      variables: { representations: [kiel, representation, kiel] },
    });

    expect(data).toEqual({ _entities: [kiel, null, kiel] });
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(message) as string,
        path: ['_entities', 1],
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    ]);
  });

  it('refuses more than a thousand', async () => {
    const representations = Array.from({ length: 1_001 }, () => institution({ slug: 'kiel' }));
    const { data, errors } = await ask(small, entitiesQuery(), { variables: { representations } });

    expect(data).toBeNull();
    expect(errors?.[0]?.message).toMatch(/^"representations" has 1001 entities; at most 1000 are answered/);
    expect(await entities(representations.slice(1))).toHaveLength(1_000);
  });
});
