/** Documents that mean harm, or were cut off: each gets records or one sentence, never a stack trace. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { UnreadableDocument } from '../../../src/rdf/reading/document';
import { describeOfficial, officialFile } from '../../helpers/shacl';
import { read } from './read';

/** Reads what can be read; any other error fails. */
async function survive(text: string | Uint8Array, place?: string): Promise<string> {
  try {
    const { quads } = await read(text, place === undefined ? {} : { place });
    return `${quads.length} statements`;
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^.{10,700}$/su);
    return error.message;
  }
}

jest.setTimeout(120_000);

describe('A hostile document', () => {
  it('of random bytes is survived, whatever it claims to be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom('x.ttl', 'x.nt', 'x.nq', 'x.rdf', 'x.jsonld', 'x'),
        async (bytes, place) => {
          await survive(bytes, place);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of JSON whose lines are made to be searched again and again is survived', async () => {
    const braces = '}'.repeat(200_000);
    const blanks = ' '.repeat(200_000);
    await survive(`{"@id": 1}\n{${braces}${blanks}x\n`, 'x.jsonld');
    await survive(`{"@context": {"a": {${'"b": {'.repeat(100)}"@container": "@language${blanks}`, 'x.jsonld');
    await survive(`{"@context": [${'{}, '.repeat(50_000)}x], "dct:title": "x"}`, 'x.jsonld');
  });

  it('of random signs of the formats is survived', async () => {
    const signs = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '"""',
      '.',
      ';',
      ',',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '@prefix',
      '@',
      '^^',
      ':',
      '_:',
      '#',
      '\\',
      '\n',
      ' ',
      'a',
      'x:y',
      '<?xml?>',
      '<rdf:RDF>',
      '&',
      '/*',
      '\u0000',
      '\ud800',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(signs, { maxLength: 200 }).map((all) => all.join('')),
        fc.constantFrom('x.ttl', 'x.nt', 'x.rdf', 'x.jsonld'),
        async (text, place) => {
          await survive(text, place);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['brackets of JSON', `{"@graph":${'['.repeat(200_000)}`, /nested deeper/],
    ['objects of JSON', `${'{"@graph":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /nested deeper/],
    ['brackets of Turtle', `<a:b> <a:c> ${'['.repeat(100_000)}`, /./],
    ['lists of Turtle', `<a:b> <a:c> ${'('.repeat(100_000)}`, /./],
    [
      'elements of XML',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${'<a>'.repeat(50_000)}`,
      /nested deeper/,
    ],
  ])('of deep nesting is survived: %s', async (_, text, said) => {
    expect(await survive(text)).toMatch(said);
  });

  it.each([
    [
      'that double each other',
      '<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
      '&c;',
    ],
    ['that are long and used often', `<!ENTITY a "${'x'.repeat(100_000)}">`, '&a;'.repeat(1000)],
    ['of files', '<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'],
  ])('of entities %s is refused', async (_, entities, used) => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF [${entities}]>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://purl.org/dc/terms/"><rdf:Description rdf:about="https://example.org/a"><d:title>${used}</d:title></rdf:Description></rdf:RDF>`;

    expect(await survive(text)).toMatch(/entities/);
  });

  it('with namespaces as entities is read, as many are', async () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF [<!ENTITY d "http://purl.org/dc/terms/">]>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="&d;"><rdf:Description rdf:about="https://example.org/a"><d:title>A</d:title></rdf:Description></rdf:RDF>`;

    expect(await survive(text)).toBe('1 statements');
  });

  it('with a text of many megabytes is read', async () => {
    expect(
      await survive(`<https://example.org/a> <http://purl.org/dc/terms/title> "${'ä'.repeat(5_000_000)}" .`),
    ).toBe('1 statements');
    expect(
      await survive(
        `<https://example.org/a> <http://purl.org/dc/terms/title> """${'"\\n'.repeat(1_000_000)}x""" .`,
      ),
    ).toBe('1 statements');
  });

  it('with a string that never ends costs that record', async () => {
    expect(
      await survive(
        `<https://example.org/a> <https://example.org/p> "x" .\n<https://example.org/b> <https://example.org/p> """${'x'.repeat(2_000_000)}`,
      ),
    ).toBe('1 statements');
  });

  it('of faults alone ends after a thousand of them', async () => {
    const { findings } = await read(
      `<https://example.org/a> <https://example.org/p> 1 .\n${'<https://example.org/b> <https://example.org/p> "x .\n'.repeat(3000)}`,
    );

    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)?.id).toBe('too-many-faults');
  });

  it.each([
    ['a ZIP archive', Buffer.from('504b03040000', 'hex'), /ZIP/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    [
      'an archive of tar',
      Buffer.concat([Buffer.from('a.ttl'.padEnd(257, '\0')), Buffer.from('ustar\0')]),
      /archive \(tar\)/,
    ],
    ['an archive of RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), /archive \(RAR\)/],
    ['nothing', '', /empty/],
    ['blanks', ' \n\t', /empty/],
    ['a number', '7', /./],
    ['plain words', 'Lorem ipsum dolor sit amet.', /RDF/],
  ])('of another kind is named: %s', async (_, bytes, said) => {
    expect(await survive(bytes)).toMatch(said);
  });
});

describeOfficial('A real document that was cut off', () => {
  it.each([
    'samples/healthdcat-ap.de/zfkd_healthdcat-ap.ttl',
    'samples/health-ri/negative/dataset-iso8601.ttl',
    'samples/semic-dcat-ap-3.0.1/example-bee-population-2022-2023.jsonld',
    'samples/dsp-examples/catalog/catalog.json',
  ])('is survived at each twentieth: %s', async (name) => {
    const bytes = readFileSync(officialFile(name));
    for (let part = 0; part <= 20; part += 1)
      await survive(bytes.subarray(0, Math.floor((bytes.length * part) / 20)), name);
  });

  it('keeps the datasets that are whole', async () => {
    const bytes = readFileSync(officialFile('samples/health-ri/negative/dataset-iso8601.ttl'));
    const text = bytes.toString().split('\n').slice(0, 95).join('\n');
    const document = await read(text);

    expect([...document.broken]).toEqual(['http://example.com/dataset/3']);
    expect(
      document.findings.some(
        ({ id, remedy }) => id === 'broken-statement' && remedy.en.includes('ends too early'),
      ),
    ).toBe(true);
    expect(
      new Set(
        document.quads
          .filter(({ object }) => object.value.endsWith('#Dataset'))
          .map(({ subject }) => subject.value),
      ),
    ).toEqual(
      new Set(['http://example.com/dataset', 'http://example.com/dataset/1', 'http://example.com/dataset/2']),
    );
  });
});
