// A query travels as a link.
import { readLink, writeLink } from '../../src/web/graphiql/link';

test('what is written into a link is read from it', () => {
  const linked = {
    query: '# ü & ?\nquery A($a: Int) { b }',
    variables: '{\n  "a": 1\n}',
    operationName: 'A',
  };
  expect(readLink(writeLink(linked))).toEqual(linked);
});

test('a link without a query carries nothing', () => {
  expect(readLink('')).toBeUndefined();
  expect(readLink('?query=&variables={}')).toBeUndefined();
});

test('variables that are no JSON are kept as they are, for the visitor to mend', () => {
  expect(readLink('?query={a}&variables={oops')?.variables).toBe('{oops');
});

test.each([
  ['{\n  // two sites\n  "n": 2,\n}', '{"n":2}'],
  ['/* all */', null],
  ['{"a": [1, 2,],}', '{"a":[1,2]}'],
  ['{"a": "// no comment"}', '{"a":"// no comment"}'],
  ['{oops', '{oops'],
])('variables travel as plain JSON, which the endpoint reads: %j', (written, carried) => {
  const link = writeLink({ query: '{ a }', variables: written, operationName: '' });
  expect(new URLSearchParams(link).get('variables')).toBe(carried);
});
