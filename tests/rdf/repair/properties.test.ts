/** What holds of every document: a second repair changes nothing, a clean document is left alone, and the same text gives the same report. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describeOfficial, officialFile } from '../../helpers/shacl';
import { asTurtle, prefixes, read, short, shown } from './read';

/** Values as catalogues of others write them, right and wrong. */
const values = [
  '"öffentlich"',
  '"monthly"',
  '"n/a"',
  '"31.12.2024"',
  '"03/04/2024"',
  '"2024"',
  '"12.000"',
  '"1.234.567"',
  '"-5"',
  '"ja"',
  '"https://example.org/x"',
  '"www.example.org"',
  '"daten@example.org"',
  '"Herz @de"',
  '"Herz"@deu',
  '"Herz"@de',
  '"CC-BY-4.0"',
  '"text/csv"',
  '<https://example.org/x>',
  '<https://publications.europa.eu/resource/authority/frequency/DAILY/>',
  '<http://purl.org/adms/status/Completed>',
  '"https://publications.europa.eu/mdr/authority/frequency/daily/"',
  '<http://data.europa.eu/r5r/healthdcat-ap/resource/x/Public>',
  '<https://example.org/ü b>',
  '[ foaf:name "x" ]',
  '[]',
  '_:shared',
  '2024',
  'true',
];
const properties = [
  'dct:accessRights',
  'dct:accrualPeriodicity',
  'dct:title',
  'dct:description',
  'dct:identifier',
  'dct:issued',
  'dct:publisher',
  'dct:license',
  'dct:hasVersion',
  'dct:format',
  'dcat:theme',
  'dcat:mediaType',
  'dcat:landingPage',
  'dcat:contactPoint',
  'dcat:distribution',
  'dcat:dataset',
  'dcat:byteSize',
  'dcat:licence',
  'dcat:keywords',
  'h:numberOfRecords',
  'h:hasStructuredData',
  'h:publisherNote',
  'h:publisherType',
  'h:healthTheme',
  'vcard:hasEmail',
  'foaf:mbox',
  '<http://data.europa.eu/r5r#availability>',
  '<http://www.w3.org/2002/07/owl#versionInfo>',
  '<https://www.w3.org/ns/dcat#keyword>',
];
const subjects = [
  'd:a',
  'd:b',
  '<http://example.org/a/>',
  '_:shared',
  '<https://publications.europa.eu/resource/authority/frequency/DAILY>',
];
const classes = [
  'dcat:Dataset',
  'dcat:Distribution',
  'dcat:Catalog',
  'foaf:Organization',
  'dct:PeriodOfTime',
  'vcard:Individual',
];

const statement = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(
      fc.constantFrom(...subjects),
      fc.constantFrom(...properties),
      fc.constantFrom(...values),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...subjects), fc.constant('a'), fc.constantFrom(...classes)),
  },
);
const documents = fc
  .array(statement, { minLength: 1, maxLength: 12 })
  .map((all) => prefixes + all.map((terms) => `${terms.join(' ')} .`).join('\n'));

const isDoubt = (finding: { after?: string }) => finding.after === undefined;

describe('Repairs', () => {
  it('made twice are made once: the mended document has nothing to mend, and the same doubts', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        const once = await read(text);
        // A document of placeholders alone is empty once it is mended.
        fc.pre(once.quads.length > 0);
        const twice = await read(asTurtle(once));

        expect(short(twice.findings.filter((finding) => !isDoubt(finding)))).toEqual([]);
        expect(new Set(shown(twice)).size).toBe(new Set(shown(once)).size);
        expect(twice.findings.map(({ id }) => id).sort()).toEqual(
          once.findings
            .filter(isDoubt)
            .map(({ id }) => id)
            .sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('see the classes that were added: a text version of a distribution without a class', async () => {
    const once = await read(
      `${prefixes}d:a dcat:distribution d:b . d:b <http://www.w3.org/2002/07/owl#versionInfo> "1.0" .`,
    );

    expect(once.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['missing-class', 'retired-property']),
    );
    expect(shown(once).some((line) => line.includes('versionInfo'))).toBe(false);
  });

  it('do not depend on anything but the text', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        const [one, other] = [await read(text), await read(text)];

        expect(other.findings.map(({ id, place, message }) => [id, place, message])).toEqual(
          one.findings.map(({ id, place, message }) => [id, place, message]),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('Reading past faults', () => {
  const record = (number: number) =>
    `<https://example.org/${number}> a <http://www.w3.org/ns/dcat#Dataset> ;\n  <http://purl.org/dc/terms/title> "Record ${number}"@en ;\n  <http://purl.org/dc/terms/description> "What it is."@en .\n`;
  const faults: readonly ((text: string) => string)[] = [
    (text) => text.replace(' ;\n  <http://purl.org/dc/terms/desc', '\n  <http://purl.org/dc/terms/desc'),
    (text) => text.replace('"@en ;', '@en ;'),
    (text) => text.replace(' .\n', '\n'),
    (text) => text.replace('<http://purl.org/dc/terms/title>', 'own:title'),
    (text) => text.replace('"Record', '"Record "quoted"'),
  ];

  it('costs the broken records alone, wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.uniqueArray(fc.tuple(fc.nat(11), fc.constantFrom(...faults)), {
          maxLength: 4,
          selector: ([at]) => at,
        }),
        async (count, chosen) => {
          const broken = new Map(chosen.filter(([at]) => at < count));
          fc.pre(broken.size < count);
          const text = Array.from({ length: count }, (_, number) =>
            (broken.get(number) ?? String)(record(number)),
          ).join('\n');
          const document = await read(text);

          expect([...document.broken].sort()).toEqual(
            [...broken.keys()].map((number) => `https://example.org/${number}`).sort(),
          );
          for (let number = 0; number < count; number += 1)
            expect([
              number,
              document.quads.filter(({ subject }) => subject.value === `https://example.org/${number}`)
                .length,
            ]).toEqual([number, broken.has(number) ? 0 : 3]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps blank nodes, bases and prefixes of the parts before', async () => {
    const document = await read(
      '@base <https://example.org/> .\n@prefix x: <https://example.org/x/> .\n<a> x:p _:n .\n<b> x:p "broken .\n<c> x:p _:n .\n',
    );

    expect(shown(document)).toEqual([
      '<https://example.org/a> <https://example.org/x/p> _:b_n',
      '<https://example.org/c> <https://example.org/x/p> _:b_n',
    ]);
    expect([...document.broken]).toEqual(['https://example.org/b']);
  });

  it('N-Triples are read line by line', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, number) => `<https://example.org/${number}> <https://example.org/p> "x" .`,
    );
    lines[17] = '<https://example.org/17> <https://example.org/p> "x';
    lines[4321] = '<https://example.org/4321> <https://example.org/p with blank "x" .';
    const document = await read(lines.join('\n'), { place: 'all.nt' });

    expect(document.quads).toHaveLength(4998);
    expect(document.findings.map(({ id, place }) => [id, place.line])).toEqual([
      ['broken-statement', 18],
      ['broken-statement', 4322],
    ]);
  });

  it('an object of JSON-LD costs itself alone', async () => {
    const document = await read(`{
  "@context": { "dct": "http://purl.org/dc/terms/" },
  "@graph": [
    { "@id": "https://example.org/1", "dct:title": "One" },
    { "@id": "https://example.org/2", "dct:title" "Two" },
    { "@id": "https://example.org/3", "dct:title": "Three" },
  ]
}`);

    expect(shown(document).map((line) => line.split(' ')[0])).toEqual([
      '<https://example.org/1>',
      '<https://example.org/3>',
    ]);
    expect([...document.broken]).toEqual(['https://example.org/2']);
    expect(document.findings[0]?.place).toMatchObject({ line: 5 });
  });

  it('an element of RDF/XML costs itself alone', async () => {
    const document = await read(`<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/">
  <rdf:Description rdf:about="https://example.org/1">
    <dct:title>One</dct:title>
  </rdf:Description>
  <rdf:Description rdf:about="https://example.org/2">
    <dct:title>Two</dct:titel>
  </rdf:Description>
  <rdf:Description rdf:about="https://example.org/3">
    <dct:title>Three</dct:title>
  </rdf:Description>
</rdf:RDF>`);

    expect(shown(document).map((line) => line.split(' ')[0])).toEqual([
      '<https://example.org/1>',
      '<https://example.org/3>',
    ]);
    expect([...document.broken]).toEqual(['https://example.org/2']);
    expect(document.findings.map(({ id, place }) => [id, place.line])).toEqual([['broken-statement', 7]]);
  });
});

describeOfficial('Documents that official validators accept', () => {
  it('are left as they are', async () => {
    const document = await read(
      readFileSync(officialFile('standards/healthdcat-ap-r8/examples/example-healthdcat-dataset.ttl')),
    );

    expect(document.findings).toEqual([]);
  });
});
