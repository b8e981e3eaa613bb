/** The header `Link` and linksets: whatever a link holds, a reader gets the same link back. */
import fc from 'fast-check';
import { linksetJson, linksetText } from '../../../src/http/records/linkset';
import { linkHeader, linkValue, type TypedLink } from '../../../src/http/records/typed-link';
import { runs } from '../../helpers/property-runs';

/** Reads the header as RFC 8288 (appendix B) says. */
function linksIn(header: string): Record<string, string>[] {
  const links: Record<string, string>[] = [];
  let rest = header;
  while (rest !== '') {
    const [whole, href = ''] = /^[\s,]*<([^>]*)>/.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`No link at ${rest.slice(0, 40)}`);
    rest = rest.slice(whole.length);
    const link: Record<string, string> = { href };
    for (;;) {
      const [parameter, name = '', value = ''] = /^\s*;\s*([\w*-]+)="((?:[^"\\]|\\.)*)"/.exec(rest) ?? [];
      if (parameter === undefined) break;
      link[name] = value.replace(/\\(.)/g, '$1');
      rest = rest.slice(parameter.length);
    }
    links.push(link);
    if (!/^\s*(,|$)/.test(rest)) throw new Error(`No end of a link at ${rest.slice(0, 40)}`);
  }
  return links;
}

const text = fc.string({ unit: 'binary', maxLength: 30 });
const iri = text.map((tail) => `https://example.org/${tail}`);
const link: fc.Arbitrary<TypedLink> = fc.record(
  {
    rel: fc.constantFrom('describedby', 'item', 'https://example.org/rel'),
    href: iri,
    anchor: iri,
    type: fc.constantFrom('text/turtle', 'application/ld+json', 'text/html; charset=utf-8'),
    profile: iri,
    title: text,
  },
  { requiredKeys: ['rel', 'href'] },
);

describe('a link', () => {
  it('is valid in a header, whatever it names', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 5 }), (links) => {
        const header = linkHeader(links);
        expect(header).toMatch(/^[\x20-\x7e]*$/);
        const read = linksIn(header);
        expect(read).toHaveLength(links.length);
        read.forEach((each, index) => {
          const given = links[index];
          expect([each.rel, each.type]).toEqual([given?.rel, given?.type]);
          expect(each.href).not.toMatch(/[<>"\s]/);
          if (/^[\w/:.-]*$/.test(given?.href ?? '')) expect(each.href).toBe(given?.href);
        });
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('keeps its address when that is a valid one', () => {
    const href = "https://example.org/a-b_c.d~e/f;g=h,i?j=k&l=%20(m)'*+!$@[n]#o";
    expect(linkValue({ rel: 'item', href })).toBe(`<${href}>; rel="item"`);
    expect(linkValue({ rel: 'item', href: 'https://example.org/Größe <1>' })).toBe(
      '<https://example.org/Gr%C3%B6%C3%9Fe%20%3C1%3E>; rel="item"',
    );
  });

  it('is left out of a header that would be too long, and the more important ones stand', () => {
    const links = Array.from({ length: 200 }, (_, index) => ({
      rel: 'item',
      href: `https://example.org/${index}`,
    }));

    const read = linksIn(linkHeader(links));

    expect(linkHeader(links).length).toBeLessThanOrEqual(4_000);
    expect(read.length).toBeGreaterThan(50);
    expect(read.map(({ href }) => href)).toEqual(links.slice(0, read.length).map(({ href }) => href));
  });
});

describe('a linkset', () => {
  const context = 'https://example.org/datasets/gecco';
  const links: TypedLink[] = [
    {
      rel: 'describedby',
      href: `${context}.ttl`,
      type: 'text/turtle',
      profile: 'http://data.europa.eu/r5r/',
    },
    { rel: 'describedby', href: `${context}.jsonld`, type: 'application/ld+json' },
    { rel: 'describes', anchor: `${context}.ttl`, href: context },
  ];

  it('has its links by context and relation in JSON, as RFC 9264 says', () => {
    expect(JSON.parse(linksetJson(links, context))).toEqual({
      linkset: [
        {
          anchor: context,
          describedby: [
            { href: `${context}.ttl`, type: 'text/turtle', profile: ['http://data.europa.eu/r5r/'] },
            { href: `${context}.jsonld`, type: 'application/ld+json' },
          ],
        },
        { anchor: `${context}.ttl`, describes: [{ href: context }] },
      ],
    });
  });

  it('is the value of a header in the other format, with the context of each', () => {
    expect(linksIn(linksetText(links, context).replaceAll('\n', ' ').trim())).toEqual([
      {
        href: `${context}.ttl`,
        rel: 'describedby',
        anchor: context,
        type: 'text/turtle',
        profile: 'http://data.europa.eu/r5r/',
      },
      { href: `${context}.jsonld`, rel: 'describedby', anchor: context, type: 'application/ld+json' },
      { href: context, rel: 'describes', anchor: `${context}.ttl` },
    ]);
  });
});
