/** Records as RDF documents. */
import type { Quad } from '@rdfjs/types';
import { readWholeRecords, type WholeRecordOptions } from '../../src/query/whole-records';
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

async function quadsOf(key: string, options: Partial<WholeRecordOptions> = {}): Promise<readonly Quad[]> {
  const source = new Source(world.store, registry, null);
  const [whole] = await readWholeRecords(source, [key], { evidence: false, ...options });
  if (!whole) throw new Error(`There is no ${key}.`);
  return documentOf(whole, { publicUrl, registry, evidence: options.evidence ?? false });
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

it('a link has a document of its own, with its ends, its role and its time', async () => {
  const link = `${publicUrl}/provisions/institutions/a/datasets/d/publisher`;

  const quads = await quadsOf('provisions/institutions/a/datasets/d/publisher');

  expect(objects(quads, link, 'http://www.w3.org/ns/prov#agent')).toEqual([`${publicUrl}/institutions/a`]);
  expect(objects(quads, link, dct('temporal'))).toEqual([`${link}#time`]);
  expect(objects(quads, `${link}#time`, 'http://www.w3.org/ns/dcat#endDate')).toEqual(['2022@gYear']);
  expect(objects(quads, `${publicUrl}/institutions/a`, 'http://xmlns.com/foaf/0.1/name')).toEqual([
    'Hospital A@en',
    'Klinikum A@de',
  ]);
});

it('evidence says who states it; where sources disagree, it states no value as the one that is right', async () => {
  const says = (statedValue: string) => ({
    source: 'register',
    confidence: 'FOUND_IN_SOURCE',
    property: 'issuedOn',
    statedValue,
  });
  await world.add({
    Dataset: [
      { slug: 'agreed', name: { en: 'A' }, kind: 'COHORT', issuedOn: '2020', evidence: [says('2020')] },
      {
        slug: 'disputed',
        name: { en: 'B' },
        kind: 'COHORT',
        issuedOn: '2020',
        evidence: [says('2020'), says('2021')],
      },
    ],
  });
  const rdf = (name: string) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`;
  const prov = (name: string) => `http://www.w3.org/ns/prov#${name}`;
  const of = async (slug: string) => {
    const quads = await quadsOf(`datasets/${slug}`, { evidence: true });
    return (index: number, predicate: string) =>
      objects(quads, `${publicUrl}/datasets/${slug}#evidence-${index}`, predicate);
  };

  const agreed = await of('agreed');
  expect(agreed(1, rdf('predicate'))).toEqual([dct('issued')]);
  expect(agreed(1, rdf('object'))).toEqual(['2020@gYear']);
  expect(agreed(1, prov('hadPrimarySource'))).toEqual([`${publicUrl}/sources/register`]);

  const disputed = await of('disputed');
  expect([1, 2].flatMap((index) => disputed(index, prov('value')))).toEqual(['2020@string', '2021@string']);
  expect([1, 2].flatMap((index) => disputed(index, rdf('object')))).toEqual([]);
});

it('an identifier that two records have makes them not the same', async () => {
  const site = (slug: string, ...ids: string[]) => ({
    slug,
    name: { en: slug },
    kind: 'RESEARCH_ORGANISATION',
    identifiers: ids.map((value) => ({ scheme: 'ROR', value })),
  });
  const [shared, own] = ['https://ror.org/02gm5zw39', 'https://ror.org/03m04df46'] as const;
  await world.add({ Institution: [site('kiel', shared), site('luebeck', shared), site('only', own)] });
  const sameAs = async (slug: string) =>
    objects(
      await quadsOf(`institutions/${slug}`),
      `${publicUrl}/institutions/${slug}`,
      'http://www.w3.org/2002/07/owl#sameAs',
    );

  expect(await sameAs('kiel')).toEqual([]);
  expect(await sameAs('only')).toEqual([own]);
});

it('links are read in pages; those that state something of the record itself are on each', async () => {
  await world.add({
    Infrastructure: ['i', 'j', 'k'].map((slug) => ({ slug, name: { en: slug } })),
    Provision: ['i', 'j', 'k'].map((slug) => ({
      agent: `infrastructures/${slug}`,
      offer: 'datasets/d',
      role: slug === 'k' ? 'CUSTODIAN' : 'PUBLISHER',
    })),
    Participation: ['i', 'j', 'k'].map((slug) => ({
      institution: 'a',
      infrastructure: slug,
      role: 'PARTICIPATES',
    })),
  });
  const source = new Source(world.store, registry, null);
  const read = async (key: string, after?: string) => {
    const links = { first: 2, ...(after && { after }) };
    const [whole] = await readWholeRecords(source, [key], { evidence: false, links });
    return { keys: whole?.links.map(({ record }) => record.key), next: whole?.nextLinks ?? undefined };
  };

  const first = await read('institutions/a');
  expect(first.keys).toEqual(['participations/a/i/participates', 'participations/a/j/participates']);
  const second = await read('institutions/a', first.next);
  expect(second.keys).toEqual([
    'participations/a/k/participates',
    'provisions/institutions/a/datasets/d/publisher',
  ]);
  expect(second.next).toBeUndefined();

  const dataset = await read('datasets/d');
  expect(dataset.keys?.filter((key) => key.endsWith('/publisher'))).toHaveLength(4);
  expect(dataset.keys).toContain('provisions/infrastructures/k/datasets/d/custodian');
});

it('of a list with very many members, the document states the first ones and says so', async () => {
  const file = (index: number) => ({
    slug: `file-${String(index).padStart(4, '0')}`,
    name: { en: `File ${index}` },
    dataset: 'large',
    kind: 'FILE',
    downloadUrl: `https://files.example.org/${index}`,
  });
  const large = await SmallWorld.of('sqlite', {
    Dataset: [{ slug: 'large', name: { en: 'Many files' }, description: { en: 'Files.' }, kind: 'REGISTRY' }],
    Distribution: Array.from({ length: 1001 }, (_, index) => file(index)),
  });
  try {
    const [whole] = await readWholeRecords(new Source(large.store, registry, null), ['datasets/large'], {
      evidence: false,
    });
    if (!whole) throw new Error('There is no such dataset.');
    const quads = documentOf(whole, { publicUrl, registry, evidence: false });
    const iri = `${publicUrl}/datasets/large`;

    expect(objects(quads, iri, 'http://www.w3.org/ns/dcat#distribution')).toHaveLength(1000);
    expect(objects(quads, iri, 'http://www.w3.org/ns/hydra/core#view')).toEqual([
      `${iri}#first-distributions`,
    ]);
    expect(
      objects(quads, `${iri}#first-distributions`, 'http://www.w3.org/2000/01/rdf-schema#comment'),
    ).toEqual([
      'Of distributions, only the first 1000 are stated here.@en',
      'Von distributions stehen hier nur die ersten 1000.@de',
    ]);
  } finally {
    await large.end();
  }
});

it('a document that has all members of its lists says nothing of a part', async () => {
  const quads = await quadsOf('datasets/d');

  expect(objects(quads, dataset, 'http://www.w3.org/ns/hydra/core#view')).toEqual([]);
});
