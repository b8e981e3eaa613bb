/** A FAIR Data Point whose catalogue has more datasets than an answer may have: its clients read no pages, so it comes in one, while it is read. */
import { Parser } from 'n3';
import { describeOnEachDatabase } from '../../helpers/databases';
import { addManyDatasets } from '../../helpers/many-datasets';
import { raw, type Raw } from '../../helpers/raw-request';
import { SmallWorld, type PlainRecords } from '../../helpers/small-world';
import { Gateway } from '../gateway';

jest.setTimeout(180_000);

const count = 3_500;
const limit = 300_000;
const base = 'https://example.org/num';
const catalogue = `${base}/catalogues/all`;
const contains = 'http://www.w3.org/ns/ldp#contains';
const member = 'http://www.w3.org/ns/dcat#dataset';

const records: PlainRecords = {
  Institution: [{ slug: 'keeper', name: { en: 'Keeper' }, kind: 'CATALOGUE_OPERATOR' }],
  DataCatalogue: [
    { slug: 'all', name: { en: 'All' }, description: { en: 'All of it.' }, publisher: 'keeper' },
  ],
  Infrastructure: [{ slug: 'hub', name: { en: 'Hub' } }],
  Dataset: [{ slug: 'one', name: { en: 'One' }, description: { en: 'The first.' }, kind: 'COHORT' }],
};

describeOnEachDatabase('the document of a catalogue with many datasets', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    const world = await SmallWorld.of(dialect, records);
    await addManyDatasets(world, 'datasets/one', ['hub'], count);
    gateway = await Gateway.of(world, {
      PUBLIC_URL: base,
      MAX_ANSWER_BYTES: String(limit),
      // Fewer rows than there are datasets.
      MAX_ROWS: '3100',
    });
  });
  afterAll(() => gateway.end());
  const get = (search = '', headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> =>
    raw(`${gateway.url}/num/catalogues/all${search}`, { accept: 'text/turtle', ...headers }, method);
  const objectsOf = ({ body }: Raw, property: string) =>
    new Set(
      new Parser()
        .parse(body.toString())
        .filter(({ predicate }) => predicate.value === property)
        .map(({ object }) => object.value),
    );

  it('contains every dataset once, though it is longer than an answer may be and has more rows', async () => {
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(objectsOf(answer, contains).size).toBe(count + 1);
    expect(objectsOf(answer, member).size).toBe(0);
    const quads = await get('', { accept: 'application/n-triples' });
    expect(quads.body.length).toBeGreaterThan(limit);
    expect(quads.body.toString().match(/#contains> </g)).toHaveLength(count + 1);
    expect(quads.body.toString()).toContain(`<${catalogue}> <http://purl.org/dc/terms/title> "All"@en`);
  });

  it('names them as its datasets in the terms of FDP, and says which profile that is', async () => {
    const answer = await get('?_profile=fdp');
    expect(answer.headers['content-profile']).toBe('<https://specs.fairdatapoint.org/fdp-specs-v1.2.html>');
    expect(objectsOf(answer, member).size).toBe(count + 1);
  });

  it('is well-formed in every format, also compressed', async () => {
    for (const [type, first] of [
      ['application/ld+json', '{'],
      ['application/rdf+xml', '<?xml'],
    ] as const) {
      const { status, headers, body } = await get('', { accept: type });
      expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, type]);
      expect(body.toString().startsWith(first)).toBe(true);
      expect(body.toString().split(`${base}/datasets/synthetic-hub-`)).toHaveLength(count + 1);
      if (first === '{') expect(() => JSON.parse(body.toString()) as unknown).not.toThrow();
    }
    const response = await fetch(`${gateway.url}/num/catalogues/all`, {
      headers: { accept: 'text/turtle', 'accept-encoding': 'gzip' },
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe((await get()).body.toString());
  });

  it('answers HEAD without it, and 304 until something is written', async () => {
    const { headers } = await get();
    const tag = headers.etag ?? '';
    const head = await get('', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, tag]);
    expect((await get('', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('', { accept: 'application/trig' })).headers.etag).not.toBe(tag);
    await gateway.world.add({ Infrastructure: [{ slug: 'hub', name: { en: 'Another name' } }] });
    expect((await get('', { 'if-none-match': tag })).status).toBe(200);
  });
});
