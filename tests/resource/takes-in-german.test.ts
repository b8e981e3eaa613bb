/** What a value takes is said in German as well, whatever attribute it is. */
import { WrongValue } from '../../src/resource/written/check';
import { takesInGerman } from '../../src/resource/written/takes-in-german';
import { takenBy } from '../../src/resource/identifiers/identifiers';
import { WrittenNumber } from '../../src/resource/written/number';
import { codesOf } from '../../src/vocabulary/concept-scheme';
import { IdentifierScheme } from '../../src/vocabulary/identifier-scheme';
import { registry } from '../helpers/small-world';

/** Values that are wrong in one way or another for every kind. */
const wrong: readonly unknown[] = [
  null,
  '',
  'x',
  ' https://example.org/a b',
  'a\u0000b',
  'a\uFFFDb',
  'é'.repeat(3_000),
  12.5,
  '1.000',
  new WrittenNumber('1.000', 1),
  [12],
  [''],
  [{ language: 'xx', value: 'x' }],
  [{ language: 'de', value: 'x', more: 1 }],
  {},
  { de: '' },
  { algorithm: 'SHA256', value: 'x' },
  { algorithm: 'none', value: 'x' },
  { latitude: 1, longitude: 2, precision: 'none' },
  { amount: 1, currency: 'EUR', qualifier: 'none' },
];

it('knows all that an attribute of the catalogue takes', () => {
  const takes = new Set(codesOf(IdentifierScheme).map((scheme) => takenBy(scheme)));
  for (const { attributes } of registry.all)
    for (const attribute of attributes)
      for (const value of wrong)
        try {
          attribute.kind.check(value, attribute);
        } catch (error) {
          if (!(error instanceof WrongValue)) throw error;
          takes.add(error.takes);
        }

  expect(takes.size).toBeGreaterThan(40);
  // A list of names of fields is the same in both languages.
  expect([...takes].filter((text) => takesInGerman(text) === text && !text.startsWith('{'))).toEqual([]);
  expect(takesInGerman('a whole number from 0 to 9, in digits only: 1000 without quotes, not 1.000')).toBe(
    'eine ganze Zahl von 0 bis 9, nur in Ziffern: 1000 ohne Anführungszeichen, nicht 1.000',
  );
});
