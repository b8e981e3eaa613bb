/** What documents look like, and what leaves in none of them. */
import type { Quad } from '@rdfjs/types';
import { rdfFormats } from '../../../src/rdf/formats';
import type { RdfFormat } from '../../../src/rdf/formats/format';
import { UnwritableQuad } from '../../../src/rdf/formats/unwritable';
import { dcat, dct, prov, rdf, xsd } from '../../../src/vocabulary/namespaces';
import { blankNode, literal, namedNode, quad } from '../data-factory';
import { lines, parsed } from '../parsed';

const a = 'https://example.org/datasets/a';
const say = (subject: string, property: string, object: Quad['object']): Quad =>
  quad(namedNode(subject), namedNode(property), object);

const quads = [
  say(a, dct('issued'), literal('2024-02-29', namedNode(xsd('date')))),
  say(a, dct('title'), literal('Datensatz "A"', 'de')),
  say(a, dct('title'), literal('Dataset "A"', 'en')),
  say(a, rdf('type'), namedNode(dcat('Dataset'))),
  say(a, 'https://example.org/ns#size', literal('5', namedNode(xsd('integer')))),
  say(`${a}#publisher`, dct('source'), namedNode('https://example.org/?a=1&b=2')),
];

const statementTerms = () => [namedNode(a), namedNode(dct('title')), literal('x')] as const;

const formatOf = (name: string): RdfFormat => {
  const format = rdfFormats.find((each) => each.name === name);
  if (!format) throw new Error(`There is no ${name}.`);
  return format;
};

async function piecesOf(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe('a document stands by subject, and declares the prefixes that it uses', () => {
  it.each([
    [
      'turtle',
      `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://example.org/datasets/a> dct:issued "2024-02-29"^^xsd:date ;
  dct:title "Datensatz \\"A\\""@de ,
    "Dataset \\"A\\""@en ;
  a dcat:Dataset ;
  <https://example.org/ns#size> 5 .

<https://example.org/datasets/a#publisher> dct:source <https://example.org/?a=1&b=2> .

`,
    ],
    [
      'json-ld',
      `{"@context": {
  "dcat": "http://www.w3.org/ns/dcat#",
  "dct": "http://purl.org/dc/terms/",
  "xsd": "http://www.w3.org/2001/XMLSchema#"
},
"@graph": [
{"@type": "dcat:Dataset", "@id": "https://example.org/datasets/a",
  "dct:issued": {"@type": "xsd:date", "@value": "2024-02-29"},
  "dct:title": [
    {"@language": "de", "@value": "Datensatz \\"A\\""},
    {"@language": "en", "@value": "Dataset \\"A\\""}
  ],
  "https://example.org/ns#size": 5},
{"@id": "https://example.org/datasets/a#publisher",
  "dct:source": {"@id": "https://example.org/?a=1&b=2"}}
]}
`,
    ],
    [
      'rdf-xml',
      `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
  xmlns:dct="http://purl.org/dc/terms/"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="https://example.org/datasets/a">
  <dct:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2024-02-29</dct:issued>
  <dct:title xml:lang="de">Datensatz "A"</dct:title>
  <dct:title xml:lang="en">Dataset "A"</dct:title>
  <rdf:type rdf:resource="http://www.w3.org/ns/dcat#Dataset"/>
  <ns:size xmlns:ns="https://example.org/ns#" rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">5</ns:size>
</rdf:Description>
<rdf:Description rdf:about="https://example.org/datasets/a#publisher">
  <dct:source rdf:resource="https://example.org/?a=1&amp;b=2"/>
</rdf:Description>
</rdf:RDF>
`,
    ],
    [
      'n-triples',
      `<https://example.org/datasets/a> <http://purl.org/dc/terms/issued> "2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date> .
<https://example.org/datasets/a> <http://purl.org/dc/terms/title> "Datensatz \\"A\\""@de .
<https://example.org/datasets/a> <http://purl.org/dc/terms/title> "Dataset \\"A\\""@en .
<https://example.org/datasets/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
<https://example.org/datasets/a> <https://example.org/ns#size> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .
<https://example.org/datasets/a#publisher> <http://purl.org/dc/terms/source> <https://example.org/?a=1&b=2> .
`,
    ],
  ])('in %s', async (name, expected) => {
    const format = formatOf(name);
    expect(format.text(quads)).toBe(expected);
    expect((await piecesOf(format.write([quads]))).join('')).toBe(expected);
  });

  it('in TriG, with graphs', () => {
    const graph = namedNode('https://example.org/graph');
    const source = quad(graph, namedNode(prov('wasDerivedFrom')), namedNode('https://example.org/source'));
    const stated = quad(namedNode(a), namedNode(dct('identifier')), literal('a'), graph);
    expect(formatOf('trig').text([source, stated])).toBe(`@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .

<https://example.org/graph> prov:wasDerivedFrom <https://example.org/source> .

<https://example.org/graph> {
<https://example.org/datasets/a> dct:identifier "a" .
}

`);
  });
});

describe.each(rdfFormats)('$name', (format) => {
  it('of nothing is a document, too', async () => {
    expect(await parsed(format.name, format.text([]))).toEqual([]);
    expect((await piecesOf(format.write([]))).join('')).toBe(format.text([]));
  });

  it('comes in pieces while more is read, and no piece waits for the end', async () => {
    let read = 0;
    function* batches(): Generator<Quad[]> {
      for (; read < 20_000; read += 1)
        yield [say(`${a}/${read}`, dct('title'), literal('x'.repeat(50), 'de'))];
    }
    const seen: number[] = [];
    let text = '';
    for await (const piece of format.write(batches())) {
      seen.push(read);
      text += piece;
      expect(piece.length).toBeLessThan(100_000);
    }
    expect(seen[0]).toBeLessThan(1_500);
    expect(await parsed(format.name, text)).toHaveLength(20_000);
  });

  it('keeps blank nodes apart', async () => {
    const node = blankNode('b0');
    const document = format.text([
      say(a, dct('publisher'), node),
      quad(node, namedNode(dct('title')), literal('x')),
    ]);
    const [one, other] = await parsed(format.name, document);
    expect(one?.object.termType).toBe('BlankNode');
    expect(one?.object.equals(other?.subject)).toBe(true);
  });

  const refused: [string, Quad, RegExp][] = [
    ['a space in an IRI', say('https://example.org/a b', dct('title'), literal('x')), /U\+0020/],
    ['a bar in an IRI', say(a, dct('source'), namedNode('https://example.org/a|b')), /U\+007C/],
    ['brackets in a path', say(a, dct('source'), namedNode('https://example.org/[b]')), /U\+005B/],
    ['a stray percent sign', say(a, dct('source'), namedNode('https://example.org/100%')), /U\+0025/],
    ['half a character in an IRI', say(a, dct('source'), namedNode('https://x.org/\uD83D')), /U\+D83D/],
    ['a second fragment', say(a, dct('source'), namedNode('https://example.org/#a#b')), /U\+0023/],
    ['a relative IRI', say('datasets/a', dct('title'), literal('x')), /not an absolute IRI/],
    ['an empty IRI', say('', dct('title'), literal('x')), /not an absolute IRI/],
    ['NUL', say(a, dct('title'), literal('a\0b')), /U\+0000/],
    ['a control character', say(a, dct('title'), literal('a\u000Bb', 'de')), /U\+000B/],
    ['half a character', say(a, dct('title'), literal('a\uDC00b')), /U\+DC00/],
    ['the other half', say(a, dct('title'), literal('\uD83D')), /U\+D83D/],
    ['U+FFFE', say(a, dct('title'), literal('\uFFFE')), /U\+FFFE/],
    ['a language that is none', say(a, dct('title'), literal('x', 'de_DE')), /BCP 47/],
    ['a datatype that is no IRI', say(a, dct('title'), literal('x', namedNode('date'))), /absolute IRI/],
    ['a quoted triple', say(a, dct('title'), quad(...statementTerms())), /RDF 1\.1/],
  ];

  it.each(refused)('refuses %s, and names the statement', async (_, wrong, reason) => {
    const write = (): string => format.text([...quads, wrong]);
    expect(write).toThrow(UnwritableQuad);
    expect(write).toThrow(reason);
    await expect(piecesOf(format.write([[wrong]]))).rejects.toThrow(wrong.predicate.value);
  });

  it('leaves out what cannot be written, if somebody is told', async () => {
    const wrong = say(`${a}/other`, dct('source'), namedNode('x'));
    const other = say(`${a}/other`, dct('title'), literal('x'));
    const told: Quad[] = [];
    const pieces = await piecesOf(
      format.write([quads.slice(0, 4), [wrong, other], [wrong], quads.slice(4)], (error) => {
        told.push(error.quad);
      }),
    );
    expect(told).toEqual([wrong, wrong]);
    expect(lines(await parsed(format.name, pieces.join('')))).toEqual(lines([...quads, other]));
  });

  it(format.graphs ? 'states graphs' : 'refuses graphs', async () => {
    const inGraph = [quad(...statementTerms(), namedNode('https://example.org/graph'))];
    if (format.graphs) expect(lines(await parsed(format.name, format.text(inGraph)))).toEqual(lines(inGraph));
    else expect(() => format.text(inGraph)).toThrow(/no named graphs/);
  });
});

it.each([
  ['https://example.org/ns#1', /ends in an XML name/],
  ['https://example.org/%C3%A4', /ends in an XML name/],
  [rdf('li'), /no property/],
  [rdf('Description'), /no property/],
])('RDF/XML refuses the property %s', (property, reason) => {
  expect(() => formatOf('rdf-xml').text([say(a, property, literal('x'))])).toThrow(reason);
});

it('JSON-LD refuses an IRI that would be read as a prefixed name', () => {
  expect(() => formatOf('json-ld').text([say(a, dct('source'), namedNode('dct:title'))])).toThrow(
    /scheme dct/,
  );
});

it('each format has a name, an extension and a media type of its own', () => {
  for (const of of [
    rdfFormats.map(({ name }) => name),
    rdfFormats.map(({ extension }) => extension),
    rdfFormats.flatMap(({ types }) => types),
  ])
    expect(new Set(of).size).toBe(of.length);
  for (const { types, contentType } of rdfFormats) expect(contentType.split(';')[0]).toBe(types[0]);
});
