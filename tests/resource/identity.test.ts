/** Identity: keys, global ids and web addresses lead to one another and back. */
import fc from 'fast-check';
import {
  globalId,
  iriOf,
  keyOfGlobalId,
  keyOfIri,
  linkKey,
  pathOfKey,
  recordKey,
  slugPattern,
} from '../../src/resource/identity';
import { registry } from '../helpers/small-world';

const classOf = (type: string) => {
  const description = registry.ofType(type);
  if (!description) throw new Error(`The catalogue has no ${type}.`);
  return description;
};
const slugs = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 4 })
  .map((words) => words.join('-'));
const keys = fc
  .tuple(fc.constantFrom(...registry.all), slugs)
  .map(([description, slug]) => recordKey(description, slug));

it('words of small letters and digits joined by single hyphens make a slug', () => {
  fc.assert(fc.property(slugs, (slug) => slugPattern.test(slug)));
  for (const text of ['', 'Marburg', 'a--b', '-a', 'a-', 'gießen', 'a b', 'a/b', 'a\n']) {
    expect(slugPattern.test(text)).toBe(false);
  }
});

it('the class of a record can be told from its key', () => {
  fc.assert(
    fc.property(keys, (key) => {
      expect(registry.ofKey(key)?.path).toBe(pathOfKey(key));
    }),
  );
});

it('a global id leads back to the key, and nothing else is a global id', () => {
  fc.assert(fc.property(keys, (key) => keyOfGlobalId(globalId(key)) === key));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const key = keyOfGlobalId(text);
      expect(key === null || globalId(key) === text).toBe(true);
    }),
  );
  for (const text of ['', 'marburg', 'institutions/marburg', globalId('marburg'), globalId('/marburg')]) {
    expect(keyOfGlobalId(text)).toBeNull();
  }
});

it('a web address leads back to the key below its own base, and to none below another', () => {
  fc.assert(
    fc.property(keys, fc.webUrl({ withFragments: false }), (key, url) => {
      const base = url.replace(/\/+$/, '');
      expect(keyOfIri(base, iriOf(base, key))).toBe(key);
      expect(keyOfIri(`${base}.evil`, iriOf(base, key))).toBeNull();
    }),
  );
});

it.each([
  'http://num.example.org/institutions/marburg',
  'https://NUM.example.org:443/institutions/marburg/',
  'HTTPS://num.example.org/institutions/m%61rburg',
])('a web address leads to its record in every harmless spelling: %s', (address) => {
  expect(keyOfIri('https://num.example.org', address)).toBe('institutions/marburg');
});

it.each([
  'https://num.example.org.evil/institutions/marburg',
  'https://num.example.org:444/institutions/marburg',
  'https://num.example.org/institutions/marburg#it',
  'https://num.example.org/institutions/marburg?as=json',
  'https://num.example.org/institutions/%ff',
  'javascript:num.example.org/institutions/marburg',
])('another web address leads to none: %s', (address) => {
  expect(keyOfIri('https://num.example.org', address)).toBeNull();
});

it('a link is known by its ends and its role', () => {
  const ends = { from: 'institutions/marburg', to: 'infrastructures/racoon' };

  expect(linkKey(classOf('Participation'), ends, 'SUPPLIES_DATA')).toBe(
    'participations/marburg/racoon/supplies-data',
  );
  expect(linkKey(classOf('Relation'), ends, 'PART_OF')).toBe(
    'relations/institutions/marburg/infrastructures/racoon/part-of',
  );
  expect(linkKey(classOf('Award'), { ...ends, from: 'funding-periods/num-period-2' }, null)).toBe(
    'awards/num-period-2/infrastructures/racoon',
  );
});

it('two different links never share a key', () => {
  const links = fc.record({
    link: fc.constantFrom(...registry.links),
    from: slugs,
    to: slugs,
    role: fc.option(fc.constantFrom('LEADS', 'CO_LEADS', 'USES')),
  });
  const keyOf = ({ link, from, to, role }: typeof links extends fc.Arbitrary<infer T> ? T : never) =>
    linkKey(link, { from: `institutions/${from}`, to: `infrastructures/${to}` }, role);
  fc.assert(
    fc.property(links, links, (one, other) => {
      const same = (['link', 'from', 'to', 'role'] as const).every((part) => one[part] === other[part]);
      expect(keyOf(one) === keyOf(other)).toBe(same);
    }),
  );
});
