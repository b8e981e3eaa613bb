/** Whatever a document is, a problem in it tells where it stands, in the terms of its format. */
import { ImportRefused, positionText } from '../../src/errors';

it.each([
  [{ file: 'seeds/sites.yaml', line: 3, column: 5 }, 'seeds/sites.yaml:3:5'],
  [{ file: 'sites.xlsx', sheet: 'Sites', cell: 'B7' }, 'sites.xlsx#Sites!B7'],
  [{ file: 'https://example.org/bundle', part: '/entry/2' }, 'https://example.org/bundle#/entry/2'],
  [{ file: 'empty.ttl' }, 'empty.ttl'],
])('%j is told as %s', (position, text) => {
  expect(positionText(position)).toBe(text);
  expect(new ImportRefused([{ ...position, message: 'It is odd.', remedy: 'Mend it.' }]).message).toContain(
    `\n${text}  It is odd. Mend it.`,
  );
});

it('what stands nowhere is told without a place', () => {
  expect(new ImportRefused([{ message: 'It is odd.', remedy: 'Mend it.' }]).message).toContain(
    '\nIt is odd.',
  );
});
