/** The catalogue for harvesters: pages of hydra, what changed since a day, each format, and clear refusals. */
import { DataFactory } from 'n3';
import { rdfFormats } from '../../../src/rdf/formats';
import { answer } from '../../helpers/ask';
import { addManyDatasets } from '../../helpers/many-datasets';
import { SmallWorld, type PlainRecords } from '../../helpers/small-world';
import { Gateway } from '../gateway';
import { harvestPages } from './harvesters';
import { dcat, dct, fetched, foaf, hydra, said, turtle, type } from './rdf';

const records: PlainRecords = {
  Institution: [{ slug: 'operator', name: { en: 'Operator' }, kind: 'NETWORK' }],
  Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
  DataCatalogue: [
    {
      slug: 'ours',
      name: { de: 'Unser Katalog', en: 'Our catalogue' },
      description: { en: 'All that we know.' },
      publisher: 'operator',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      languages: ['DE', 'EN'],
      countries: ['DEU'],
      themeTaxonomies: ['EU_DATA_THEME'],
    },
  ],
  Dataset: [
    { slug: 'copied', name: { en: 'Copied' }, description: { en: 'A dataset.' }, kind: 'COHORT' },
    { slug: 'zebra', name: { en: 'Zebra' }, description: { en: 'The last one.' }, kind: 'REGISTRY' },
  ],
  Distribution: [
    {
      slug: 'zebra-page',
      name: { en: 'Page' },
      dataset: 'zebra',
      kind: 'FILE',
      accessUrl: 'https://example.org/zebra',
    },
  ],
};

const typeOf: Readonly<Record<string, string>> = Object.fromEntries(
  rdfFormats.map(({ extension, contentType }) => [extension, contentType]),
);

const synthetic = 1_203;

describe('the catalogue', () => {
  let gateway: Gateway;
  const at = (path: string): string => `${gateway.url}${path}`;

  beforeAll(async () => {
    const world = await SmallWorld.of('sqlite', records);
    await addManyDatasets(world, 'datasets/copied', ['racoon'], synthetic);
    gateway = await Gateway.of(world);
  });
  afterAll(async () => {
    await gateway.stop();
    await gateway.world.end();
  });

  const total = synthetic + 2;

  it('says what it is, and how many datasets it has', async () => {
    const page = await turtle(at('/catalog'));
    const ours = at('/catalogues/ours');

    expect(page.instances(dcat('Catalog'))).toEqual([ours]);
    expect(page.objects(ours, dct('title')).sort()).toEqual(['Our catalogue', 'Unser Katalog']);
    expect(page.objects(ours, dct('publisher'))).toEqual([at('/institutions/operator')]);
    expect(page.object(at('/institutions/operator'), foaf('name'))).toBe('Operator');
    expect(page.objects(ours, dct('license'))).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(page.objects(ours, foaf('homepage'))).toEqual([at('/')]);
    expect(page.objects(ours, dct('modified'))).toHaveLength(1);
    expect(page.object(at('/catalog'), hydra('totalItems'))).toBe(String(total));
    expect(page.objects(ours, dcat('dataset'))).toHaveLength(100);
    expect(page.instances(dcat('Dataset')).sort()).toEqual(page.objects(ours, dcat('dataset')).sort());
  });

  it('is taken in whole by a harvester that follows its pages', async () => {
    const { pages, datasets } = await harvestPages(at('/catalog'));

    expect(pages).toHaveLength(Math.ceil(total / 100));
    expect(new Set(pages).size).toBe(pages.length);
    expect(new Set(datasets.map(({ iri }) => iri)).size).toBe(total);
    expect(datasets).toHaveLength(total);
    const zebra = datasets.find(({ iri }) => iri === at('/datasets/zebra'));
    expect(zebra?.in.objects(at('/datasets/zebra'), dcat('distribution'))).toEqual([
      at('/distributions/zebra-page'),
    ]);
    expect(zebra?.in.object(at('/distributions/zebra-page'), dcat('accessURL'))).toBe(
      'https://example.org/zebra',
    );
  });

  it('leads from each page to the first, the last, the one before and the next, in the document and in "Link"', async () => {
    const { text, headers } = await fetched(at('/catalog?page=2'), { accept: 'text/turtle' });
    const page = said(text, at('/catalog'));
    const [view = ''] = page.instances(hydra('PartialCollectionView'));
    const links = headers.get('link') ?? '';

    expect(page.object(view, hydra('first'))).toBe(at('/catalog.ttl?page=1'));
    expect(page.object(view, hydra('previous'))).toBe(at('/catalog.ttl?page=1'));
    expect(page.object(view, hydra('last'))).toBe(at('/catalog.ttl?page=13'));
    expect(page.object(view, hydra('next'))).toMatch(/\/catalog\.ttl\?page=3&after=synthetic-racoon-\d+$/);
    expect(links).toContain(`<${page.object(view, hydra('next'))}>; rel="next"`);
    const last = await turtle(at('/catalog?page=13'));
    expect(last.objects(null, hydra('next'))).toEqual([]);
    expect(last.objects(null, dcat('dataset'))).toHaveLength(total - 1_200);
  });

  it.each([
    ['/catalog?page=0', 400, 'page'],
    ['/catalog?page=two', 400, 'page'],
    ['/catalog?page=14', 404, '13'],
    ['/catalog?modified_since=yesterday', 400, 'modified_since'],
    ['/catalog?modified_since=2026-02-30', 400, 'modified_since'],
    ['/catalog?modified_since=2026-02-28T10:00:00', 400, 'modified_since'],
    ['/catalog?page=2&after=Not%20a%20slug', 400, 'after'],
    ['/catalog?page=1&page=2', 400, 'page'],
    ['/catalog.docx', 404, 'docx'],
  ])('%s answers %d and says why', async (path, status, word) => {
    const refused = await fetched(at(path), { accept: 'application/json, text/turtle;q=0.5' });

    expect(refused.status).toBe(status);
    expect(refused.text).toContain(word);
  });

  it.each([
    ['/catalog', '/catalogues/ours'],
    ['/catalog.html', '/catalogues/ours'],
    ['/fdp', '/'],
  ])('leads people from %s to a page', async (path, page) => {
    const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    const answer = await gateway.get(path, { headers: browser });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, at(page)]);
    const { status, headers } = await gateway.get(page, { headers: browser });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('answers 406 to who wants pictures, with what there is', async () => {
    const refused = await fetched(at('/catalog'), { accept: 'image/png' });

    expect(refused.status).toBe(406);
    expect(refused.text).toContain('text/turtle');
  });

  it.each([
    ['text/turtle', 'ttl'],
    ['application/ld+json', 'jsonld'],
    ['application/rdf+xml', 'rdf'],
    ['application/n-triples', 'nt'],
    ['application/n-quads', 'nq'],
    ['application/trig', 'trig'],
  ])('comes as %s, and leads to its next page in the same form', async (mediaType, suffix) => {
    const asked = await fetched(at('/catalog'), { accept: mediaType });
    const suffixed = await fetched(at(`/catalog.${suffix}`));
    const record = await fetched(at('/datasets/zebra'), { accept: mediaType });
    const shapes = await fetched(at('/profiles/dcat-ap'), { accept: mediaType });

    expect(asked.status).toBe(200);
    // Only some media types have a charset.
    for (const { headers } of [asked, record, shapes])
      expect(headers.get('content-type')).toBe(typeOf[suffix]);
    expect(asked.headers.get('vary')).toContain('Accept');
    expect(suffixed.text).toBe(asked.text);
    expect(asked.headers.get('link')).toContain(`/catalog.${suffix}?page=2&after=`);
  });

  it('answers HEAD, and 304 to who has it', async () => {
    const { headers, text } = await fetched(at('/catalog'), { accept: 'text/turtle' });
    const head = await fetch(at('/catalog'), { method: 'HEAD', headers: { accept: 'text/turtle' } });
    const again = await fetched(at('/catalog'), {
      accept: 'text/turtle',
      // Otherwise fetch adds `no-cache`, as a browser that reloads.
      'cache-control': 'max-age=0',
      'if-none-match': headers.get('etag') ?? '',
    });

    expect(text).not.toBe('');
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(headers.get('etag'));
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
  });

  it('states no evidence', async () => {
    const { text } = await fetched(at('/catalog?page=13'), { accept: 'text/turtle' });

    expect(text).not.toContain('prov:hadPrimarySource');
    expect(text).not.toContain('register.example.org');
  });

  it('loses and repeats nothing while others write', async () => {
    const known = await answer<{ datasets: { totalCount: number } }>(
      gateway.world,
      '{ datasets { totalCount } }',
    );
    let written = 0;
    const { datasets } = await harvestPages(at('/catalog'), async () => {
      written += 1;
      await gateway.world.add({
        ...records,
        Dataset: [
          ...(records.Dataset ?? []),
          // Before all others, so that pages by number alone would shift.
          ...Array.from({ length: written }, (_, i) => ({
            slug: `added-${i + 1}`,
            name: { en: `Added ${i + 1}` },
            kind: 'COHORT',
          })),
        ],
        Source: [{ slug: 'register', title: 'A register', url: 'https://register.example.org/' }],
      });
    });

    const counted = new Map<string, number>();
    for (const { iri } of datasets) counted.set(iri, (counted.get(iri) ?? 0) + 1);
    expect(written).toBeGreaterThan(10);
    expect([...counted].filter(([, count]) => count > 1)).toEqual([]);
    const synthetics = [...counted.keys()].filter((iri) => iri.includes('/synthetic-'));
    expect(synthetics).toHaveLength(synthetic);
    expect(counted.size).toBeGreaterThanOrEqual(known.datasets.totalCount);
  });
});

describe('what changed since a day', () => {
  it('is a dataset that changed itself, or what stands in its document', async () => {
    const world = await SmallWorld.of('sqlite', {
      ...records,
      Provision: [{ agent: 'infrastructures/racoon', offer: 'datasets/copied', role: 'PUBLISHER' }],
    });
    const gateway = await Gateway.of(world);
    const since = async (day: string): Promise<string[]> => {
      const page = await turtle(`${gateway.url}/catalog?modified_since=${day}`);
      return page
        .instances(dcat('Dataset'))
        .map((iri) => iri.replace(/^.*\//, ''))
        .sort();
    };
    const everything = {
      ...records,
      Provision: [{ agent: 'infrastructures/racoon', offer: 'datasets/copied', role: 'PUBLISHER' }],
    };
    const change = (name: string, slug: string, day: string) =>
      world.add(
        {
          ...everything,
          Source: [{ slug: 'register', title: 'A register', url: 'https://register.example.org/' }],
          [name]:
            (everything as PlainRecords)[name]?.map((each) =>
              each.slug === slug ? { ...each, name: { en: `Changed on ${day}` } } : each,
            ) ?? [],
        },
        `${day}T12:00:00.000Z`,
      );

    expect(await since('2025-01-01')).toEqual(['copied', 'zebra']);
    expect(await since('2025-01-02')).toEqual([]);
    await change('Distribution', 'zebra-page', '2026-01-10');
    expect(await since('2026-01-10')).toEqual(['zebra']);
    await change('Infrastructure', 'racoon', '2026-02-10');
    expect(await since('2026-02-01')).toContain('copied');
    expect(await since('2026-02-10T12:00:00Z')).toContain('copied');
    expect(await since('2026-02-10T14:00:01%2B02:00')).toEqual([]);
    await gateway.stop();
    await world.end();
  });
});

it('a catalogue that no record describes says so, and invents nothing', async () => {
  const { DataCatalogue: _, Institution: __, ...others } = records;
  const gateway = await Gateway.over('sqlite', others);
  const page = await turtle(`${gateway.url}/catalog`);
  const [catalogue = ''] = page.instances(dcat('Catalog'));

  expect(catalogue).toBe(`${gateway.url}/catalog`);
  expect(page.objects(catalogue, dct('title'))).toEqual([]);
  expect(page.objects(catalogue, dct('publisher'))).toEqual([]);
  expect(page.objects(catalogue, dct('license'))).toEqual([]);
  expect(page.objects(catalogue, 'http://www.w3.org/2000/01/rdf-schema#comment')).toContain(
    'No record of this catalogue says who publishes it, and under which licence.',
  );
  expect(page.objects(catalogue, dcat('dataset'))).toHaveLength(2);
  expect(page.quads.some(({ subject }) => subject.equals(DataFactory.namedNode(`${catalogue}s/ours`)))).toBe(
    false,
  );
  expect(page.objects(catalogue, type)).toContain(dcat('Catalog'));
  await gateway.stop();
  await gateway.world.end();
});
