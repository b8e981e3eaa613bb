/** Page arguments that cannot be answered are refused: the message names the argument, its value and the remedy. */
import { answer, ask, refusal } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const cities = ['Aachen', 'Berlin', 'Dresden', 'Marburg', 'Ulm'];

const records = {
  Institution: cities.map((city, index) => ({
    slug: city.toLowerCase(),
    name: { de: city },
    kind: 'UNIVERSITY_MEDICAL_CENTRE',
    numberOfMembers: index,
  })),
  FundingPeriod: [
    { slug: 'paid', name: { de: 'bezahlt' }, funder: 'ulm', number: 1, startsOn: '2020', amount: euros(1.5) },
    { slug: 'unpaid', name: { de: 'unbezahlt' }, funder: 'ulm', number: 2, startsOn: '2021' },
  ],
};

interface Cursors {
  list: { pageInfo: { startCursor: string; endCursor: string } };
}

const list = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [InstitutionOrder!]) {
  list: institutions(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    nodes { slug } pageInfo { startCursor endCursor }
  }
}`;
const byMembers = [{ field: 'NUMBER_OF_MEMBERS' }];
const byName = [{ field: 'NAME' }];

describeOnEachDatabase('a page', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const cursorIn = async (query: string, variables = {}) =>
    (await answer<Cursors>(world, query, { variables })).list.pageInfo.endCursor;
  const refuse = (variables: Record<string, unknown>) => refusal(world, list, { variables });

  it.each([
    ['first', 0, 'ask for totalCount'],
    ['last', 0, 'ask for totalCount'],
    ['first', -1, 'ask for totalCount'],
    ['last', -5, 'ask for totalCount'],
    ['first', 101, 'Read further pages with "after"'],
    ['last', 101, 'Read further pages with "before"'],
  ])('of %s: %d records is refused, and the message says what to do', async (argument, size, remedy) => {
    const { code, message } = await refuse({ [argument]: size });

    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain(`"${argument}" is ${size}; a page holds 1 to 100 records.`);
    expect(message).toContain(remedy);
  });

  it('is read from one end only', async () => {
    expect(await refuse({ first: 3, last: 2 })).toEqual({
      code: 'BAD_USER_INPUT',
      message:
        '"first" (3) and "last" (2) exclude each other. Give "first" to read forwards or "last" to read backwards.',
    });
  });

  it('has twenty records when none of its arguments is given, or each is null', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ slug: `goal-${index}`, name: { en: 'Goal' } }));
    await world.add({ StrategicGoal: many });
    const query = `query ($none: Int, $nothing: String) {
      asked: strategicGoals { nodes { slug } }
      withNulls: strategicGoals(first: $none, after: $nothing, last: $none, before: $nothing, orderBy: null) { nodes { slug } }
    }`;

    const { asked, withNulls } = await answer<Record<string, { nodes: unknown[] }>>(world, query, {
      variables: { none: null, nothing: null },
    });

    expect(asked?.nodes).toHaveLength(20);
    expect(withNulls).toEqual(asked);
  });

  it('that is wrong takes no other list of the answer with it', async () => {
    const asked = await ask(
      world,
      '{ wrong: institutions(after: "next") { totalCount } right: fundingPeriods { totalCount } }',
    );

    expect(asked).toEqual({
      data: { wrong: null, right: { totalCount: 2 } },
      errors: [
        expect.objectContaining({
          path: ['wrong'],
          message: expect.stringContaining('"after" ("next") is no cursor.') as string,
        }),
      ],
    });
  });

  it('may lie between two cursors', async () => {
    const { list: all } = await answer<{ list: { edges: { cursor: string; node: { slug: string } }[] } }>(
      world,
      '{ list: institutions { edges { cursor node { slug } } } }',
    );
    const between = { after: all.edges[0]?.cursor, before: all.edges[4]?.cursor };

    const inside = await answer(world, list, { variables: { ...between, last: 2 } });

    expect(inside).toMatchObject({ list: { nodes: [{ slug: 'dresden' }, { slug: 'marburg' }] } });
  });

  it.each([
    ['an empty text', ''],
    ['a word', 'next'],
    ['JSON', '["abc",1]'],
    ['a number', Buffer.from('1').toString('base64url')],
    ['an object', Buffer.from('{"list":1}').toString('base64url')],
    ['nothing that decodes', '%%%€'],
    ['a hundred thousand letters', 'x'.repeat(100_000)],
  ])('does not begin at %s that is no cursor', async (_, after) => {
    const { code, message } = await refuse({ after });

    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain(`"after" (${JSON.stringify(after.slice(0, 60))}) is no cursor.`);
    expect(message).toContain('Give a cursor from pageInfo or edges of this very list');
    expect(message.length).toBeLessThan(400);
  });

  it.each([
    ['another list', '{ list: fundingPeriods { pageInfo { endCursor } } }', null],
    ['the same list by key', '{ list: institutions { pageInfo { endCursor } } }', byName],
    [
      'the same list in another order',
      `{ list: institutions(orderBy: {field: CITY}) { pageInfo { endCursor } } }`,
      byName,
    ],
    [
      'the same list in the other direction',
      `{ list: institutions(orderBy: {field: NAME, direction: DESC}) { pageInfo { endCursor } } }`,
      byName,
    ],
  ])('does not begin at a cursor of %s', async (_, query, orderBy) => {
    const before = await cursorIn(query);

    const { code, message } = await refuse({ before, last: 2, orderBy });

    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain(
      `"before" ("${before.slice(0, 60)}") is a cursor of another list or of another order.`,
    );
  });

  it('does not begin at a cursor that was made in another language', async () => {
    const { list: german } = await answer<Cursors>(world, list, {
      variables: { orderBy: byName },
      language: 'de',
    });

    const inEnglish = await refuse({ after: german.pageInfo.endCursor, orderBy: byName });

    expect(inEnglish.message).toContain('with the same orderBy and language');
  });

  it.each<[string, (place: unknown[]) => unknown[]]>([
    ['a value too few', (place) => place.slice(0, -1)],
    ['a value too many', (place) => [...place, 'x']],
    ['no value', () => []],
    ['a text for a number', ([, ...rest]) => ['five', ...rest]],
    ['a fraction for a whole number', ([, ...rest]) => [0.5, ...rest]],
    ['a number beyond all whole numbers', ([, ...rest]) => [2 ** 40, ...rest]],
    ['a list for a number', ([, ...rest]) => [[1], ...rest]],
    ['an object for a number', ([, ...rest]) => [{ a: 1 }, ...rest]],
    ['true for a number', ([, ...rest]) => [true, ...rest]],
    ['a number for the key', ([first]) => [first, 7]],
    ['no key', ([first]) => [first, null]],
    ['a key that no database can hold', ([first]) => [first, 'institutions/a\0b']],
  ])('does not begin at a cursor into which somebody wrote %s', async (_, tamper) => {
    const cursor = await cursorIn(list, { orderBy: byMembers });
    const [of, ...place] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const after = Buffer.from(JSON.stringify([of, ...tamper(place)])).toString('base64url');

    const { code, message } = await refuse({ after, orderBy: byMembers });

    expect({ code, message }).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('"after"') as string,
    });
  });

  it('does not begin at a cursor with something hung on', async () => {
    const after = `${await cursorIn(list, { orderBy: byMembers })}!`;

    expect(await refuse({ after, orderBy: byMembers })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each(['1e999', '"1.5"', 'false'])('does not begin at an amount of money that is %s', async (written) => {
    const query = `query ($after: String) {
      list: fundingPeriods(orderBy: {field: AMOUNT}, after: $after, first: 1) { pageInfo { endCursor } }
    }`;
    const cursor = Buffer.from(await cursorIn(query), 'base64url').toString();
    const after = Buffer.from(cursor.replace('1.5', written)).toString('base64url');

    expect(await refusal(world, query, { variables: { after } })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('takes a cursor of yesterday, and of a record that has changed its place since', async () => {
    const variables = { first: 2, orderBy: byMembers };
    const cursor = await cursorIn(list, variables);
    const again = await cursorIn(list, variables);
    await world.add({
      Institution: records.Institution.map((each, index) => ({ ...each, numberOfMembers: 9 - index })),
    });

    const next = await answer(world, list, { variables: { ...variables, after: cursor } });
    await world.add({ Institution: records.Institution });

    expect(again).toBe(cursor);
    expect(next).toMatchObject({ list: { nodes: [{ slug: 'ulm' }, { slug: 'marburg' }] } });
  });
});

function euros(amount: number) {
  return { amount, currency: 'EUR' };
}
