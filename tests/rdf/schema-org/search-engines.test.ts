/**
 * What search engines and life-science portals ask of the data in a page, as rules of our own, written from their public guides:
 * https://developers.google.com/search/docs/appearance/structured-data/dataset and https://bioschemas.org/profiles/.
 */
import { readConfig } from '../../../src/config';
import { derivationsOf } from '../../../src/open-store';
import { Source } from '../../../src/query/source';
import { readWholeRecords } from '../../../src/query/whole-records';
import { documentOf } from '../../../src/rdf/document';
import { structuredData } from '../../../src/rdf/schema-org/structured-data';
import { thingOf } from '../../../src/rdf/schema-org/thing';
import { languages, type LanguageTag } from '../../../src/resource/text';
import { answer } from '../../helpers/ask';
import { healthDataset, healthExample } from '../../helpers/health-example';
import { registry, SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';

type Json = Record<string, unknown>;
type Fits = (value: unknown) => boolean;

const publicUrl = 'https://data.example.org';
const catalogue = { iri: `${publicUrl}/catalogues/num`, name: 'Catalogue' };

const text: Fits = (value) => typeof value === 'string' && value.trim() !== '' && !/[{}<>]/.test(value);
const url: Fits = (value) =>
  typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
const number: Fits = (value) => typeof value === 'number';
const flag: Fits = (value) => typeof value === 'boolean';
const thing =
  (...types: string[]): Fits =>
  (value) =>
    typeof value === 'object' && value !== null && types.includes(String((value as Json)['@type']));
const oneOf =
  (...fits: Fits[]): Fits =>
  (value) =>
    fits.some((each) => each(value));
const day = String.raw`\d{4}(?:-\d\d(?:-\d\d)?)?`;
const interval: Fits = (value) =>
  new RegExp(`^(?:${day}|(?:${day}|\\.\\.)/(?:${day}|\\.\\.))$`).test(String(value)) && value !== '../..';

const agent = thing('Organization', 'Person', 'ResearchProject');

/** The types of values that Google takes, by the property of a Dataset. */
const ofDatasets: Readonly<Record<string, Fits>> = {
  name: text,
  description: (value) => text(value) && String(value).length >= 50 && String(value).length <= 5000,
  alternateName: text,
  creator: agent,
  publisher: agent,
  citation: oneOf(text, thing('CreativeWork', 'ScholarlyArticle')),
  funder: agent,
  hasPart: oneOf(url, thing('Dataset')),
  isPartOf: oneOf(url, thing('Dataset')),
  identifier: oneOf(url, text, thing('PropertyValue')),
  isAccessibleForFree: flag,
  keywords: oneOf(text, thing('DefinedTerm')),
  license: oneOf(url, thing('CreativeWork')),
  measurementTechnique: oneOf(text, url),
  sameAs: url,
  spatialCoverage: oneOf(text, thing('Place')),
  temporalCoverage: interval,
  variableMeasured: oneOf(text, thing('PropertyValue')),
  version: oneOf(text, number),
  url,
  includedInDataCatalog: thing('DataCatalog'),
  distribution: thing('DataDownload'),
};
const ofDownloads: Readonly<Record<string, Fits>> = { contentUrl: url, encodingFormat: oneOf(text, url) };

const bioschemas: Readonly<Record<string, readonly string[]>> = {
  'https://bioschemas.org/profiles/Dataset/1.0-RELEASE': [
    ...['description', 'identifier', 'keywords', 'license', 'name', 'url'],
  ],
  'https://bioschemas.org/profiles/DataCatalog/0.3-RELEASE-2019_07_01': [
    ...['description', 'keywords', 'name', 'provider', 'url'],
  ],
};
const conformsTo = 'http://purl.org/dc/terms/conformsTo';

/** What is wrong, as a list of properties with their values. */
function faults(data: Json): unknown[] {
  const isDataset = data['@type'] === 'Dataset';
  const missing = (isDataset ? ['name', 'description'] : ['name']).filter((name) => data[name] === undefined);
  const wrong = Object.entries(isDataset ? ofDatasets : {}).flatMap(([name, fits]) =>
    [data[name] ?? []]
      .flat()
      .filter((value) => !fits(value))
      .map((value) => [name, value]),
  );
  const files = ([data.distribution ?? []].flat() as Json[]).flatMap((file) => [
    ...(file.contentUrl === undefined ? ['distribution.contentUrl'] : []),
    ...Object.entries(ofDownloads).flatMap(([name, fits]) =>
      [file[name] ?? []]
        .flat()
        .filter((value) => !fits(value))
        .map((value) => [`distribution.${name}`, value]),
    ),
  ]);
  const claimed = (data[conformsTo] as Json | undefined)?.['@id'];
  const lacking = (bioschemas[String(claimed)] ?? []).filter((name) => data[name] === undefined);
  return [...missing, ...wrong, ...files, ...lacking];
}

/** The data in the pages of some records, in each language. */
async function dataOf(world: SmallWorld, keys: readonly string[]): Promise<Json[]> {
  const source = new Source(world.store, registry, null);
  const wholes = await readWholeRecords(source, keys, { evidence: false });
  return wholes.flatMap((whole) => {
    const quads = documentOf(whole, { publicUrl, registry, evidence: false });
    const found = thingOf(quads, `${publicUrl}/${whole.record.key}`);
    if (!found) throw new Error(`${whole.record.key} is nothing that schema.org has a type for.`);
    return languages.map((language: LanguageTag) => structuredData(found, { language, catalogue }));
  });
}

describe('the datasets and catalogues of the seeds', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.in(await seededDatabase('sqlite'), registry, derivationsOf(readConfig({})));
  });
  afterAll(() => world.end());

  it('have what Google demands, and nothing in a form that it does not take', async () => {
    const { datasets } = await answer<{ datasets: { nodes: { slug: string }[] } }>(
      world,
      '{ datasets(first: 100) { nodes { slug } } }',
    );
    const all = await dataOf(
      world,
      datasets.nodes.map(({ slug }) => `datasets/${slug}`),
    );
    expect(all.length).toBeGreaterThan(30);
    expect(all.flatMap((data) => faults(data).map((fault) => [data['@id'], fault]))).toEqual([]);
    // Codes are for programs.
    expect(JSON.stringify(all)).not.toContain('"DATA_STANDARD"');
  });

  it('have a catalogue that conforms to the profile of Bioschemas', async () => {
    for (const data of await dataOf(world, ['catalogues/num-data-space'])) {
      expect(faults(data)).toEqual([]);
      expect(data[conformsTo]).toEqual({
        '@type': 'CreativeWork',
        '@id': 'https://bioschemas.org/profiles/DataCatalog/0.3-RELEASE-2019_07_01',
      });
    }
  });
});

describe('a dataset that states everything', () => {
  let all: Json[];
  beforeAll(async () => {
    const example = healthExample('PUBLIC');
    const [one = {}] = example.Dataset ?? [];
    const [file = {}, ...others] = example.Distribution ?? [];
    const world = await SmallWorld.of('sqlite', {
      ...example,
      Dataset: [{ ...one, licence: 'https://creativecommons.org/licenses/by/4.0/' }],
      Distribution: [{ ...file, downloadUrl: 'https://hospital.example.org/registry.csv' }, ...others],
    });
    all = await dataOf(world, [healthDataset]);
    await world.end();
  });

  it('conforms to Google and to Bioschemas, in each language', () => {
    expect(all).toHaveLength(languages.length);
    for (const data of all) {
      expect(faults(data)).toEqual([]);
      expect(data[conformsTo]).toMatchObject({
        '@id': 'https://bioschemas.org/profiles/Dataset/1.0-RELEASE',
      });
    }
  });

  it('names its variables', () => {
    const english = all.find(({ name }) => name === 'Sample registry');
    expect(english?.variableMeasured).toEqual({
      '@type': 'PropertyValue',
      name: 'Age',
      alternateName: 'age',
      description: 'Age in years.',
    });
  });

  it('offers the file for download, and no sample in its place', () => {
    for (const { distribution } of all)
      expect(distribution).toEqual([
        expect.objectContaining({
          contentUrl: 'https://hospital.example.org/registry.csv',
          encodingFormat: 'text/csv',
        }),
      ]);
  });
});

it('the rules find what is wrong', () => {
  const good = { '@type': 'Dataset', name: 'A', description: 'x'.repeat(50) };
  expect(faults(good)).toEqual([]);
  expect(faults({ '@type': 'Dataset', description: 'short' })).toEqual(['name', ['description', 'short']]);
  expect(faults({ ...good, temporalCoverage: '../..' })).toEqual([['temporalCoverage', '../..']]);
  expect(faults({ ...good, distribution: [{ '@type': 'DataDownload' }] })).toEqual([
    'distribution.contentUrl',
  ]);
  expect(
    faults({ ...good, [conformsTo]: { '@id': 'https://bioschemas.org/profiles/Dataset/1.0-RELEASE' } }),
  ).toEqual(['identifier', 'keywords', 'license', 'url']);
});
