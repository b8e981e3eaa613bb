/** Which representation a client gets: by what RFC 9110 says of `Accept`, for whatever it writes. */
import fc from 'fast-check';
import { acceptanceOf, rangesIn } from '../../../src/http/records/accepted';
import { accepted, named } from '../../../src/http/records/choose';
import { preferencesIn } from '../../../src/http/records/requested-profile';
import { runs } from '../../helpers/property-runs';

const offered = [
  { name: 'html', extension: 'html', types: ['text/html'] },
  { name: 'turtle', extension: 'ttl', types: ['text/turtle'] },
  { name: 'json-ld', extension: 'jsonld', types: ['application/ld+json'] },
  { name: 'rdf-xml', extension: 'rdf', types: ['application/rdf+xml'] },
  { name: 'json', extension: 'json', types: ['application/json', 'application/graphql-response+json'] },
];
const chosen = (accept: string | undefined): string | null => accepted(accept, offered)?.name ?? null;

describe('Accept', () => {
  it.each([
    ['nothing', undefined, 'html'],
    ['an empty header', '', 'html'],
    ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'html'],
    ['an assessor', 'text/html, */*', 'html'],
    ['curl, and fetch', '*/*', 'json'],
    ['axios', 'application/json, text/plain, */*', 'json'],
    ['rdflib', 'application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1', 'rdf-xml'],
    ['a harvester', 'text/turtle', 'turtle'],
    ['capitals', 'TEXT/Turtle', 'turtle'],
    ['a charset', 'text/turtle; charset=utf-8', 'turtle'],
    [
      'a profile with a comma in quotes',
      'application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded,x";q=0.5, text/html;q=0.1',
      'json-ld',
    ],
    ['two that are equal: our order', 'application/ld+json, text/turtle', 'turtle'],
    ['weights', 'text/turtle;q=0.3, application/ld+json;q=0.7', 'json-ld'],
    ['a weight that refuses', 'text/turtle;q=0, application/rdf+xml', 'rdf-xml'],
    ['all but HTML', 'text/html;q=0, text/*', 'turtle'],
    ['a wildcard and a type: the type', 'text/turtle, */*', 'turtle'],
    ['anything less than a type', 'application/ld+json;q=0.2, */*;q=0.1', 'json-ld'],
    ['a range', 'application/*', 'json-ld'],
    ['a weight with blanks', 'text/turtle ; q = 0.4 , text/html;q=0.3', 'turtle'],
    ['a weight that is none', 'text/turtle;q=high, application/ld+json;q=0.1', 'json-ld'],
    ['what there is not', 'image/png', null],
    ['what there is not, else anything', 'image/png, */*;q=0.1', 'json'],
    ['nothing at all', '*/*;q=0', null],
    ['no media range', 'turtle', null],
  ])('of %s', (_what, accept, expected) => {
    expect(chosen(accept)).toBe(expected);
  });

  const types = offered.flatMap((each) => each.types);
  const range = fc.constantFrom(...types, 'text/*', 'application/*', '*/*', 'image/png', 'image/*');
  const weight = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
  const header = fc.array(fc.record({ range, weight }), { minLength: 1, maxLength: 8 });
  const written = (ranges: readonly { range: string; weight: number }[]) =>
    ranges.map((each) => `${each.range};q=${each.weight}`).join(', ');

  /** The weight of a type, as section 12.5.1 says: the most specific range that fits. Of repeated ones, the greatest counts. */
  const weightOf = (type: string, ranges: readonly { range: string; weight: number }[]): number => {
    const [main = ''] = type.split('/');
    for (const fitting of [type, `${main}/*`, '*/*']) {
      const weights = ranges.filter((each) => each.range === fitting).map((each) => each.weight);
      if (weights.length > 0) return Math.max(...weights);
    }
    return 0;
  };

  it('never gives what is refused, nor what is less wanted than something else', () => {
    fc.assert(
      fc.property(header, (ranges) => {
        const weights = offered.map((each) => Math.max(...each.types.map((type) => weightOf(type, ranges))));
        const best = Math.max(...weights);
        const name = chosen(written(ranges));
        if (best === 0) expect(name).toBeNull();
        else expect(weights[offered.findIndex((each) => each.name === name)]).toBe(best);
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('does not depend on the order of its members, nor on blanks, capitals and unknown types', () => {
    fc.assert(
      fc.property(header, fc.func(fc.integer()), (ranges, noise) => {
        const shuffled = [...ranges].sort((one, other) => noise(one, other));
        const noisy = shuffled.map((each) => `  ${each.range.toUpperCase()} ;Q=${each.weight}`);
        expect(chosen(['x/y', ...noisy, ''].join(' ,'))).toBe(chosen(written(ranges)));
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('is read without trouble, whatever is in it, and in no more time than its length takes', () => {
    const odd = fc.string({ unit: fc.constantFrom(...Array.from('*/,;q=01."\\ tex-')), maxLength: 400 });
    fc.assert(
      fc.property(odd, (text) => {
        for (const { weight: found } of rangesIn(text)) {
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThanOrEqual(1);
        }
        expect([...offered.map(({ name }) => name), null]).toContain(chosen(text));
      }),
      { numRuns: runs(2_000) },
    );
    const began = performance.now();
    for (const evil of ['"'.repeat(15_000), ';q='.repeat(5_000), '*/*,'.repeat(4_000), ' '.repeat(15_000)])
      chosen(`a/b${evil}`);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('tells how precisely a type is named', () => {
    const ranges = rangesIn('text/*;q=0.5, text/turtle;q=0.2, */*;q=0.1');

    expect(acceptanceOf('text/turtle', ranges)).toEqual({ weight: 0.2, precision: 2 });
    expect(acceptanceOf('text/html', ranges)).toEqual({ weight: 0.5, precision: 1 });
    expect(acceptanceOf('image/png', ranges)).toEqual({ weight: 0.1, precision: 0 });
  });
});

describe('a format in the address', () => {
  it.each(['turtle', 'ttl', 'TTL', 'text/turtle'])('is named as people write it: %s', (format) => {
    expect(named(format, offered)?.name).toBe('turtle');
  });

  it('is none that there is not', () => {
    expect(named('docx', offered)).toBeNull();
  });
});

describe('Accept-Profile', () => {
  it.each([
    ['<https://example.org/a>', ['https://example.org/a']],
    [
      '<https://example.org/a>;q=0.5, <https://example.org/b>',
      ['https://example.org/b', 'https://example.org/a'],
    ],
    ['<https://example.org/a>;q=0', []],
    ['dcat-ap, fdp;q=0.1', ['dcat-ap', 'fdp']],
    ['', []],
    ['<>', []],
  ])('%s', (header, expected) => {
    expect(preferencesIn(header)).toEqual(expected);
  });
});
