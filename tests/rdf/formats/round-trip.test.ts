/** Whatever is stated leaves in every format, and the parsers of others read the same quads. */
import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { rdfFormats } from '../../../src/rdf/formats';
import { dcat, dct, rdf, xsd } from '../../../src/vocabulary/namespaces';
import { runs } from '../../helpers/property-runs';
import { literal, namedNode, quad } from '../data-factory';
import { lines, parsed } from '../parsed';

const hostileTexts = [
  '',
  ' ',
  ' \n ',
  '"',
  '"""',
  "'''",
  '\\',
  '\\u0041',
  '\\"',
  '\r',
  '\r\n',
  '\n\n\t',
  ']]>',
  '<![CDATA[x]]>',
  '-->',
  '<script>alert("&amp;")</script>',
  '& &lt; &#10;',
  '{"@value": "x"}',
  '_:b0',
  '@de',
  'العربية \u200F עברית',
  '\u202Eabc',
  '👩‍🔬 🇩🇪 𝔘𝔫𝔦',
  'Größe: 5 µm — „Zitat“',
  '\u2028\u2029\u00A0',
  '\uFEFFBOM',
  '\uFFFD',
  'x'.repeat(100_000),
  'a\u0301 \u00E1',
];
const hostileIris = [
  'https://example.org/a%20b%C3%A4',
  'https://example.org/Größe/ü',
  'https://example.org/a_(b)',
  "https://example.org/it's;x=1,2!$&*+~?q=1",
  'https://example.org/#',
  'https://example.org/datasets/x#publisher',
  'https://example.org/...',
  'urn:uuid:0b9b1b2c-0000-4000-8000-000000000000',
  'urn:oid:1.2.3',
  'mailto:daten@example.org',
  'tel:+49-30-1',
  'https://example.org/𝔘',
  dcat('Dataset'),
  `${dct('')}a.b`,
  `${dct('')}1`,
  `${dct('')}a/b`,
  dct(''),
  'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
];
const properties = [
  rdf('type'),
  rdf('_1'),
  dct('title'),
  dct('issued'),
  dcat('theme'),
  'https://example.org/ns#a-b.c_1',
  'https://example.org/größe',
  'https://example.org/%C3%A4x',
  'https://example.org/q?x=1&y=z',
];

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary' }).filter((value) => !/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u.test(value)),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\r', '\t', '<', '&', ']', '>', ' ', 'ä', '😀', "'") }),
);
const iri = fc.oneof(
  fc.constantFrom(...hostileIris),
  // Readers of RDF/XML resolve `/./`, as RFC 3986 has it.
  fc
    .webUrl({ withFragments: true, withQueryParameters: true })
    .filter((url) => !/\/\.\.?(?:[/?#]|$)/.test(url)),
);
const typed = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => [date.toISOString(), xsd('dateTime')] as const),
  fc.constantFrom(
    ['2024-02-29', xsd('date')] as const,
    ['2024', xsd('gYear')] as const,
    ['0', xsd('boolean')] as const,
    ['true', xsd('boolean')] as const,
    ['TRUE', xsd('boolean')] as const,
    ['-0', xsd('integer')] as const,
    ['+5', xsd('integer')] as const,
    ['007', xsd('integer')] as const,
    ['12345678901234567890', xsd('integer')] as const,
    ['-7', xsd('integer')] as const,
    ['5', xsd('nonNegativeInteger')] as const,
    ['5.', xsd('decimal')] as const,
    ['.50', xsd('decimal')] as const,
    ['1e3', xsd('double')] as const,
    ['NaN', xsd('double')] as const,
    ['0aFF', xsd('hexBinary')] as const,
    ['<b>&</b>', rdf('XMLLiteral')] as const,
    ['{"a": 1}', rdf('JSON')] as const,
    ['x', 'https://example.org/types#Größe'] as const,
  ),
  fc.tuple(text, fc.constantFrom(xsd('string'), xsd('integer'), xsd('boolean'), xsd('decimal'))),
);
const object = fc.oneof(
  iri.map(namedNode),
  text.map((value) => literal(value)),
  fc
    .tuple(text, fc.constantFrom('de', 'en', 'de-DE', 'zh-Hant-TW', 'x-private', 'de-1996'))
    .map(([value, language]) => literal(value, language)),
  typed.map(([value, datatype]) => literal(value, namedNode(datatype))),
);
const statement = fc.tuple(
  iri,
  fc.constantFrom(...properties),
  object,
  fc.constantFrom(null, ...hostileIris),
);

const inBatches = (
  statements: readonly [string, string, Quad['object'], string | null][],
  graphs: boolean,
): Quad[][] => {
  const quads = statements.map(([subject, property, value, graph]) =>
    quad(
      namedNode(subject),
      namedNode(property),
      value,
      graphs && graph !== null ? namedNode(graph) : undefined,
    ),
  );
  return [quads.slice(0, 3), [], quads.slice(3)];
};

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

describe.each(rdfFormats)('$name', (format) => {
  it('says what it was given, whatever that is', () =>
    fc.assert(
      fc.asyncProperty(fc.array(statement, { maxLength: 12 }), async (statements) => {
        const batches = inBatches(statements, format.graphs);
        const document = await textOf(format.write(batches));
        expect(lines(await parsed(format.name, document))).toEqual(lines(batches.flat()));
      }),
      { numRuns: runs(1_000) },
    ));

  it.each(hostileTexts)('says %j', async (value) => {
    const quads = [
      quad(namedNode('https://example.org/a'), namedNode(dct('title')), literal(value)),
      quad(namedNode('https://example.org/a'), namedNode(dct('title')), literal(value, 'de')),
    ];
    expect(lines(await parsed(format.name, format.text(quads)))).toEqual(lines(quads));
  });

  it.each(hostileIris)('says <%s>', async (value) => {
    const quads = [quad(namedNode(value), namedNode(dcat('theme')), namedNode(value))];
    expect(lines(await parsed(format.name, format.text(quads)))).toEqual(lines(quads));
  });
});
