/** What holds for the document of every record, whatever texts it has. */
import fc from 'fast-check';
import { Parser, Writer } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Source } from '../../src/query/source';
import { walkWholeRecords, type Walk } from '../../src/query/whole/walk';
import { documentOf, documentOfAll, documentsOf } from '../../src/rdf/document';
import type { Attribute, Description } from '../../src/resource/description';
import { iriOf } from '../../src/resource/identity';
import type { WholeRecord } from '../../src/resource/whole-record';
import { dcat, rdf } from '../../src/vocabulary/namespaces';
import { rdfClasses } from '../../src/vocabulary/rdf-classes';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { runs } from '../helpers/property-runs';
import { describeOfficial, shaclResults } from '../helpers/shacl';
import { registry, SmallWorld } from '../helpers/small-world';
import { lines } from './parsed';

const context = { publicUrl: 'https://data.example.org', registry, evidence: true };

const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom('"', "'''", '\\', '\n\r\t', '‮مرحبا', '😀', ' ', '<a> <b> .', '@de', '%zz', '\ud800'),
);
const address = fc.oneof(
  hostile,
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  hostile.map((text) => `https://x.example/${text}`),
);

function valueOf({ kind: { name: kind }, address: form, scheme }: Attribute): fc.Arbitrary<unknown> {
  const text = form ? address : hostile;
  if (kind === 'text' || kind === 'iri' || kind === 'slug') return text;
  if (kind === 'texts') return fc.array(text, { maxLength: 3 });
  if (kind === 'localized') return fc.record({ de: hostile, en: hostile }, { requiredKeys: [] });
  if (kind === 'names') return fc.array(fc.record({ language: fc.constant('DE'), value: hostile }));
  if (kind === 'concept' && scheme) return fc.constantFrom(...Object.keys(scheme.concepts));
  return fc.constant(null);
}

/** A record of a class with hostile texts, as if they had been stored. */
const hostileRecord = (description: Description): fc.Arbitrary<WholeRecord> =>
  fc
    .record(
      Object.fromEntries(
        description.attributes.map((attribute) => [attribute.name, fc.option(valueOf(attribute))]),
      ),
    )
    .map((values) => ({
      description,
      record: { key: `${description.path}/x`, ...values },
      identifiers: [],
      references: new Map(),
      lists: new Map(),
      evidence: [],
      sources: new Map(),
      links: [],
      nextLinks: null,
    }));

/** Writes a document and reads it again, by n3. */
function readAgain(quads: readonly Quad[]): Quad[] {
  const writer = new Writer({ format: 'N-Triples' });
  writer.addQuads([...quads]);
  let text = '';
  writer.end((_error, written: string) => (text = written));
  return new Parser({ format: 'N-Triples' }).parse(text);
}

/** The record comes before what it refers to, and the types of each subject before its other properties. */
function key({ subject, predicate }: Quad, record: string): string {
  const type = predicate.value === rdf('type') ? 0 : 1;
  return `${subject.value === record ? 0 : 1} ${subject.value}\n${type} ${predicate.value}`;
}

it.each(registry.resources.map((each) => [each.type, each] as const))(
  'a document of %s can be read, whatever texts it has',
  (_type, description) => {
    fc.assert(
      fc.property(hostileRecord(description), (whole) => {
        const quads = documentOf(whole, context);
        const wellFormed = quads.filter(({ object }) => !/\p{Cs}/u.test(object.value));

        expect(lines(readAgain(wellFormed))).toEqual(lines(wellFormed));
        for (const { subject, object } of quads) {
          expect(subject.termType).toBe('NamedNode');
          expect(object.termType).not.toBe('BlankNode');
          if (object.termType === 'NamedNode') expect(object.value).not.toMatch(/[\s<>"{}|^`\\]|\p{Cs}/u);
        }
      }),
      { numRuns: runs(100) },
    );
  },
);

describeOfficial('The documents of a generated catalogue', () => {
  const shapes = ['shapes', 'range', 'mdr-vocabularies.shape'].map(
    (name) => `standards/dcat-ap-3.0.1/shacl/${name}.ttl`,
  );

  it('are sorted, and lack only what the records lack', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCatalogue(registry, 1), async (records) => {
        const world = await SmallWorld.of('sqlite', records);
        try {
          const source = new Source(world.store, registry, null);
          for (const description of [...registry.resources, ...registry.links]) {
            const walk = { evidence: true, links: { first: 100 }, size: 10 };
            for await (const read of walkWholeRecords(source, description, walk)) {
              for (const whole of read) {
                const iri = iriOf(context.publicUrl, whole.record.key);
                const keys = documentOf(whole, context).map((quad) => key(quad, iri));
                expect(keys).toEqual([...keys].sort());
              }
              const results = await shaclResults(documentOfAll(read, context), shapes);
              const wrong = results.filter(
                ({ severity, component }) => severity === 'violation' && component !== 'MinCount',
              );
              expect(wrong).toEqual([]);
            }
          }
        } finally {
          await world.end();
        }
      }),
      { numRuns: runs(4), endOnFailure: true },
    );
  });
});

it('in batches, each node is described once, and nothing is lost', async () => {
  const [description] = registry.resources;
  if (!description) throw new Error('The catalogue has no resources.');
  const records = fc.sample(hostileRecord(description), { numRuns: 120, seed: 1 }).map((whole, index) => ({
    ...whole,
    record: { ...whole.record, key: `institutions/i-${index}` },
  }));
  async function* batches() {
    for (let from = 0; from < records.length; from += 60)
      yield Promise.resolve(records.slice(from, from + 60));
  }
  const all: Quad[] = [];
  for await (const quads of documentsOf(batches(), context)) all.push(...quads);

  const alone = records.flatMap((whole) => documentOf(whole, context));
  expect(lines(all)).toEqual(lines(alone));
  expect(new Set(all.map((quad) => JSON.stringify([key(quad, ''), quad.object]))).size).toBe(all.length);
});

it('in an export, records say what they say in their own documents, however many are read at once', async () => {
  const classes = [...registry.resources, ...registry.links];
  const bare = { ...context, evidence: false };
  const whole = new Set(classes.filter(({ term }) => !rdfClasses[term]?.whole));
  async function* walked(source: Source, walk: Walk) {
    for (const description of classes) yield* walkWholeRecords(source, description, walk);
  }
  await fc.assert(
    fc.asyncProperty(
      generatedCatalogue(registry, 2),
      fc.integer({ min: 1, max: 9 }),
      async (records, size) => {
        const world = await SmallWorld.of('sqlite', records);
        try {
          const source = new Source(world.store, registry, null);
          const exported: Quad[] = [];
          const batches = walked(source, { evidence: false, size, described: whole });
          for await (const quads of documentsOf(batches, bare, whole)) exported.push(...quads);
          const alone: Quad[] = [];
          for await (const batch of walked(source, { evidence: false, size: 100 }))
            alone.push(...documentOfAll(batch, bare));

          const [said, expected] = [exported, alone].map(
            (quads) => new Set(lines(quads.filter((quad) => !dependsOnTheDocument(quad)))),
          );
          expect(said).toEqual(expected);
        } finally {
          await world.end();
        }
      },
    ),
    { numRuns: runs(10), endOnFailure: true },
  );
});

/**
 * Whether what is around says it: that something lacks what its class needs, where another document says what it is, or where a
 * distribution leads that has no address but the page of its dataset.
 */
const dependsOnTheDocument = ({ subject, object }: Quad): boolean =>
  object.value === dcat('Resource') ||
  [subject, object].some(({ value }) => value.includes('/distributions/'));
