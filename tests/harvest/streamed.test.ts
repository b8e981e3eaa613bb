/** N-Quads that are too large to be held say the same as if they were held: a line with a fault costs its record alone. */
import { Readable } from 'node:stream';
import { Parser, Writer } from 'n3';
import type { HarvestSource } from '../../src/harvest/harvest-source';
import { isRecord, type ReadPart } from '../../src/harvest/reader';
import { rdfReader } from '../../src/harvest/readers/rdf';
import { rdfReading } from '../../src/harvest/reading/rdf-of';
import { registry } from '../../src/registry';
import { prefixes } from './broken/broken-document';

const count = 40;
const broken = 17;

/** SYNTHETIC datasets, as N-Quads; of one, the line of the publisher has no end. */
const text = new Writer({ format: 'N-Quads' })
  .quadsToString(
    new Parser().parse(
      prefixes +
        Array.from(
          { length: count },
          (_, number) => `<https://data.example.org/d/${number}> a dcat:Dataset ;
  dct:title "Synthetic ${number}"@en ;
  dct:description "A synthetic dataset."@en .`,
        ).join('\n'),
    ),
  )
  .replace(`"Synthetic ${broken}"@en .`, `"Synthetic ${broken}"@en`);
const brokenLine = text.split('\n').findIndex((line) => line.includes(`"Synthetic ${broken}"`)) + 1;

async function read(isStreamed: boolean) {
  const bytes = Buffer.from(text);
  // In pieces that end within lines.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 100) }, (_, at) =>
    bytes.subarray(100 * at, 100 * (at + 1)),
  );
  const document = {
    address: 'file:///synthetic.nq',
    bytes: isStreamed ? new Uint8Array() : bytes,
    ...(isStreamed && { stream: Readable.from(pieces) }),
    type: null,
    fetchedAt: '2026-12-01T00:00:00Z',
    digest: 'sha256:0',
    lastModified: null,
  };
  const context = {
    source: { name: 'test', persons: false } as HarvestSource,
    registry,
    rdfOf: rdfReading(new Map()),
    signal: new AbortController().signal,
  };
  const parts: ReadPart[] = [];
  const documents = Readable.from([document]) as AsyncIterable<typeof document>;
  for await (const part of rdfReader.read(documents, context)) parts.push(part);
  const records = parts.filter(isRecord).map(({ iri, broken: isBroken = false }) => ({ iri, isBroken }));
  const findings = parts.flatMap((part) => (isRecord(part) ? [] : [part]));
  return { records, findings: findings.filter(({ kind }) => kind === 'syntax') };
}

describe('N-Quads that come as a stream', () => {
  it('give all records around a line that cannot be read, and say which line it is', async () => {
    const { records, findings } = await read(true);

    expect(records).toHaveLength(count);
    expect(records.filter(({ isBroken }) => isBroken)).toEqual([
      { iri: `https://data.example.org/d/${broken}`, isBroken: true },
    ]);
    expect(findings.map(({ id, place, subject }) => [id, place.line, subject])).toEqual([
      ['broken-statement', brokenLine, `https://data.example.org/d/${broken}`],
    ]);
  });

  it('say the same as if they were held', async () => {
    const [streamed, held] = [await read(true), await read(false)];

    expect(new Set(streamed.records)).toEqual(new Set(held.records));
    expect(streamed.findings).toEqual(held.findings);
  });
});
