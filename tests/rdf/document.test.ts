/** Records as RDF documents. */
import type { Quad } from '@rdfjs/types';
import { readWholeRecords, type AskedWhole } from '../../src/query/whole-records';
import { Source } from '../../src/query/source';
import { documentOf } from '../../src/rdf/document';
import { registry, SmallWorld } from '../helpers/small-world';

const publicUrl = 'https://data.example.org';
const dct = (name: string) => `http://purl.org/dc/terms/${name}`;

let world: SmallWorld;
beforeAll(async () => {
  world = await SmallWorld.of('sqlite', {
    Institution: [
      { slug: 'a', name: { de: 'Klinikum A', en: 'Hospital A' }, kind: 'RESEARCH_ORGANISATION' },
      { slug: 'b', name: { en: 'Hospital B' }, kind: 'RESEARCH_ORGANISATION' },
    ],
    Dataset: [
      {
        slug: 'd',
        name: { de: 'Register', en: 'Registry' },
        description: { en: 'Cases.' },
        kind: 'REGISTRY',
        issuedOn: '2021-03',
      },
    ],
    Provision: [
      { agent: 'institutions/a', offer: 'datasets/d', role: 'PUBLISHER', endsOn: '2022' },
      { agent: 'institutions/b', offer: 'datasets/d', role: 'PUBLISHER' },
    ],
  });
});
afterAll(() => world.end());

async function quadsOf(key: string, asked: Partial<AskedWhole> = {}): Promise<readonly Quad[]> {
  const source = new Source(world.store, registry, null);
  const [whole] = await readWholeRecords(source, [key], { evidence: false, ...asked });
  if (!whole) throw new Error(`There is no ${key}.`);
  return documentOf(whole, { publicUrl, registry, evidence: asked.evidence ?? false });
}

const objects = (quads: readonly Quad[], subject: string, predicate: string): string[] =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) =>
      object.termType === 'Literal'
        ? `${object.value}@${object.language || object.datatype.value.replace(/^.*#/, '')}`
        : object.value,
    );

const dataset = `${publicUrl}/datasets/d`;

it('a text has its language, a date the precision of its source', async () => {
  const quads = await quadsOf('datasets/d');

  expect(objects(quads, dataset, dct('title'))).toEqual(['Register@de', 'Registry@en']);
  expect(objects(quads, dataset, dct('issued'))).toEqual(['2021-03@gYearMonth']);
});

it('of two publishers, the one that holds is stated; both are attributed', async () => {
  const quads = await quadsOf('datasets/d');

  expect(objects(quads, dataset, dct('publisher'))).toEqual([`${publicUrl}/institutions/b`]);
  expect(objects(quads, dataset, 'http://www.w3.org/ns/prov#qualifiedAttribution')).toEqual([
    `${publicUrl}/provisions/institutions/a/datasets/d/publisher`,
    `${publicUrl}/provisions/institutions/b/datasets/d/publisher`,
  ]);
});
