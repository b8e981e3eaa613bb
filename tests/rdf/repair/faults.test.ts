/** The faults of other catalogues, one by one: what is mended, and what only a person can decide. */
import { base, prefixes, read, short, shown } from './read';

const eu = 'http://publications.europa.eu/resource/authority';
const health = 'https://hdeu-dcat.data.health.europa.eu/resource/authority';

/** What the doctor says of statements about a dataset. */
const of = async (statements: string) =>
  short((await read(`${prefixes}d:a a dcat:Dataset ; ${statements} .`)).findings);

describe('A code', () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    [
      'of an old address',
      `dcat:theme <http://publications.europa.eu/mdr/authority/data-theme/HEAL>`,
      'retired-vocabulary-iri',
      '<http://publications.europa.eu/mdr/authority/data-theme/HEAL>',
      `<${eu}/data-theme/HEAL>`,
    ],
    [
      'with https',
      `dcat:theme <https://publications.europa.eu/resource/authority/data-theme/HEAL>`,
      'retired-vocabulary-iri',
      '<https://publications.europa.eu/resource/authority/data-theme/HEAL>',
      `<${eu}/data-theme/HEAL>`,
    ],
    [
      'of a test server',
      `h:healthCategory <http://13.81.34.152:1101/resource/authority/healthcategories/EHRS>`,
      'retired-vocabulary-iri',
      '<http://13.81.34.152:1101/resource/authority/healthcategories/EHRS>',
      `<${health}/healthcategories/EHRS>`,
    ],
    [
      'that does not exist, but whose meaning is known',
      `dct:accrualPeriodicity <${eu}/frequency/BIANNUAL>`,
      'retired-vocabulary-iri',
      `<${eu}/frequency/BIANNUAL>`,
      `<${eu}/frequency/ANNUAL_2>`,
    ],
    [
      'with a slash at the end',
      `dct:accessRights <${eu}/access-right/PUBLIC/>`,
      'code-spelling',
      `<${eu}/access-right/PUBLIC/>`,
      `<${eu}/access-right/PUBLIC>`,
    ],
    [
      'in small letters',
      `dct:accessRights <${eu}/access-right/public>`,
      'code-spelling',
      `<${eu}/access-right/public>`,
      `<${eu}/access-right/PUBLIC>`,
    ],
    [
      'as a German label',
      `dct:accessRights "öffentlich"`,
      'label-instead-of-code',
      '"öffentlich"',
      `<${eu}/access-right/PUBLIC>`,
    ],
    [
      'as an English label',
      `dct:accrualPeriodicity "monthly"`,
      'label-instead-of-code',
      '"monthly"',
      `<${eu}/frequency/MONTHLY>`,
    ],
    ['as a code alone', `dcat:theme "HEAL"`, 'label-instead-of-code', '"HEAL"', `<${eu}/data-theme/HEAL>`],
    [
      'as a label of a language',
      `dct:language "Deutsch"@de`,
      'label-instead-of-code',
      '"Deutsch"@de',
      `<${eu}/language/DEU>`,
    ],
    [
      'as a media type',
      `dcat:mediaType "text/csv"`,
      'label-instead-of-code',
      '"text/csv"',
      '<http://www.iana.org/assignments/media-types/text/csv>',
    ],
    [
      'as the identifier of a licence',
      `dct:license "CC-BY-4.0"`,
      'label-instead-of-code',
      '"CC-BY-4.0"',
      '<https://creativecommons.org/licenses/by/4.0/>',
    ],
    [
      'as an invented address with a label',
      `dct:accessRights <http://data.europa.eu/r5r/healthdcat-ap/resource/access/Non-public>`,
      'retired-vocabulary-iri',
      '<http://data.europa.eu/r5r/healthdcat-ap/resource/access/Non-public>',
      `<${eu}/access-right/NON_PUBLIC>`,
    ],
  ];

  it.each(cases)('%s is mended', async (_, statement, id, before, after) => {
    expect(await of(statement)).toEqual([[id, before, after]]);
  });

  it('that a whole list does not have is left, and the codes of the list are named', async () => {
    const { findings } = await read(`${prefixes}d:a dct:accessRights <${eu}/access-right/SECRET> .`);

    expect(short(findings)).toEqual([['unknown-code', `<${eu}/access-right/SECRET>`]]);
    expect(findings[0]?.remedy.en).toContain('PUBLIC, RESTRICTED, NON_PUBLIC');
  });

  it('of a list of which we know a part is left without a word', async () => {
    expect(await of(`dct:format <${eu}/file-type/MDB>`)).toEqual([]);
  });

  it('in a label that nobody knows is left', async () => {
    expect(await of(`dct:accessRights "auf Anfrage"`)).toEqual([['text-instead-of-node', '"auf Anfrage"']]);
  });
});

describe('A property', () => {
  const cases: readonly (readonly [string, string, readonly unknown[]])[] = [
    [
      'of a retired name',
      'h:minimumTypicalAge "18"^^xsd:nonNegativeInteger',
      ['retired-property', 'healthdcatap:minimumTypicalAge', 'healthdcatap:minTypicalAge'],
    ],
    [
      'with a capital letter',
      'dcat:endPointURL <https://example.org/api>',
      ['retired-property', 'dcat:endPointURL', 'dcat:endpointURL'],
    ],
    [
      'that DCAT 3 has replaced',
      'dct:hasVersion d:b',
      ['retired-property', 'dct:hasVersion', 'dcat:hasVersion'],
    ],
    [
      'that says the version as a text',
      'dct:hasVersion "1.0"',
      ['retired-property', 'dct:hasVersion', 'dcat:version'],
    ],
    [
      'of another vocabulary for a version',
      '<http://www.w3.org/2002/07/owl#versionInfo> "1.0"',
      ['retired-property', 'owl:versionInfo', 'dcat:version'],
    ],
    [
      'in British spelling',
      'dct:licence <https://creativecommons.org/licenses/by/4.0/>',
      ['retired-property', 'dct:licence', 'dct:license'],
    ],
    [
      'of a namespace with the wrong end',
      '<http://data.europa.eu/r5r#applicableLegislation> <http://data.europa.eu/eli/reg/2025/327/oj>',
      [
        'namespace-form',
        '<http://data.europa.eu/r5r#applicableLegislation>',
        '<http://data.europa.eu/r5r/applicableLegislation>',
      ],
    ],
    [
      'of a namespace with https',
      '<https://www.w3.org/ns/dcat#keyword> "heart"',
      ['namespace-form', '<https://www.w3.org/ns/dcat#keyword>', '<http://www.w3.org/ns/dcat#keyword>'],
    ],
  ];

  it.each(cases)('%s is mended', async (_, statement, expected) => {
    expect(await of(statement)).toEqual([expected]);
  });

  it('of the dataset that belongs to its publisher is moved there, if that is one', async () => {
    const one = await read(
      `${prefixes}d:p a foaf:Agent . d:a dct:publisher d:p ; h:publisherNote "A clinic."@en .`,
    );
    const two = await read(`${prefixes}d:a dct:publisher d:p, d:q ; h:publisherNote "A clinic."@en .`);

    expect(short(one.findings)).toEqual([
      ['moved-to-publisher', 'healthdcatap:publisherNote', 'dct:description'],
    ]);
    expect(shown(one)).toContain(
      '<https://example.org/p> <http://purl.org/dc/terms/description> "A clinic."@en',
    );
    expect(two.findings.map(({ id }) => id)).toEqual(['doubtful-property', 'several-values']);
  });

  it('that was invented is said, with the one that is spelt nearly like it', async () => {
    const { findings } = await read(`${prefixes}d:a dcat:keywords "heart" .`);

    expect(short(findings)).toEqual([['unknown-term', 'dcat:keywords']]);
    expect(findings[0]?.remedy.en).toContain('dcat:keyword');
  });

  it.each([
    ['removed-property', 'h:trustedDataHolder true'],
    ['doubtful-property', '<http://dcat-ap.de/def/dcatde/maintainer> d:p'],
    [
      'mistaken-law',
      '<http://data.europa.eu/r5r/applicableLegislation> <http://data.europa.eu/eli/reg/2024/1689/oj>',
    ],
  ])('only a person can replace: %s', async (id, statement) => {
    const document = await read(`${prefixes}d:a ${statement} .`);

    expect(document.findings.map((finding) => [finding.id, finding.after])).toEqual([[id, undefined]]);
    expect(document.quads).toHaveLength(1);
  });
});

describe('A text where a node belongs, and the other way', () => {
  it.each([
    [
      'dcat:landingPage "https://example.org/page"',
      'literal-instead-of-iri',
      '"https://example.org/page"',
      '<https://example.org/page>',
    ],
    [
      'dct:identifier <https://doi.org/10.1/x>',
      'iri-instead-of-literal',
      '<https://doi.org/10.1/x>',
      '"https://doi.org/10.1/x"',
    ],
  ])('%s is mended', async (statement, ...expected) => {
    expect(await of(statement)).toEqual([expected]);
  });

  it.each([
    ['dcat:landingPage "siehe Aushang"', 'text-instead-of-node', '"siehe Aushang"'],
    ['dct:publisher "Universitätsklinikum"', 'text-instead-of-node', '"Universitätsklinikum"'],
    ['dct:title <https://example.org/title>', 'iri-instead-of-text', '<https://example.org/title>'],
  ])('%s is left', async (statement, ...expected) => {
    expect(await of(statement)).toEqual([expected]);
  });

  it('an address of e-mail gets its scheme, and is not repeated in the report', async () => {
    const document = await read(`${prefixes}d:c a vcard:Kind ; vcard:hasEmail "erika.muster@example.org" .`);

    expect(shown(document).join()).toContain('<mailto:erika.muster@example.org>');
    expect(short(document.findings)).toEqual([
      ['mailto-missing', '"…@example.org"', '<mailto:…@example.org>'],
    ]);
    expect(JSON.stringify(document.findings)).not.toContain('erika');
  });

  it('a placeholder is nothing that is stated', async () => {
    const document = await read(`${prefixes}d:a dct:title "PLATZHALTER", "Herz"@de ; dct:temporal "n/a" .`);

    expect(short(document.findings)).toEqual([
      ['placeholder-value', '"PLATZHALTER"', ''],
      ['placeholder-value', '"n/a"', ''],
    ]);
    expect(document.quads).toHaveLength(1);
  });

  it('what a list calls unknown is no placeholder', async () => {
    expect(await of('dct:accrualPeriodicity "unknown"')).toEqual([
      ['label-instead-of-code', '"unknown"', `<${eu}/frequency/UNKNOWN>`],
    ]);
  });
});

describe('A date', () => {
  it.each([
    ['"31.12.2024"', 'date-form', '"2024-12-31"^^xsd:date'],
    ['"1.2.2024"', 'date-form', '"2024-02-01"^^xsd:date'],
    ['"12/31/2024"', 'date-form', '"2024-12-31"^^xsd:date'],
    ['"20241231"^^xsd:date', 'date-form', '"2024-12-31"^^xsd:date'],
    ['"2024-12-31 08:15:00+0100"^^xsd:dateTime', 'date-form', '"2024-12-31T08:15:00+01:00"^^xsd:dateTime'],
    ['"Dezember 2024"', 'date-form', '"2024-12"^^xsd:gYearMonth'],
    ['"31. Dezember 2024"', 'date-form', '"2024-12-31"^^xsd:date'],
    ['"December 31st, 2024"', 'date-form', '"2024-12-31"^^xsd:date'],
    ['"Tue, 31 Dec 2024 08:15:00 GMT"', 'date-form', '"2024-12-31T08:15:00Z"^^xsd:dateTime'],
    ['"2024"', 'datatype-wrong', '"2024"^^xsd:gYear'],
    ['2024', 'datatype-wrong', '"2024"^^xsd:gYear'],
    ['"2024-12"^^xsd:date', 'datatype-wrong', '"2024-12"^^xsd:gYearMonth'],
    ['"2024-12-31"', 'datatype-wrong', '"2024-12-31"^^xsd:date'],
    ['"2024-12-31T08:15:00"^^xsd:date', 'datatype-wrong', '"2024-12-31T08:15:00"^^xsd:dateTime'],
    ['"2024-12-31"^^xsd:dateTime', 'datatype-wrong', '"2024-12-31"^^xsd:date'],
  ])('%s is understood', async (written, id, after) => {
    const [finding] = await of(`dct:issued ${written}`);

    expect([finding?.[0], finding?.[2]]).toEqual([id, after]);
  });

  it.each([
    '"03/04/2024"',
    '"31.12.24"',
    '"30.02.2024"',
    '"2023-02-29"^^xsd:date',
    '"Winter 2024"',
    '"0000-00-00"^^xsd:date',
    '"Dec 31, 24"',
    '"2010-02-18T16.23334444"^^xsd:dateTime',
  ])('%s may mean several days, or none, and is left', async (written) => {
    expect(await of(`dct:issued ${written}`)).toEqual([['date-ambiguous', written]]);
  });

  it.each([
    '"2024"^^xsd:gYear',
    '"2024-12"^^xsd:gYearMonth',
    '"2024-12-31"^^xsd:date',
    '"2024-12-31Z"^^xsd:date',
    '"2024-12-31T08:15:00.5Z"^^xsd:dateTime',
  ])('%s is right', async (written) => {
    expect(await of(`dct:issued ${written}`)).toEqual([]);
  });
});

describe('A number', () => {
  it.each([
    ['"12000"', 'datatype-wrong', '"12000"^^xsd:nonNegativeInteger'],
    ['12000', 'datatype-wrong', '"12000"^^xsd:nonNegativeInteger'],
    ['"12 000"', 'number-form', '"12000"^^xsd:nonNegativeInteger'],
    ['"1.234.567"', 'number-form', '"1234567"^^xsd:nonNegativeInteger'],
    ['"1,234,567"', 'number-form', '"1234567"^^xsd:nonNegativeInteger'],
    ['12000.0', 'number-form', '"12000"^^xsd:nonNegativeInteger'],
  ])('%s is understood', async (written, id, after) => {
    const [finding] = await of(`h:numberOfRecords ${written}`);

    expect([finding?.[0], finding?.[2]]).toEqual([id, after]);
  });

  it.each([
    ['"12.000"', 'number-ambiguous'],
    ['"12,000"', 'number-ambiguous'],
    ['"1.000"', 'number-ambiguous'],
    ['"1.5"', 'number-ambiguous'],
    ['"about 12"', 'number-ambiguous'],
    ['"-5"', 'negative-count'],
  ])('%s is left', async (written, id) => {
    expect(await of(`h:numberOfRecords ${written}`)).toEqual([[id, written]]);
  });

  it('a truth value is known in both languages', async () => {
    expect(await of('h:hasStructuredData "ja"')).toEqual([['datatype-wrong', '"ja"', '"true"^^xsd:boolean']]);
    expect(await of('h:hasStructuredData "teilweise"')).toEqual([['boolean-ambiguous', '"teilweise"']]);
  });
});

describe('A language tag', () => {
  it.each([
    ['"Herz"@deu', 'language-tag', '"Herz"@de'],
    ['"Herz"@de_DE', 'language-tag', '@de-DE'],
    ['"Heart"@eng', 'language-tag', '"Heart"@en'],
    ['"Herz @de"', 'language-tag-in-text', '"Herz"@de'],
  ])('%s is mended', async (written, id, after) => {
    const [finding] = await of(`dct:title ${written}`);

    expect([finding?.[0], finding?.[2]]).toEqual([id, after]);
  });

  it.each(['"Herz"', '"Herz"@de-AT', '"Hart"@nds', '"Anfragen an daten@de"'])(
    '%s is left',
    async (written) => {
      expect(await of(`dct:title ${written}`)).toEqual([]);
    },
  );
});

describe('A document as a whole', () => {
  it('several values of what can have one are all kept, and said', async () => {
    const document = await read(
      `${prefixes}d:a dct:accessRights <${eu}/access-right/PUBLIC>, <${eu}/access-right/RESTRICTED> . d:x a dcat:Distribution ; dct:license <https://a.example/1>, <https://a.example/2> .`,
    );

    expect(document.findings.map(({ id, property }) => [id, property])).toEqual([
      ['several-values', 'http://purl.org/dc/terms/accessRights'],
      ['several-values', 'http://purl.org/dc/terms/license'],
    ]);
    expect(document.quads).toHaveLength(5);
  });

  it('a dataset of a catalogue gets its class, a node that is described elsewhere does not', async () => {
    const document = await read(
      `${prefixes}d:c a dcat:Catalog ; dcat:dataset d:a, d:b . d:a dct:title "A"@en .`,
    );

    expect(short(document.findings)).toEqual([['missing-class', '', 'dcat:Dataset']]);
    expect(shown(document)).toContain(
      '<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset>',
    );
  });

  it('a distribution that no dataset names, a shared contact and a possible duplicate are said', async () => {
    const { findings } = await read(`${prefixes}
      <http://a.example/1> a dcat:Dataset ; dcat:contactPoint _:c .
      <https://a.example/1/> a dcat:Dataset ; dcat:contactPoint _:c .
      d:x a dcat:Dataset ; dct:publisher d:p ; dct:identifier "7" .
      d:y a dcat:Dataset ; dct:publisher d:p ; dct:identifier "7" .
      d:z a dcat:Dataset ; dct:publisher d:q ; dct:identifier "7" .
      _:c a vcard:Kind .
      d:alone a dcat:Distribution .`);

    expect(findings.map(({ id, subject, value }) => [id, subject?.replace(/^_:.*/, '_:'), value])).toEqual([
      ['distribution-not-linked', 'https://example.org/alone', '<https://example.org/alone>'],
      ['shared-contact', '_:', null],
      ['possible-duplicate', 'https://a.example/1/', '<http://a.example/1>'],
      ['possible-duplicate', 'https://example.org/y', '<https://example.org/x>'],
    ]);
  });

  it('datasets with the same title are not said to be the same', async () => {
    expect(
      short(
        (
          await read(
            `${prefixes}d:a a dcat:Dataset ; dct:title "A"@en . d:b a dcat:Dataset ; dct:title "A"@en .`,
          )
        ).findings,
      ),
    ).toEqual([]);
  });
});

describe('The text of a document', () => {
  const text = 'https://example.org/text';
  const statement = `<${text}> <http://purl.org/dc/terms/title> "Münster" .\n`;

  it('may begin with a byte order mark', async () => {
    const document = await read(`\ufeff${statement}`);

    expect(document.findings.map(({ id }) => id)).toEqual(['byte-order-mark']);
    expect(shown(document)).toEqual([`<${text}> <http://purl.org/dc/terms/title> "Münster"`]);
  });

  it.each([
    ['Latin-1', Buffer.from(statement, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${statement}`, 'utf16le')],
    ['two encodings', Buffer.concat([Buffer.from(statement), Buffer.from(statement, 'latin1')])],
  ])('may be in %s', async (_, bytes) => {
    const document = await read(bytes);

    expect(document.findings.map(({ id }) => id)).toEqual(['encoding-not-utf-8']);
    expect(new Set(shown(document))).toEqual(
      new Set([`<${text}> <http://purl.org/dc/terms/title> "Münster"`]),
    );
  });

  it('may be announced as something else', async () => {
    const { findings } = await read(statement, { type: 'text/html; charset=iso-8859-1' });

    expect(findings.map(({ id, before }) => [id, before])).toEqual([
      ['encoding-header-wrong', 'iso-8859-1'],
      ['media-type-wrong', 'text/html'],
    ]);
  });

  it('may forget prefixes that everybody knows, and no others', async () => {
    const document = await read(
      '<https://example.org/a> a dcat:Dataset ;\n  dcterms:title "A"@en .\n<https://example.org/b> own:x 1 .\n',
    );

    expect(document.findings.map(({ id, value, place }) => [id, value, place.line, place.column])).toEqual([
      ['undeclared-prefix', 'dcat:', 1, 27],
      ['undeclared-prefix', 'dcterms:', 2, 3],
      ['broken-statement', null, 3, 25],
    ]);
    expect(document.quads).toHaveLength(2);
    expect([...document.broken]).toEqual(['https://example.org/b']);
  });

  it.each([
    ['Turtle', '@prefix dct: <http://purl.org/dc/terms> .\n<https://example.org/a> dct:title "A"@en .'],
    [
      'JSON-LD',
      '{\n "@context": { "dct": "http://purl.org/dc/terms" }, "@id": "https://example.org/a", "dct:title": { "@value": "A", "@language": "en" } }',
    ],
    [
      'RDF/XML',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms"><rdf:Description rdf:about="https://example.org/a"><dct:title xml:lang="en">A</dct:title></rdf:Description></rdf:RDF>',
    ],
  ])('may declare a namespace without its end: %s', async (_, written) => {
    const document = await read(written);

    expect(short(document.findings)).toEqual([
      ['namespace-wrong', 'http://purl.org/dc/terms', 'http://purl.org/dc/terms/'],
    ]);
    expect(shown(document)).toEqual(['<https://example.org/a> <http://purl.org/dc/terms/title> "A"@en']);
  });

  it('a prefix with a namespace of its own is left, unless all its terms are those of the usual one', async () => {
    const own = '@prefix prov: <https://clinic.example/own#> . <https://example.org/a> prov:ward "3" .';
    const page =
      '@prefix dcatap: <https://www.dcat-ap.de/> . <https://example.org/a> dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> .';

    expect((await read(own)).findings).toEqual([]);
    expect(short((await read(page)).findings)).toEqual([
      ['namespace-wrong', 'https://www.dcat-ap.de/', 'http://data.europa.eu/r5r/'],
    ]);
  });

  it('IRIs with blanks and bars are encoded; letters that an IRI may have are, where it is an address', async () => {
    const document = await read(
      `${prefixes}<https://example.org/köln> dcat:accessURL <https://example.org/a b|ü.csv> .`,
    );

    expect(shown(document)).toEqual([
      '<https://example.org/köln> <http://www.w3.org/ns/dcat#accessURL> <https://example.org/a%20b%7C%C3%BC.csv>',
    ]);
    expect(document.findings.map(({ id }) => id)).toEqual(['iri-characters', 'address-not-ascii']);
  });

  it('names with prefixes may stand in brackets or have slashes', async () => {
    const document = await read(
      `@prefix x: <https://example.org/x/> . <x:a/1> <https://example.org/p> x:b/2 .`,
    );

    expect(shown(document)).toEqual([
      '<https://example.org/x/a/1> <https://example.org/p> <https://example.org/x/b/2>',
    ]);
  });

  it('a relative address is completed with the address of the document, and said', async () => {
    const { findings } = await read(`${prefixes}<> dcat:downloadURL <tumor.csv> .`);

    expect(short(findings)).toEqual([
      ['relative-iri', '<tumor.csv>', `<${base.replace('document', 'tumor.csv')}>`],
    ]);
  });

  it('a page is no document', async () => {
    await expect(
      read('<!doctype html><html><body>Anmelden</body></html>', { type: 'text/turtle' }),
    ).rejects.toThrow(/HTML page/);
  });
});

describe('A node between a record and its value', () => {
  it('gives way to the value that vCard keeps in it', async () => {
    const document = await read(`${prefixes}d:c a vcard:Kind ; vcard:fn "Datenstelle"@de ;
      vcard:hasEmail [ a vcard:Work ; vcard:hasValue <mailto:daten@example.org> ] ;
      vcard:hasTelephone [ vcard:hasValue <tel:+49-641-1> ; dct:description "mittags"@de ] .`);

    expect(shown(document)).toEqual(
      expect.arrayContaining([
        '<https://example.org/c> <http://www.w3.org/2006/vcard/ns#hasEmail> <mailto:daten@example.org>',
        '<https://example.org/c> <http://www.w3.org/2006/vcard/ns#hasTelephone> <tel:+49-641-1>',
      ]),
    );
    // What is said besides stays, and so is told of.
    expect(shown(document).join()).toContain('mittags');
    expect(document.findings.map(({ id }) => id)).toEqual(['value-in-a-node', 'value-in-a-node']);
  });

  it('gives way to the items of a list, where order means nothing, and to those of a circle once', async () => {
    const document = await read(`${prefixes}
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
      d:a a dcat:Dataset ; dcat:keyword ( "a"@de "b"@de ) ; dcat:distribution _:l ; sh:in ( 1 ) .
      _:l rdf:first d:x ; rdf:rest _:l . d:x a dcat:Distribution .`);

    expect(short(document.findings).map(([id]) => id)).toEqual([
      'list-instead-of-values',
      'list-instead-of-values',
    ]);
    expect(shown(document).filter((line) => /keyword|distribution>/.test(line))).toEqual([
      '<https://example.org/a> <http://www.w3.org/ns/dcat#distribution> <https://example.org/x>',
      '<https://example.org/a> <http://www.w3.org/ns/dcat#keyword> "a"@de',
      '<https://example.org/a> <http://www.w3.org/ns/dcat#keyword> "b"@de',
    ]);
    expect(shown(document).filter((line) => line.includes('#first'))).toHaveLength(1);
  });
});
