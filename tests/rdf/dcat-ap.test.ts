/** By default, documents follow DCAT-AP 3.0.1: judged by the official shapes, each record alone, without the vocabularies beside it. */
import type { Quad } from '@rdfjs/types';
import { Source } from '../../src/query/source';
import { walkWholeRecords, type Walk } from '../../src/query/whole/walk';
import { documentOf, documentOfAll } from '../../src/rdf/document';
import type { Description } from '../../src/resource/description';
import type { WholeRecord } from '../../src/resource/whole-record';
import { describeOfficial, officialQuads, shaclResults } from '../helpers/shacl';
import { registry, SmallWorld } from '../helpers/small-world';
import { seededDatabase } from '../helpers/template-databases';

const shapes = ['shapes', 'range', 'mdr-vocabularies.shape'].map(
  (name) => `standards/dcat-ap-3.0.1/shacl/${name}.ttl`,
);

/** What must be and is not, as lines. */
async function violationsIn(quads: Iterable<Quad>, files: readonly string[] = shapes): Promise<string[]> {
  const results = await shaclResults(quads, files);
  return results
    .filter(({ severity }) => severity === 'violation')
    .map(({ focus, path, component }) => [focus?.value, path, component].join(' '));
}

describeOfficial('By the official shapes of DCAT-AP', () => {
  let seeds: SmallWorld;
  beforeAll(async () => {
    seeds = await SmallWorld.in(await seededDatabase('sqlite'));
  });
  afterAll(() => seeds.end());

  const context = { publicUrl: 'https://data.example.org', registry, evidence: true };
  const all = (description: Description, walk: Partial<Walk> = {}) =>
    walkWholeRecords(new Source(seeds.store, registry, null), description, {
      evidence: true,
      size: 100,
      ...walk,
    });

  it("the release's own example is right", async () => {
    const example = officialQuads('samples/semic-dcat-ap-3.0.1/example-bee-population-2022-2023.ttl');

    expect(await violationsIn(example, shapes.slice(0, 1))).toEqual([]);
    // What it says of its publisher is no agent.
    expect(new Set((await violationsIn(example)).map((line) => line.replace(/^\S+ /, '')))).toEqual(
      new Set(['http://purl.org/dc/terms/publisher Class']),
    );
  });

  it.each(registry.resources.map((each) => [each.path, each] as const))(
    'the document of each record in %s is right',
    async (_path, description) => {
      let count = 0;
      for await (const records of all(description, { links: { first: 100 } }))
        for (const whole of records) {
          expect(await violationsIn(documentOf(whole, context))).toEqual([]);
          count += 1;
        }
      expect(count).toBeGreaterThan(0);
    },
  );

  it.each(registry.links.map((each) => [each.path, each] as const))(
    'the documents of %s are right',
    async (_path, description) => {
      for await (const links of all(description))
        expect(await violationsIn(documentOfAll(links, context))).toEqual([]);
    },
  );

  it('a document of all datasets is right', async () => {
    const records: WholeRecord[] = [];
    for (const description of registry.resources.filter(({ type }) => type === 'Dataset'))
      for await (const some of all(description, { size: 7 })) records.push(...some);

    const found = await violationsIn(documentOfAll(records, { ...context, evidence: false }));

    expect(records.length).toBeGreaterThan(15);
    expect(found).toEqual([]);
  });
});
