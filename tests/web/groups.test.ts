// The gallery in groups: every example is in one, and words of either language find it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples } from '../../src/web/graphiql/examples';
import { found, grouped } from '../../src/web/graphiql/groups';

const folder = join(__dirname, '../../schema/examples');
const examples = readExamples(
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  ),
);
const keysOf = (list: readonly { key: string }[]): string[] => list.map(({ key }) => key);

test('every example of today is in exactly one group that has a name', () => {
  const groups = grouped(examples, 'en');

  expect(groups.flatMap((group) => keysOf(group.examples)).sort()).toEqual(keysOf(examples));
  expect(groups.map(({ name }) => name)).not.toContain('More');
  expect(grouped(examples, 'de').map(({ name }) => name)).toContain('Zeit und Geld');
});

test('an example that was added since is shown, too', () => {
  const [one] = examples;
  if (!one) throw new Error('There is an example.');
  const groups = grouped([{ ...one, key: '99-new' }], 'en');

  expect(groups.map(({ name, examples: inGroup }) => [name, keysOf(inGroup)])).toEqual([
    ['More', ['99-new']],
  ]);
});

test('all words have to be there, whatever their case and accents', () => {
  expect(keysOf(found(examples, 'MARBURG vier'))).toEqual(['01-marburg']);
  expect(found(examples, '  ')).toHaveLength(examples.length);
  expect(found(examples, 'xyzzy')).toEqual([]);
});
