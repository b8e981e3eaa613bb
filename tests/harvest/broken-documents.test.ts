/** Documents as they come from others, broken in many ways: each gives records, or says what is wrong, where, and what to do. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Finding } from '../../src/harvest/finding';
import type { HarvestedRecord } from '../../src/harvest/harvested-record';
import { filesFolder } from '../helpers/databases';
import { run } from '../helpers/gateway-process';
import { type BrokenDocument, prefixes } from './broken/broken-document';
import { json } from './broken/json';
import { turtle } from './broken/turtle';
import { unreadable } from './broken/unreadable';
import { xml } from './broken/xml';
import { read } from './sources';

jest.setTimeout(120_000);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(filesFolder(), 'broken-'));
});

async function saved(file: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, file);
  await writeFile(path, content);
  return path;
}

const inShort = ({ id, place }: Finding) => `${id} ${place.line ?? ''}`;
const named = ({ type, data }: HarvestedRecord) => {
  const { en, de } = (data.name ?? {}) as { en?: string; de?: string };
  return [type, en ?? de].filter((part) => part !== undefined).join(' ');
};

/** What the doctor says while a source reads a file, without what the mapping adds. */
async function readFileOf(file: string, content: string | Uint8Array) {
  const { findings, records } = await read({ kind: 'DCAT', file: await saved(file, content) });
  const ofDoctor = findings.filter(({ kind }) => ['syntax', 'repair', 'fetch'].includes(kind));
  expect(JSON.stringify(findings)).not.toMatch(/\n\s+at |node_modules|undefined/);
  return { findings: ofDoctor.map(inShort).sort(), records: records.map(named).sort(), all: findings };
}

const expected = ({ findings = [], records = [] }: Pick<BrokenDocument, 'findings' | 'records'>) => ({
  findings: [...findings].sort(),
  records: [...records].sort(),
});

describe('A document of others', () => {
  it.each([...turtle, ...json, ...xml].map((document) => [document.file, document] as const))(
    '%s comes in, with what is wrong in it',
    async (file, document) => {
      const { findings, records } = await readFileOf(file, document.text);

      expect({ findings, records }).toEqual(expected(document));
    },
  );

  it.each(unreadable.map((document) => [document.file, document] as const))(
    '%s is told what it is, and what to do',
    async (file, { text, said = '' }) => {
      const { records, all } = await readFileOf(file, text);

      expect(records).toEqual([]);
      expect(all.map(({ id, severity }) => [id, severity])).toEqual([['unreadable-document', 'ERROR']]);
      expect(all[0]?.message.en).toContain(said);
      expect(all[0]?.message.de).not.toBe(all[0]?.message.en);
      expect(all[0]?.message.en).not.toMatch(/…$/);
    },
  );
});

const houses = `${prefixes}<https://n.example.org/1> a dcat:Dataset ; dct:title "Übersicht der Krankenhäuser"@de ; dct:description "Größe und Träger."@de .
`;
const comesIn = (...findings: string[]) => ({ findings, records: ['Dataset Übersicht der Krankenhäuser'] });

/** UTF-8 that was taken for Latin-1, and written as UTF-8 once more. */
const twice = Buffer.from(Buffer.from(houses).toString('latin1'));
const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(houses, 'utf16le')]);
const [head, tail] = [
  houses.slice(0, houses.indexOf(' dct:desc')),
  houses.slice(houses.indexOf(' dct:desc')),
];
const mixed = Buffer.concat([Buffer.from(`${head}\n`), Buffer.from(tail, 'latin1')]);

describe('The bytes of a document', () => {
  it.each([
    ['latin1.ttl', Buffer.from(houses, 'latin1'), comesIn('encoding-not-utf-8 6')],
    ['utf16.ttl', utf16, comesIn('encoding-not-utf-8 1')],
    ['utf16-unmarked.ttl', utf16.subarray(2), comesIn('encoding-not-utf-8 1')],
    ['mixed.ttl', mixed, comesIn('encoding-not-utf-8 7')],
    ['bom.ttl', Buffer.from(`\ufeff${houses}`), comesIn('byte-order-mark 1')],
    ['twice.ttl', twice, comesIn('encoded-twice 6', 'encoded-twice 6')],
    ['gzip.ttl', gzipSync(houses), comesIn()],
    ['packed.ttl.gz', gzipSync(houses), comesIn()],
    ['mac.ttl', Buffer.from(houses.replace(/\n/g, '\r')), comesIn()],
    ['null.ttl', Buffer.from(houses.replace('Träger', 'Trä\0ger')), comesIn('control-characters 6')],
  ])('%s are understood', async (file, content, wanted) => {
    const { findings, records } = await readFileOf(file, content);

    expect({ findings, records }).toEqual(wanted);
  });

  it('that are half a packed file are told to be that', async () => {
    const { all } = await readFileOf('half.ttl.gz', gzipSync(houses.repeat(50)).subarray(0, 200));

    expect(all.map(({ id }) => id)).toEqual(['broken-archive']);
  });
});

describe('A source in which there is no record', () => {
  it('is told so, once for all its documents', async () => {
    const { all } = await readFileOf(
      'no-records.ttl',
      `${prefixes}<https://x.example.org/1> a foaf:Document .`,
    );

    expect(all.map(({ id, severity }) => [id, severity])).toContainEqual(['no-records', 'WARNING']);
  });

  it('says no more than that where only some of its documents are without', async () => {
    const mixed = await mkdtemp(join(filesFolder(), 'some-'));
    await writeFile(join(mixed, 'a.ttl'), houses);
    await writeFile(join(mixed, 'b.ttl'), prefixes);
    await writeFile(join(mixed, 'c.ttl'), '# nothing\n');
    const { findings } = await read({ kind: 'DCAT', file: mixed });

    expect(findings.filter(({ kind }) => kind === 'fetch')).toMatchObject([
      {
        id: 'documents-without-records',
        severity: 'INFO',
        message: { en: expect.stringMatching(/^In 2 documents.*b\.ttl/) as string },
      },
    ]);
  });
});

describe('What is said in German', () => {
  const german = async (kind: 'DCAT' | 'YAML', file: string, content: string) =>
    (await read({ kind, file: await saved(file, content) })).findings.map(({ message }) => message.de);

  it.each([
    ['YAML', 'twice.yaml', 'Institution:\n  - slug: a\n    slug: b\n', 'derselbe Schlüssel steht zweimal'],
    ['YAML', 'tab.yaml', 'Institution:\n\t- slug: a\n', 'mit Leerzeichen, nicht mit Tabulatoren'],
    ['YAML', 'list.yaml', '- a\n- b\n', 'Die Datei ordnet nicht den Namen von Klassen ihre Einträge zu.'],
    ['YAML', 'flow.yaml', 'Institution: [a, b\n', 'der Parser sagt dazu: „'],
    [
      'DCAT',
      'both.jsonld',
      '{"@context": {"dct": "http://purl.org/dc/terms/"}, "@graph": [{"@id": "https://x.example.org/1", "dct:title": {"@value": "x", "@language": "de", "@type": "dct:T"}}]}',
      'ein Wert hat sowohl „@language“ als auch „@type“',
    ],
    [
      'DCAT',
      'list.jsonld',
      '{"@context": {"dct": "http://purl.org/dc/terms/"}, "@graph": [{"@id": "https://x.example.org/1", "dct:title": {"@list": [], "@set": []}}]}',
      'anders geschrieben, als JSON-LD es verlangt (der Parser sagt dazu: „',
    ],
    [
      'DCAT',
      'tags.rdf',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="https://x.example.org/1"></rdf:Oops></rdf:RDF>',
      'hier wird ein anderes Element geschlossen, als geöffnet ist',
    ],
    [
      'DCAT',
      'graph.trig',
      `${prefixes}<https://x.example.org/g> { <https://x.example.org/1> a dcat:Dataset`,
      'das Dokument endet mitten in einer Aussage',
    ],
  ] as const)('of %s in %s are German words', async (kind, file, content, words) => {
    expect((await german(kind, file, content)).join('\n')).toContain(words);
  });
});

describe('num-gateway check', () => {
  const check = async (file: string, content: string | Uint8Array, ...options: string[]) =>
    run(['check', await saved(file, content), ...options]);

  it('reads a packed file, and says the same as a harvest', async () => {
    const { code, stdout } = await check('houses.gz', gzipSync(houses), '--format', 'json');

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'Turtle', statements: 3 });
  });

  it('says in German, too, why nothing can be read', async () => {
    const { code, stderr } = await check('plain.json', '{"success": true, "result": {}}', '--lang', 'de');
    const missing = await run(['check', join(folder, 'missing.ttl'), '--lang', 'de', '--format', 'json']);

    expect([code, stderr]).toEqual([2, expect.stringMatching(/kann nicht gelesen werden\. Das ist /)]);
    expect([missing.code, missing.stdout]).toEqual([
      2,
      expect.stringContaining('Diese Datei gibt es nicht.'),
    ]);
  });

  it('does not take a record of DataCite for FHIR, as that has a "resourceType" of its own', async () => {
    const record = '{"id": "x", "types": {"resourceType": "Beds"}, "titles": [{"title": "Beds"}]}';
    const { code, stderr } = await check('datacite.json', record);

    expect([code, stderr]).toEqual([2, expect.stringContaining('JSON without "@context"')]);
  });

  it('does not praise a document in which there is nothing to judge', async () => {
    const { stdout } = await check('nothing.ttl', prefixes, '--format', 'json');
    const { findings } = JSON.parse(stdout) as { findings: { id: string }[] };

    expect(findings.map(({ id }) => id)).toEqual(['nothing-to-judge']);
    expect(JSON.parse(stdout)).toMatchObject({ conforms: null, profiles: [] });
  });

  it('mends what a second check finds nothing in', async () => {
    const [word] = turtle.filter(({ file }) => file === 'word.ttl');
    const fixed = join(folder, 'fixed.ttl');
    await check('word.ttl', word?.text ?? '', '--fixed', fixed);

    expect((await readFileOf('again.ttl', await readFile(fixed))).findings).toEqual([]);
  });
});
