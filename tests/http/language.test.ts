/** The language that a client prefers: regions, weights and order as RFC 9110 has them, looked up as RFC 4647 does. */
import fc from 'fast-check';
import { languageFor } from '../../src/http/language';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de', 'de'],
  ['DE-at', 'de'],
  ['de-AT, en', 'de'],
  ['de-AT;q=0.9, en;q=0.8', 'de'],
  ['en;q=0.8, de-AT;q=0.9', 'de'],
  ['de-Latn-AT-1996, en', 'de'],
  ['en-GB, de', 'en'],
  ['de, en-GB', 'de'],
  ['fr, de;q=0.1', 'de'],
  ['fr', 'en'],
  ['fr;q=1, en;q=0.2, de;q=0.3', 'de'],
  ['*', 'en'],
  ['fr, *;q=0.5', 'en'],
  ['en;q=0.1, *', 'de'],
  ['de;q=0.5, *', 'en'],
  ['de;q=0.5, *;q=0.1', 'de'],
  ['en;q=0', 'de'],
  ['en;q=0, *', 'de'],
  ['en;q=0.0, de;q=0.001', 'de'],
  ['de;q=0, de-AT', 'en'],
  ['de-AT;q=0, de', 'de'],
  ['en;q=0, de;q=0', 'en'],
  ['*;q=0', 'en'],
  ['de;q=2, en;q=0.1', 'en'],
  ['de ; q = 0.9 , en ; q=0.8', 'de'],
  ['deutsch', 'en'],
  ['den, de', 'de'],
  [';;;,,de', 'de'],
  ['undefined', 'en'],
])('of "%s" is %s', (header, language) => {
  expect(languageFor(header)).toBe(language);
});

const tag = fc.constantFrom('de', 'de-AT', 'de-CH-1996', 'en', 'en-GB', 'fr', 'fr-CA');
const primary = (range: string): string => range.split('-')[0] ?? '';

it('is that of the most liked range that leads to one of ours, and of the first among equals', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(tag, fc.integer({ min: 1, max: 1_000 }))), (wishes) => {
      const header = wishes.map(([range, weight]) => `${range};q=${weight / 1_000}`).join(', ');
      const ours = wishes.filter(([range]) => primary(range) !== 'fr');
      const most = Math.max(...ours.map(([, weight]) => weight));
      const [first] = ours.filter(([, weight]) => weight === most);

      expect(languageFor(header)).toBe(first ? primary(first[0]) : 'en');
    }),
  );
});

it('is never one that the client refuses, as long as there is another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(tag, fc.constantFrom('0', '0.5', '1'))),
      fc.constantFrom('de', 'en'),
      (wishes, refused) => {
        const header = [
          `${refused};q=0`,
          ...wishes
            .filter(([range]) => range !== 'de' && range !== 'en')
            .map(([range, q]) => `${range};q=${q}`),
        ];

        expect(languageFor(header.join(','))).not.toBe(refused);
      },
    ),
  );
});

it('is found in whatever a client may send', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(['de', 'en']).toContain(languageFor(header));
    }),
  );
});
