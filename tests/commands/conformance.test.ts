/** `num-gateway conformance` as a steward sees it: documents right, wrong and broken, from files and addresses. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../helpers/gateway-process';
import { describeOfficial, officialFile } from '../helpers/shacl';
import { checkSarif } from '../helpers/sarif';

jest.setTimeout(120_000);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-conformance-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const judge = (place: string, ...options: string[]) => run(['conformance', place, ...options]);

const written = async (name: string, text: string | Uint8Array): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};

const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
`;

const good = `${prefixes}
<https://example.org/d> a dcat:Dataset ;
  dct:title "Daten"@de ;
  dct:description "Was sie enthalten."@de .
`;

const untitled = `${prefixes}
<https://example.org/d> a dcat:Dataset ;
  dct:description <https://example.org/text> ;
  dct:accessRights "öffentlich" .
`;

const ofDataset = {
  ttl: good,
  nt: `<https://example.org/d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
<https://example.org/d> <http://purl.org/dc/terms/title> "Daten"@de .
<https://example.org/d> <http://purl.org/dc/terms/description> "Was sie enthalten."@de .
`,
  nq: `<https://example.org/d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> <https://example.org/g> .
<https://example.org/d> <http://purl.org/dc/terms/title> "Daten"@de <https://example.org/g> .
<https://example.org/d> <http://purl.org/dc/terms/description> "Was sie enthalten."@de <https://example.org/g> .
`,
  trig: good.replace(/<https[^]*/, (statements) => `<https://example.org/g> { ${statements} }`),
  jsonld: JSON.stringify({
    '@context': { dct: 'http://purl.org/dc/terms/' },
    '@id': 'https://example.org/d',
    '@type': 'http://www.w3.org/ns/dcat#Dataset',
    'dct:title': { '@value': 'Daten', '@language': 'de' },
    'dct:description': { '@value': 'Was sie enthalten.', '@language': 'de' },
  }),
  rdf: `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
  <dcat:Dataset rdf:about="https://example.org/d">
    <dct:title xml:lang="de">Daten</dct:title>
    <dct:description xml:lang="de">Was sie enthalten.</dct:description>
  </dcat:Dataset>
</rdf:RDF>`,
};

const formats = {
  ttl: 'Turtle',
  nt: 'N-Triples',
  nq: 'N-Quads',
  trig: 'TriG',
  jsonld: 'JSON-LD',
  rdf: 'RDF/XML',
};

describe('A document that conforms', () => {
  it.each(Object.entries(ofDataset))('is read as .%s', async (ending, text) => {
    const { code, stdout, stderr } = await judge(await written(`good.${ending}`, text), '--format', 'json');

    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      conforms: true,
      format: formats[ending as keyof typeof formats],
      profiles: [{ name: 'dcat-ap', conforms: true }],
      errors: 0,
    });
  });

  it('is recognised by its content, whatever its name', async () => {
    for (const [ending, text] of Object.entries(ofDataset)) {
      const { code, stdout } = await judge(await written('unnamed', text), '--format', 'json');

      expect([ending, code, (JSON.parse(stdout) as { errors: number }).errors]).toEqual([ending, 0, 0]);
    }
  });
});

describe('A document that does not conform', () => {
  it('is told what is wrong, on which line, and how to mend it', async () => {
    const file = await written('untitled.ttl', untitled);
    const { code, stdout } = await judge(file);

    expect(code).toBe(1);
    expect(stdout).toContain(`${file}  Turtle, 3 statements`);
    expect(stdout).toContain(`${file}: 3 errors`);
    expect(stdout).toContain('does not conform to DCAT-AP 3.0.1');
    expect(stdout).toContain('\n<https://example.org/d>\n');
    expect(stdout).toMatch(/^ {2}4 +violation +dct:title is missing\.$/m);
    expect(stdout).toContain('→ State dct:title as a text.');
    expect(stdout).toMatch(/^ {2}5 +violation +A value of dct:description must be a literal/m);
  });

  it('is told in German', async () => {
    const { stdout } = await judge(await written('untitled.ttl', untitled), '--lang', 'de');

    expect(stdout).toContain('entspricht nicht DCAT-AP 3.0.1');
    expect(stdout).toMatch(/Verstoß +dct:title fehlt\./);
    expect(stdout).toContain('dct:title als Text angeben.');
  });

  it('has lines in RDF/XML and JSON-LD, too', async () => {
    const xml = ofDataset.rdf
      .replace(/ *<dct:title.*\n/, '')
      .replace(/<dct:desc.*/, '<dct:accessRights>x</dct:accessRights>');
    const json = `{\n  "@type": "http://www.w3.org/ns/dcat#Dataset",\n  "@id": "https://example.org/d"\n}`;
    const linesOf = async (name: string, text: string) => {
      const { stdout } = await judge(await written(name, text), '--format', 'json');
      const { findings } = JSON.parse(stdout) as { findings: { term: string; line: number | null }[] };
      return Object.fromEntries(findings.map(({ term, line }) => [term, line]));
    };

    expect(await linesOf('bad.rdf', xml)).toMatchObject({ 'dct:title': 3, 'dct:accessRights': 4 });
    expect(await linesOf('bad.jsonld', json)).toMatchObject({ 'dct:title': 3, 'dct:description': 3 });
  });

  it('is reported as SARIF for editors and build servers', async () => {
    const { code, stdout } = await judge(await written('ohne Titel ä.ttl', untitled), '--format', 'sarif');
    const log = checkSarif(stdout);

    expect([code, log.version]).toEqual([1, '2.1.0']);
    expect(log.runs[0]?.results).toContainEqual(
      expect.objectContaining({
        ruleId: 'dct:title/min-count',
        level: 'error',
        locations: [
          expect.objectContaining({
            physicalLocation: expect.objectContaining({ region: { startLine: 4 } }) as unknown,
          }),
        ],
      }),
    );
  });

  it('says nothing twice: a text where a node has to be is one violation', async () => {
    const file = await written(
      'frequency.ttl',
      `${good.trimEnd().slice(0, -1)}; dct:accrualPeriodicity "monthly" .`,
    );
    const { stdout } = await judge(file);

    expect(stdout.match(/violation .*dct:accrualPeriodicity/g)).toHaveLength(1);
  });
});

describe('Codes of public vocabularies', () => {
  const coded = `${good.trimEnd().slice(0, -1)};
  dct:language <http://publications.europa.eu/resource/authority/language/DEU> .`;

  it('are known: a document need not say what they are', async () => {
    expect(await judge(await written('coded.ttl', coded))).toMatchObject({ code: 0 });
  });

  it('are not known with --alone', async () => {
    const { code, stdout } = await judge(await written('coded.ttl', coded), '--alone');

    expect(code).toBe(1);
    expect(stdout).toContain('A value of dct:language is not stated to be a dct:LinguisticSystem.');
  });
});

describe('A document that cannot be read', () => {
  const cases: readonly [string, string, string | Uint8Array, string, RegExp][] = [
    [
      'an undeclared prefix',
      'a.ttl',
      '<a:b> <a:c> "x" .\n<a:b> ex:c "y" .',
      ':2:7',
      /Undefined prefix "ex:".*@prefix ex:/,
    ],
    ['half a document', 'b.ttl', '<a:b> <a:c> "x" ;\n  <a:d> ', ':2', /ends too early/],
    [
      'a page',
      'c.html',
      '<!DOCTYPE html>\n<html><body>Log in</body></html>',
      ' cannot',
      /HTML page, and no RDF/,
    ],
    ['nothing', 'd.ttl', ' \n', ' cannot', /empty/],
    [
      'broken JSON',
      'e.jsonld',
      '{\n  "@id": "https://example.org/d",\n  "@type" }',
      ':3:11',
      /no well-formed JSON/,
    ],
    [
      'broken XML',
      'f.rdf',
      '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n</rdf:RD>',
      ':3:',
      /no well-formed RDF\/XML/,
    ],
    [
      'a ZIP file',
      'z.ttl',
      Buffer.from('PK\x03\x04', 'latin1'),
      ' cannot',
      /ZIP file or workbook.*Unpack it/,
    ],
    ['a picture', 'p.ttl', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ' cannot', /picture, and no RDF/],
    ['a PDF', 'q.ttl', '%PDF-1.7\n', ' cannot', /PDF, and no RDF/],
    ['comments alone', 'k.ttl', '# Nothing yet.\n', ' cannot be judged', /states nothing/],
    ['an empty object', 'l.jsonld', '{}', ' cannot be judged', /states nothing/],
    [
      'what the profile has no rules for',
      'm.ttl',
      '<https://example.org/a> <https://example.org/b> "c" .',
      ' cannot be judged',
      /DCAT-AP 3\.0\.1 has rules for nothing/,
    ],
    [
      'another encoding',
      'g.ttl',
      Buffer.from('# Mün\n<a:b> <a:c> "M\u00fcnster" .', 'latin1'),
      ':1',
      /not UTF-8/,
    ],
  ];

  it.each(cases)('%s: is said with its place, in one line', async (_, name, text, where, message) => {
    const file = await written(name, text);
    const { code, stdout, stderr } = await judge(file);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${file}${where}`);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('is said in the forms for programs', async () => {
    const file = await written('h.ttl', '<a:b> ex:c "y" .');
    const json = await judge(file, '--format', 'json');
    const sarif = await judge(file, '--format', 'sarif');

    expect([json.code, sarif.code]).toEqual([2, 2]);
    expect(JSON.parse(json.stdout)).toMatchObject({ conforms: null, error: { line: 1, column: 7 } });
    expect(checkSarif(sarif.stdout)).toMatchObject({
      runs: [{ invocations: [{ executionSuccessful: false }] }],
    });
  });

  it('names a file that is not there, a profile and a level that it does not know', async () => {
    const missing = await judge(join(folder, 'missing.ttl'));
    const profile = await judge(folder, '--profile', 'healthdcat-ap@7');
    const level = await judge(folder, '--profile', 'healthdcat-ap', '--level', 'secret');

    const scheme = await judge('ftp://example.org/d.ttl');
    const option = await judge(folder, '--format', 'xml');

    expect([missing.code, profile.code, level.code, scheme.code, option.code]).toEqual([2, 2, 2, 2, 2]);
    expect(scheme.stderr).toContain('https://');
    expect(option.stderr).toContain('text, json, sarif');
    expect(missing.stderr).toContain('There is no such file.');
    expect(profile.stderr).toContain('healthdcat-ap@8');
    expect(level.stderr).toContain('PUBLIC, RESTRICTED, NON_PUBLIC');
  });
});

describe('A context of JSON-LD', () => {
  const address = 'https://example.org/context.jsonld';
  const document = JSON.stringify({
    '@context': address,
    '@id': 'https://example.org/d',
    '@type': 'http://www.w3.org/ns/dcat#Dataset',
    title: 'Data',
    description: 'What they contain.',
  });

  it('is not fetched, but may be handed in', async () => {
    const file = await written('remote.jsonld', document);
    const terms = {
      title: 'http://purl.org/dc/terms/title',
      description: 'http://purl.org/dc/terms/description',
    };
    const context = await written('context.json', JSON.stringify({ '@context': terms }));
    const without = await judge(file);
    const beside = await judge(file, '--context', `${address}=${context}`);

    expect(without).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`--context ${address}=FILE`) as string,
    });
    expect(beside).toMatchObject({ code: 0, stderr: '' });
  });

  it('is known if it is that of a gateway, on whatever host', async () => {
    const own = (type: string) =>
      JSON.stringify({
        '@context': 'https://num.example.org/data/contexts/dcat-ap.jsonld',
        '@id': 'https://example.org/d',
        '@type': type,
        'dct:title': 'Data',
        'dct:accessRights': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
      });
    const judged = await judge(await written('own.jsonld', own('Dataset')));

    // `Dataset` is dcat:Dataset by the context, and access rights are an IRI: only the description is missing.
    expect(judged).toMatchObject({ code: 1, stderr: '' });
    expect(judged.stdout.match(/violation .*/g)).toEqual(['violation  dct:description is missing.']);
  });
});

describe('An address', () => {
  let server: Server;
  let answer: (path: string, response: ServerResponse, accept: string) => void;
  let base: string;
  beforeAll(async () => {
    server = createServer((request, response) =>
      answer(request.url ?? '', response, request.headers.accept ?? ''),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('is asked for RDF, and its redirects are followed', async () => {
    answer = (path, response, accept) => {
      if (path === '/d') response.writeHead(303, { Location: '/d.ttl' }).end();
      else
        response
          .writeHead(accept.startsWith('text/turtle') ? 200 : 406, { 'Content-Type': 'text/turtle' })
          .end(good.replace('<https://example.org/d>', '<>'));
    };
    const { code, stdout } = await judge(`${base}/d`, '--format', 'json');

    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { findings: { subject: string }[] }).findings[0]?.subject).toBe(
      `${base}/d.ttl`,
    );
  });

  it('may say a wrong media type', async () => {
    answer = (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end(good);

    expect(await judge(base)).toMatchObject({ code: 0 });
  });

  it('that redirects without end, fails or leads to other protocols is not waited for', async () => {
    answer = (path, response) => {
      if (path === '/loop') response.writeHead(302, { Location: '/loop' }).end();
      else if (path === '/file') response.writeHead(302, { Location: 'file:///etc/hostname' }).end();
      else response.writeHead(503).end();
    };
    const [loop, file, failing] = [
      await judge(`${base}/loop`),
      await judge(`${base}/file`),
      await judge(base),
    ];

    expect([loop.code, file.code, failing.code]).toEqual([2, 2, 2]);
    expect(loop.stderr).toContain('redirects more than 5 times');
    expect(file.stderr).toContain('leads away from http and https');
    expect(failing.stderr).toContain('503');
  });
});

describeOfficial('Documents of others', () => {
  it('the own example of HealthDCAT-AP conforms at its level, which is not public', async () => {
    const example = officialFile('standards/healthdcat-ap-r8/examples/example-healthdcat-dataset.ttl');
    const asStated = await judge(example, '--profile', 'healthdcat-ap');
    const asPublic = await judge(example, '--profile', 'healthdcat-ap', '--level', 'public');

    expect(asStated).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('at the level NON_PUBLIC') as string,
    });
    expect(asPublic).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('access-right/PUBLIC') as string,
    });
  });

  it('broken samples are told with line and column', async () => {
    const sample = officialFile('samples/semic-dcat-ap-3.0.1/example-bee-population-dataset-series-api.ttl');
    const { code, stderr } = await judge(sample);

    expect(code).toBe(2);
    expect(stderr).toContain(`${sample}:20:1 cannot be read.`);
  });
});
