/** A large document that is read in a thread of its own gives the same records and findings as in this one. */
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { HarvestedRecord } from '../../src/harvest/harvested-record';
import { isRecord, type ReadPart } from '../../src/harvest/reader';
import { readingInThread } from '../../src/harvest/readers/reading-thread';
import { partsOfStream, type ReadStream } from '../../src/harvest/readers/rdf-stream';
import { registry } from '../../src/registry';

const root = join(__dirname, '../..');

/** Compiles what the thread loads, as jest does it for this one. */
const compiling = `
const { workerData: { entry, root } } = require('node:worker_threads');
const { transformFileSync } = require(root + '/node_modules/@swc/core');
const options = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, useDefineForClassFields: false }, keepClassNames: true },
  module: { type: 'commonjs' },
};
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
require(root + '/node_modules/reflect-metadata');
require(entry);
`;

const inThread = readingInThread(
  (work) =>
    new Worker(compiling, {
      eval: true,
      workerData: { ...work, entry: join(root, 'src/reading-worker.ts'), root },
    }),
);

const document = {
  address: 'file:///synthetic.nq',
  bytes: new Uint8Array(),
  type: null,
  fetchedAt: '2026-12-01T00:00:00Z',
  digest: 'sha256:0',
  lastModified: null,
};

const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';
const prov = 'http://www.w3.org/ns/prov#';

/** SYNTHETIC datasets with a publisher and a distribution; of one, a line has no end. */
const lines = Array.from({ length: 1_200 }, (_, number) => {
  const dataset = `<https://data.example.org/d/${number}>`;
  return [
    `${dataset} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${dcat}Dataset> .`,
    `${dataset} <${dct}title> "Synthetic ${number}"@en ${number === 700 ? '' : '.'}`,
    `${dataset} <${dct}publisher> <https://data.example.org/org/${number % 3}> .`,
    `<https://data.example.org/org/${number % 3}> <http://xmlns.com/foaf/0.1/name> "Office ${number % 3}"@en .`,
    `${dataset} <${dcat}distribution> ${dataset.replace('>', '/file>')} .`,
    `${dataset.replace('>', '/file>')} <${dcat}accessURL> <https://data.example.org/files/${number}> .`,
    `${dataset} <${prov}wasDerivedFrom> "unplaced" .`,
  ].join('\n');
});

async function read(how: ReadStream, text: string): Promise<ReadPart[]> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 50_000) }, (_, at) =>
    Uint8Array.from(bytes.subarray(50_000 * at, 50_000 * (at + 1))),
  );
  const parts: ReadPart[] = [];
  for await (const part of how(document, Readable.from(pieces), { registry, source: { persons: false } }))
    parts.push(part);
  return parts;
}

/** A record without its function, and with the place that this gives. */
const compared = ({ at, document: from, ...record }: HarvestedRecord) => ({
  ...record,
  place: at([]),
  from: from.address,
});

describe('a thread that reads', () => {
  it('gives what this one would', async () => {
    const [here, there] = [
      await read(partsOfStream, lines.join('\n')),
      await read(inThread, lines.join('\n')),
    ];

    expect(there.filter(isRecord).map(compared)).toEqual(here.filter(isRecord).map(compared));
    expect(there.filter((part) => !isRecord(part))).toEqual(here.filter((part) => !isRecord(part)));
    expect(there.filter(isRecord).length).toBeGreaterThan(2_400);
    expect(there.filter(isRecord).filter(({ broken }) => broken)).toHaveLength(1);
  }, 120_000);

  it('says why it ended before all was read', async () => {
    const failing = readingInThread(() => new Worker('throw new Error("no memory")', { eval: true }));

    await expect(read(failing, lines.slice(0, 3).join('\n'))).rejects.toThrow('no memory');
  }, 120_000);

  it('ends with its reader', async () => {
    const opened: Worker[] = [];
    const watched = readingInThread((work) => {
      const workerData = { ...work, entry: join(root, 'src/reading-worker.ts'), root };
      const worker = new Worker(compiling, { eval: true, workerData });
      opened.push(worker);
      return worker;
    });
    const stream = Readable.from([Uint8Array.from(Buffer.from(lines.join('\n')))]);
    for await (const part of watched(document, stream, { registry, source: { persons: false } }))
      if (isRecord(part)) break;

    expect(opened.map(({ threadId }) => threadId)).toEqual([-1]);
  }, 120_000);
});
