/** Files and folders, and what is packed. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { closeSites, pages, site } from './web';
import { dataset, datasetsIn, fetchFaults, prefixes, read } from './sources';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harvest-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await closeSites();
});

const turtle = (number: number) => `${prefixes}${dataset(`https://example.org/${number}`)}`;
const iris = (...numbers: number[]) => numbers.map((number) => `https://example.org/${number}`);
const put = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
};

/** A ZIP archive, written by hand so that it can be wrong. @param stated the sizes that it states, if not the true ones */
function zip(members: Readonly<Record<string, string | Uint8Array>>, stated?: number): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(stated ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** An archive that says of its first member that it is encrypted. */
function encrypted(archive: Buffer): Buffer {
  const entry = archive.indexOf('PK\x01\x02');
  archive.writeUInt16LE(archive.readUInt16LE(entry + 8) | 1, entry + 8);
  return archive;
}

/** An archive of which the checksum of the first member is another. */
function damaged(archive: Buffer): Buffer {
  const entry = archive.indexOf('PK\x01\x02');
  archive.writeUInt32LE(1, entry + 16);
  return archive;
}

const type = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset>';
const ntriples = (number: number, title = 'A dataset') =>
  `<https://example.org/${number}> ${type} .\n<https://example.org/${number}> <http://purl.org/dc/terms/title> "${title}"@en .\n`;

it('reads a file, and does not read it again while it is the same', async () => {
  const file = await put('dcat.ttl', turtle(1));

  const first = await read({ file });
  const second = await read({ file }, first.states);
  await put('dcat.ttl', turtle(2));
  const third = await read({ file }, second.states);

  expect(datasetsIn(first)).toEqual(iris(1));
  expect(first.records[0]?.document.address).toBe(pathToFileURL(file).href);
  expect(first.lastModified).toEqual(new Map());
  expect(second).toMatchObject({ unchanged: true, records: [] });
  expect(datasetsIn(third)).toEqual(iris(2));
});

it('reads all files of a folder, in the order of their names, and says which were left out', async () => {
  await put('b.ttl', turtle(2));
  await put('a/deep/c.ttl', turtle(1));
  await put('broken.ttl', 'nothing of this is Turtle');
  await put('.hidden.ttl', turtle(9));
  await put('.git/x.ttl', turtle(9));
  await put('README.md', '# Data');
  await put('table.sav', 'x');
  await put('c.ttl.gz', gzipSync(turtle(3)));

  const result = await read({ file: folder });

  expect(result.records.filter(({ type }) => type === 'Dataset').map(({ iri }) => iri)).toEqual(
    iris(1, 2, 3),
  );
  expect(result.findings.filter(({ kind }) => kind === 'fetch')).toEqual([
    expect.objectContaining({
      id: 'unreadable-document',
      place: expect.objectContaining({ document: pathToFileURL(join(folder, 'broken.ttl')).href }) as object,
    }),
    expect.objectContaining({
      id: 'file-left-out',
      severity: 'INFO',
      place: expect.objectContaining({ document: pathToFileURL(join(folder, 'table.sav')).href }) as object,
    }),
  ]);
});

it('reads what a ZIP holds, from disk and from the web, with the path of each member', async () => {
  const archive = zip({
    'data/a b.ttl': turtle(1),
    'c.ttl': turtle(2),
    '__MACOSX/c.ttl': 'x',
    'data/': '',
    '.DS_Store': 'x',
  });
  const file = await put('data.zip', archive);
  const { url } = await site(
    pages({
      '/data.zip': (response) => response.writeHead(200, { 'content-type': 'application/zip' }).end(archive),
    }),
    '127.0.0.1',
  );

  const [onDisk, onWeb] = [await read({ file }), await read({ address: `${url}/data.zip` })];

  for (const [result, address] of [
    [onDisk, pathToFileURL(file).href],
    [onWeb, `${url}/data.zip`],
  ] as const) {
    expect(datasetsIn(result)).toEqual(iris(1, 2));
    expect([...result.states.keys()]).toEqual([`${address}#data/a%20b.ttl`, `${address}#c.ttl`]);
    expect(fetchFaults(result)).toEqual([]);
  }
});

it('reads an archive in an archive, and each member that can be read', async () => {
  const inner = zip({ 'x/1.ttl': turtle(1), '2.nt.gz': gzipSync(ntriples(2)) });
  const file = await put(
    'data.zip',
    zip({ '../out.ttl': turtle(9), 'inner.zip': inner, '3.ttl': turtle(3) }),
  );

  const result = await read({ file });

  expect(datasetsIn(result)).toEqual(iris(1, 2, 3));
  const address = pathToFileURL(file).href;
  expect(result.findings.filter(({ kind }) => kind === 'fetch')).toEqual([
    expect.objectContaining({
      id: 'member-left-out',
      message: {
        de: 'Diese Datei des Archivs wurde ausgelassen: ihr Pfad führt aus dem Archiv hinaus.',
        en: 'This file of the archive was left out: its path leads out of the archive.',
      },
      place: { document: `${address}#../out.ttl`, line: null, column: null },
    }),
  ]);
  expect([...result.states.keys()]).toEqual([
    `${address}#inner.zip!/x/1.ttl`,
    `${address}#inner.zip!/2.nt.gz`,
    `${address}#3.ttl`,
  ]);
});

const tooMuch = Buffer.alloc(60 * 1024 * 1024);

it.each([
  [
    'with a path that leads out of it',
    zip({ '../../evil.ttl': turtle(2), 'a.ttl': turtle(1) }),
    'member-left-out',
  ],
  ['with an absolute path', zip({ '/etc/evil.ttl': turtle(2), 'a.ttl': turtle(1) }), 'member-left-out'],
  ['with a path of Windows that leads out', zip({ '..\\evil.ttl': turtle(2) }), 'member-left-out'],
  ['with a password', encrypted(zip({ 'b.ttl': turtle(2) })), 'member-left-out'],
  [
    'with a member that is damaged',
    damaged(zip({ 'b.ttl': turtle(2), 'a.ttl': turtle(1) })),
    'member-left-out',
  ],
  ['that breaks off', zip({ 'a.ttl': turtle(1) }).subarray(0, 60), 'broken-archive'],
  ['with a bomb', zip({ 'a.ttl': tooMuch }), 'file-too-large'],
  ['with a bomb that hides its size', zip({ 'a.ttl': tooMuch }, 10), 'member-left-out'],
  [
    'in an archive in an archive in an archive',
    zip({ 'a.zip': zip({ 'b.zip': zip({ 'c.zip': zip({ 'd.ttl': turtle(2) }) }) }) }),
    'archive-too-deep',
  ],
  ['that is a gzip bomb', gzipSync(tooMuch), 'file-too-large'],
  ['that is a broken gzip', gzipSync(turtle(1)).subarray(0, 40), 'broken-archive'],
])('tells of an archive %s', async (_, content, id) => {
  const file = await put('data.zip', content);

  const result = await read({ file });

  expect(fetchFaults(result)).toEqual([id]);
  expect(datasetsIn(result).filter((iri) => iri !== iris(1)[0])).toEqual([]);
});

it('says that there is no such file', async () => {
  const result = await read({ file: join(folder, 'missing.ttl') });

  expect(result.findings).toEqual([
    expect.objectContaining({
      id: 'no-such-file',
      severity: 'ERROR',
      place: { document: pathToFileURL(join(folder, 'missing.ttl')).href, line: null, column: null },
    }),
  ]);
});

it('reads large N-Quads in pieces', async () => {
  const lines = Array.from({ length: 2_000 }, (_, index) => {
    const iri = `<https://example.org/${index}>`;
    const graph = '<https://example.org/graph/of/all/the/datasets/that/there/are>';
    return `${iri} ${type} ${graph} .\n${iri} <http://purl.org/dc/terms/title> "A dataset of which there are many, and this is number ${index} of them; its title is long enough that the file is too large to be read at once${' and on'.repeat(1_300)}"@en ${graph} .\n`;
  });
  const file = await put('all.nq', lines.join(''));
  const packed = await put('all.nq.gz', gzipSync(lines.join('')));

  const whole = await read({ file });
  const again = await read({ file }, whole.states);

  expect(datasetsIn(whole)).toHaveLength(2_000);
  expect(fetchFaults(whole)).toEqual([]);
  expect(again.unchanged).toBe(true);
  expect(datasetsIn(await read({ file: packed }))).toHaveLength(2_000);

  // A download that broke off: what it has comes in, and nothing counts as vanished.
  const noise = Array.from({ length: 6_000 }, (_, index) =>
    ntriples(index, randomBytes(3_000).toString('base64')),
  );
  const half = gzipSync(noise.join(''), { level: 1 });
  const broken = await read({ file: await put('half.nq.gz', half.subarray(0, half.length - 1_000_000)) });
  expect(fetchFaults(broken)).toEqual(['archive-breaks-off']);
  expect(datasetsIn(broken).length).toBeGreaterThan(5_000);
  expect(broken.findings.filter(({ kind }) => kind === 'fetch')).toEqual([
    expect.objectContaining({ severity: 'ERROR' }),
  ]);
});

it('reads YAML as the seeds are written, and tells where it is wrong', async () => {
  await put('a.yaml', 'Dataset:\n  - slug: one\n    name: { de: Eins }\n');
  await put('b.yaml', 'Dataset: nothing\n');

  const result = await read({ kind: 'YAML', file: folder });

  expect(result.records).toEqual([
    expect.objectContaining({ type: 'Dataset', iri: null, data: { slug: 'one', name: { de: 'Eins' } } }),
  ]);
  expect(result.records[0]?.at(['name'])).toEqual({
    document: pathToFileURL(join(folder, 'a.yaml')).href,
    line: 3,
    column: 5,
  });
  expect(result.findings).toEqual([
    expect.objectContaining({
      id: 'unreadable-document',
      place: { document: pathToFileURL(join(folder, 'b.yaml')).href, line: 1, column: 10 },
    }),
  ]);
});

describe('A source without any document', () => {
  it('is an error, as nothing in it says that its records have vanished', async () => {
    const archive = await put('empty.zip', zip({}));
    const hidden = await put('hidden/.notes.ttl', turtle(1));

    for (const file of [archive, join(hidden, '..')]) {
      const { findings } = await read({ file });
      expect(findings.map(({ id, severity, kind }) => [id, severity, kind])).toEqual([
        ['no-documents', 'ERROR', 'fetch'],
      ]);
    }
  });
});

it.each([
  ['a text of Word', 'word/document.xml'],
  ['a binary workbook', 'xl/workbook.bin'],
])('takes %s for one document, and not for an archive', async (_, part) => {
  const file = await put('given.xlsx', zip({ '[Content_Types].xml': '<Types/>', [part]: '<x/>' }));
  const { findings } = await read({ file, kind: 'TABLE' });

  expect(findings.map(({ id }) => id)).toEqual(['unreadable-document']);
  expect(findings[0]?.message.en).toMatch(/Save it as \.xlsx/);
});
