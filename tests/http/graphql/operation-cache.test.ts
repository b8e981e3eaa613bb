/** What was prepared of a request is prepared once, and holds as long as its schema and the counts of the records do. */
import { buildSchema } from 'graphql';
import { readConfig } from '../../../src/config';
import { OperationCache } from '../../../src/http/graphql/operation-cache';
import { InternalOperations } from '../../../src/http/graphql/internal-operations';
import type { PreparedRequest } from '../../../src/http/graphql/prepared';

const schema = buildSchema('type Query { a: Int b(n: Int): Int }');
const { limits } = readConfig({});

/** A cache whose schema and counts can be exchanged. */
function cacheWith(memory = { documents: 1e6, requests: 1e6 }) {
  const now = { schema, counted: 1, expired: 0 };
  const measuring = {
    get schema() {
      return now.schema;
    },
    limits,
    sizeOf: () => 0,
  };
  const cache = new OperationCache(
    memory,
    measuring,
    () => now.counted,
    () => (now.expired += 1),
  );
  return { cache, now };
}

/** Prepares and validates a query, and keeps it under a text, as a request does. */
function ask(cache: OperationCache, text: string, query = text, more = {}): PreparedRequest {
  const known = cache.ofText(text);
  if (known) return known;
  const prepared = cache.prepare({ query, ...more });
  if (prepared.operation && !prepared.operation.document.isValid) cache.validate(prepared.operation.document);
  cache.keep(text, prepared);
  return prepared;
}

it('the same text is prepared once', () => {
  const { cache } = cacheWith();

  expect(ask(cache, '{ a }')).toBe(ask(cache, '{ a }'));
});

it('a query of the gateway itself is prepared once, too, and costs the same as before', () => {
  const { cache } = cacheWith();
  const own = new InternalOperations(cache);
  const params = { query: 'query Own($n: Int) { b(n: $n) }', variables: { n: 1 } };
  const cost = own.estimate(params);
  const { operation } = own.prepare(params);
  if (operation) cache.validate(operation.document);

  expect(own.prepare(params)).toBe(own.prepare({ ...params, variables: { n: 1 } }));
  expect(own.prepare({ ...params, variables: { n: 2 } })).not.toBe(own.prepare(params));
  expect(own.estimate(params)).toEqual(cost);
  expect(() => own.estimate({ query: '{ a' })).toThrow('Syntax Error');
});

it('another text, other variables or another operation of a document share it, and have answers of their own', () => {
  const { cache } = cacheWith();
  const query = 'query A($n: Int) { b(n: $n) } query B { a }';
  const one = ask(cache, 'one', query, { operationName: 'A', variables: { n: 1 } });
  const same = ask(cache, 'same', query, { operationName: 'A', variables: { n: 1 } });
  const two = ask(cache, 'two', query, { operationName: 'A', variables: { n: 2 } });
  const other = ask(cache, 'other', query, { operationName: 'B' });

  for (const each of [same, two, other]) expect(each.operation?.document).toBe(one.operation?.document);
  expect(same.keys).toEqual(one.keys);
  expect(new Set([one, two, other].map(({ keys }) => keys?.en)).size).toBe(3);
});

it('variables name the same answer in whichever order they come, and another one in each language', () => {
  const { cache } = cacheWith();
  const query = 'query ($n: Int, $m: Int) { b(n: $n) c: b(n: $m) }';
  const { keys } = ask(cache, '1', query, { variables: { n: 1, m: 2 } });

  expect(ask(cache, '2', query, { variables: { m: 2, n: 1 } }).keys).toEqual(keys);
  expect(ask(cache, '3', query, { variables: { m: 1, n: 2 } }).keys).not.toEqual(keys);
  expect(keys?.de).not.toBe(keys?.en);
});

it('what cannot be parsed, is not valid or is too large is not cached', () => {
  const { cache } = cacheWith();
  const many = `{ ${'a '.repeat(limits.tokens + 1)} }`;
  const [unparsed, invalid, large] = ['{', '{ nothing }', many].map((query) => ask(cache, query));

  expect(unparsed).toMatchObject({ fault: expect.anything() as unknown, operation: null, cost: null });
  expect(invalid?.operation?.document.isValid).toBe(false);
  expect(large).toMatchObject({ refusal: expect.anything() as unknown, operation: null, keys: null });
  expect(['{', '{ nothing }', many].map((text) => cache.ofText(text))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(cache.documents.bytes).toBe(0);
});

it('requests that bring the same new document at the same time do not drive out one another', () => {
  const { cache } = cacheWith();
  const [one, two] = [cache.prepare({ query: '{ a }' }), cache.prepare({ query: '{ a }' })];
  for (const { operation } of [one, two])
    if (operation) expect(cache.validate(operation.document)).toEqual([]);
  cache.keep('one', one);
  cache.keep('two', two);

  expect(cache.ofText('one')).toBe(one);
  expect(cache.ofText('two')).toBeUndefined();
  expect(cache.isCurrent(one)).toBe(true);
  expect(cache.isCurrent(two)).toBe(false);
});

it('names that lead to no operation take no memory', () => {
  const { cache } = cacheWith();
  ask(cache, '{ a }');
  const before = cache.documents.bytes;
  for (let index = 0; index < 50; index += 1)
    cache.prepare({ query: '{ a }', operationName: `Made${index}` });

  expect(cache.documents.bytes).toBe(before);
});

it('when records are counted anew, requests are forgotten and their documents stay', () => {
  const { cache, now } = cacheWith();
  const before = ask(cache, '{ a }');
  now.counted = 2;

  expect(cache.isCurrent(before)).toBe(false);
  expect(cache.ofText('{ a }')).toBeUndefined();
  expect(now.expired).toBe(1);
  expect(ask(cache, '{ a }').operation?.document).toBe(before.operation?.document);
});

it('when the schema is exchanged, all is forgotten, and nothing that was prepared before comes back', () => {
  const { cache, now } = cacheWith();
  const before = ask(cache, '{ a }');
  const meanwhile = cache.prepare({ query: '{ b }' });
  now.schema = buildSchema('type Query { a: String }');
  const after = ask(cache, '{ a }');
  if (meanwhile.operation) cache.validate(meanwhile.operation.document);
  cache.keep('{ b }', meanwhile);

  expect(after.operation?.document).not.toBe(before.operation?.document);
  expect(after.operation?.document.schema).toBe(now.schema);
  expect(cache.ofText('{ b }')).toBeUndefined();
  expect(cache.isCurrent(meanwhile)).toBe(false);
});

it('without memory, nothing is cached and everything prepared', () => {
  const { cache } = cacheWith({ documents: 0, requests: 0 });
  const one = ask(cache, '{ a }');

  expect(one.operation?.document.isValid).toBe(true);
  expect(cache.ofText('{ a }')).toBeUndefined();
  expect(cache.isCurrent(one)).toBe(false);
});
