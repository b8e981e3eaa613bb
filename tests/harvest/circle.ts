/** Exports a catalogue, reads the document as that of a stranger, and imports it into an empty database. */
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { Readable } from 'node:stream';
import { documentOfParts } from '../../src/export/document';
import { partsOf } from '../../src/export/parts';
import { partWriter } from '../../src/export/write-part';
import { Mention, type HarvestedRecord } from '../../src/harvest/harvested-record';
import { groupsOf } from '../../src/harvest/records/groups';
import { recordsOf, RecordsReader } from '../../src/harvest/records/records-of';
import { importRecords } from '../../src/intake/import';
import type { RawRecord } from '../../src/intake/raw-record';
import { Source } from '../../src/query/source';
import { walkWholeRecords } from '../../src/query/whole/walk';
import type { RdfFormat } from '../../src/rdf/formats/format';
import { readDocument } from '../../src/rdf/reading/read-document';
import { describe as describeClass, isStated } from '../../src/resource/description';
import { keyOfIri, slugOfKey } from '../../src/resource/identity';
import type { Origin } from '../../src/resource/origin';
import type { Store } from '../../src/store/store';
import { registry } from '../helpers/small-world';

const publicUrl = 'https://data.example.org';
const harvested: Origin = { name: 'harvest:first', kind: 'HARVEST', rank: 100 };

/** The whole catalogue as a document. */
export async function exported(store: Store, format: RdfFormat): Promise<string> {
  const classes = [...registry.resources, ...registry.links];
  const context = { publicUrl, registry, evidence: true };
  const write = partWriter(new Source(store, registry, null), {
    context,
    classes,
    format,
    checkedBy: null,
    catalogue: null,
  });
  const pieces = documentOfParts(format, await partsOf(store, classes), [write], ({ unwritable }) => {
    if (unwritable.length > 0) throw new Error(unwritable.join('\n'));
  });
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all).toString();
}

const documentAt = (address: string) => ({
  address,
  digest: 'sha256:0',
  fetchedAt: '2026-11-30T12:00:00.000Z',
});

export async function recordsIn(format: RdfFormat, text: string): Promise<ReturnType<typeof recordsOf>> {
  const place = `https://data.example.org/catalogue.${format.extension}`;
  const { quads } = await readDocument(Buffer.from(text), { place, base: place, type: format.contentType });
  return recordsOf(quads, {
    registry,
    document: documentAt(place),
  });
}

/** The records of N-Quads that are read in groups. @param most statements that are held at a time */
export async function recordsInGroups(text: string, most: number) {
  const quads = Readable.from([new Parser({ format: 'N-Quads' }).parse(text)]) as AsyncIterable<Quad[]>;
  const reader = new RecordsReader({ registry, document: documentAt('https://data.example.org/all.nq') });
  const records: HarvestedRecord[] = [];
  let groups = 0;
  for await (const group of groupsOf(quads, registry, most)) {
    records.push(...reader.read(group, 'group'));
    groups += 1;
  }
  records.push(...reader.rest());
  return { records, findings: reader.findings, groups };
}

const keyOf = ({ iri }: Mention): string => keyOfIri(publicUrl, iri ?? '') ?? `nowhere ${iri}`;

/** The record with keys in place of mentions, as reconciliation would find them. */
function found({ type, data, at }: HarvestedRecord): RawRecord {
  const description = registry.ofType(type);
  const bySlug = new Set([
    'source',
    ...(description?.references.filter(isStated) ?? []).map(({ name }) => name),
    ...(description?.ends ?? [])
      .filter(({ to }) => to().map(describeClass).length === 1)
      .map(({ name }) => name),
  ]);
  const plain = (value: unknown, name: string): unknown => {
    if (value instanceof Mention) return bySlug.has(name) ? slugOfKey(keyOf(value)) : keyOf(value);
    if (Array.isArray(value)) return value.map((each) => plain(each, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, plain(each, field)]));
  };
  return {
    type,
    data: plain(data, ''),
    at: (part) => {
      const { document, line, column } = at(part);
      return { file: document, line: line ?? 1, column: column ?? 1 };
    },
  };
}

/** Imports harvested records. */
export async function takeIn(store: Store, records: readonly HarvestedRecord[]): Promise<void> {
  async function* each(): AsyncGenerator<RawRecord> {
    for (const record of records) yield Promise.resolve(found(record));
  }
  await importRecords({
    origin: harvested,
    records: each(),
    registry,
    write: (work) => store.write(work),
    now: () => new Date('2026-11-30T12:00:00.000Z'),
  });
}

const sorted = (values: readonly unknown[]): unknown[] =>
  [...values]
    .map((value): [string, unknown] => [JSON.stringify(value), value])
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, value]) => value);

/** Languages in one order: a map of texts has none. */
const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** All records by key: values, references, identifiers and evidence. RDF knows no order of several values. */
export async function contentsOf(store: Store): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {};
  const source = new Source(store, registry, null);
  for (const description of [...registry.resources, ...registry.links]) {
    for await (const batch of walkWholeRecords(source, description, { evidence: true, size: 100 })) {
      for (const { record, identifiers, evidence, sources } of batch) {
        const values = Object.entries(record).filter(
          ([name]) => !(name === 'modifiedAt' || name === 'origin'),
        );
        contents[record.key] = {
          values: Object.fromEntries(
            values.map(([name, value]) => [name, Array.isArray(value) ? sorted(value) : inOrder(value)]),
          ),
          identifiers: sorted(identifiers.map(({ scheme, value }) => ({ scheme, value }))),
          evidence: evidence.map(({ origin: _origin, importVersion: _version, during, ...stated }) => ({
            ...stated,
            during: sorted(during),
          })),
        };
        for (const [key, each] of sources) contents[key] = each;
      }
    }
  }
  return contents;
}
