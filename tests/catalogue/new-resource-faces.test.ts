/**
 * The faces of a new resource follow from its declaration: RDF, pages, lists, vocabularies, structured data, sitemap, context, tables.
 * A process has one schema, and this one another than the rest: it has an environment of its own.
 * @jest-environment node
 */
import './with-biobanks';
import { Parser } from 'n3';
import { registry } from '../../src/registry';
import { Gateway } from '../http/gateway';
import { SmallWorld } from '../helpers/small-world';
import { migrate, records } from './biobank';

const base = 'https://data.example.org';
const north = `${base}/biobanks/north`;

describe('a biobank that was declared in one file and listed in one line', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    const world = await SmallWorld.of('sqlite', {}, registry);
    await migrate(world, registry);
    await world.add(records);
    gateway = await Gateway.of(world, { PUBLIC_URL: base });
  });
  afterAll(() => gateway.end());

  const get = async (path: string, accept: string): Promise<string> => {
    const { status, text } = await gateway.get(path, { headers: { accept } });
    expect([path, status]).toEqual([path, 200]);
    return text;
  };

  it.each(['.ttl', '.nt', '.nq', '.trig'])('answers in RDF at %s', async (suffix) => {
    const quads = new Parser().parse(await get(`/biobanks/north${suffix}`, '*/*'));
    const said = (predicate: string) =>
      quads
        .filter((quad) => quad.subject.value === north && quad.predicate.value === predicate)
        .map(({ object }) => object.value)
        .sort();
    expect(said('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')).toContain(
      'http://www.w3.org/ns/org#Organization',
    );
    expect(said('http://purl.org/dc/terms/extent')).toEqual(['500']);
    expect(said('http://www.w3.org/ns/org#unitOf')).toEqual([`${base}/institutions/greifswald`]);
    expect(said('http://www.w3.org/2002/07/owl#sameAs')).toEqual(['https://ror.org/025vngs54']);
  });

  it('has a page in both languages, and one of its list', async () => {
    const german = await get('/biobanks/north?lang=de', 'text/html');
    const english = await get('/biobanks/north?lang=en', 'text/html');
    expect(german).toContain('Nördliche Biobank');
    expect(german).toContain('Blut');
    expect(english).toContain('Northern biobank');
    expect(english).toContain('Blood');
    const list = await get('/biobanks?lang=en', 'text/html');
    for (const name of ['Northern biobank', 'Ältere Biobank', 'West']) expect(list).toContain(name);
  });

  it('is known to search engines, in a sitemap and as structured data', async () => {
    expect(await get('/sitemap.xml', '*/*')).toContain('/sitemaps/biobanks-1.xml');
    expect(await get('/sitemaps/biobanks-1.xml', '*/*')).toContain(`<loc>${north}</loc>`);
    const data = JSON.parse(await get('/biobanks/north?_profile=schema-org&lang=en', '*/*')) as object;
    expect(data).toMatchObject({ '@type': 'Organization', '@id': north, name: 'Northern biobank' });
    const list = JSON.parse(await get('/biobanks?_profile=schema-org', '*/*')) as object;
    expect(list).toMatchObject({ '@type': 'CollectionPage', mainEntity: { numberOfItems: 3 } });
  });

  it('has a name in the context of JSON-LD, and its vocabulary an address', async () => {
    expect(await get('/contexts/dcat-ap.jsonld', '*/*')).toContain('"Biobank"');
    const concepts = new Parser().parse(await get('/vocabularies/SampleKind.ttl', '*/*'));
    expect(concepts.map(({ subject }) => subject.value)).toContain(`${base}/vocabularies/SampleKind#TISSUE`);
    expect(await get('/vocabularies/SampleKind?lang=en', 'text/html')).toContain('Tissue');
  });

  it('leaves in an answer as a table', async () => {
    const query = encodeURIComponent('{ biobanks { nodes { slug numberOfSamples kind } } }');
    const table = await get(`/graphql?query=${query}`, 'text/csv');
    expect(table).toContain('north');
    expect(table).toContain('500');
  });
});
