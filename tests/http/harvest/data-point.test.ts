/** The FAIR Data Point over the seeds: its document, its containers, its profiles, and harvesters that take everything in. */
import type { Quad } from '@rdfjs/types';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { startApp, type App } from '../../../src/app';
import { readConfig } from '../../../src/config';
import { describeOfficial, shaclResults } from '../../helpers/shacl';
import { seededDatabase } from '../../helpers/template-databases';
import { harvestDataPoint, harvestPages } from './harvesters';
import { dcat, dct, fdpo, fetched, foaf, ldp, said, turtle } from './rdf';

jest.setTimeout(300_000);

let app: App;
let end: () => Promise<void>;
const at = (path: string): string => `${app.url}${path}`;

beforeAll(async () => {
  const database = await seededDatabase('sqlite');
  app = await startApp(readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent' }));
  end = async () => {
    await app.stop();
    await database.drop();
  };
});
afterAll(() => end());

async function ask<T>(query: string): Promise<T> {
  const response = await fetch(at('/graphql'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: T }).data;
}

const iris = async (list: string): Promise<string[]> => {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const page: { nodes: { iri: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (
      await ask<Record<string, never>>(
        `{ list: ${list}(first: 100, after: ${JSON.stringify(after)}) { nodes { iri } pageInfo { endCursor hasNextPage } } }`,
      )
    ).list as never;
    found.push(...page.nodes.map(({ iri }) => iri));
    if (!page.pageInfo.hasNextPage) return found.sort();
    after = page.pageInfo.endCursor;
  }
};

describe('the address of the gateway', () => {
  it('is a page for people, also for who has no preference', async () => {
    for (const accept of ['text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', '*/*']) {
      const { headers } = await fetched(at('/'), { accept });

      expect(headers.get('vary')).toContain('Accept');
      // Without the built pages it is a message for people.
      expect(headers.get('content-type')).toMatch(/^text\/(html|plain)/);
    }
  });

  it.each(['text/turtle', 'application/ld+json', 'application/rdf+xml', 'text/turtle, text/html;q=0.9'])(
    'is the FAIR Data Point for who asks for %s',
    async (accept) => {
      const { status, headers, text } = await fetched(at('/'), { accept });

      expect(status).toBe(200);
      expect(accept).toContain(headers.get('content-type')?.split(';')[0]);
      expect(headers.get('vary')).toContain('Accept');
      expect(text).toContain('FAIRDataPoint');
    },
  );

  it('says in its header, too, to which profile it conforms', async () => {
    for (const path of ['/', '/fdp', '/fdp.jsonld']) {
      const { headers } = await fetched(at(path), { accept: 'text/turtle' });
      const iri = 'https://specs.fairdatapoint.org/fdp-specs-v1.2.html';

      expect(headers.get('content-profile')).toBe(`<${iri}>`);
      expect(headers.get('link')).toContain(`<${iri}>; rel="profile"`);
      expect(headers.get('link')).toContain(`<${at('/profiles/fdp')}>; rel="profile"`);
    }
  });

  it('says the same at /fdp and with a suffix', async () => {
    const { text } = await fetched(at('/'), { accept: 'text/turtle' });

    expect((await fetched(at('/fdp'))).text).toBe(text);
    expect((await fetched(at('/fdp.ttl'))).text).toBe(text);
  });
});

describe('the FAIR Data Point', () => {
  it('has what the FDP Index asks for', async () => {
    const point = await turtle(at('/'));
    const [root = ''] = point.instances(fdpo('MetadataService'));
    const [publisher = ''] = point.objects(root, dct('publisher'));

    expect(root).toBe(at('/'));
    expect(point.objects(root, dct('title'))).toHaveLength(2);
    expect(point.objects(root, dct('description'))).toHaveLength(2);
    expect(point.objects(root, dcat('version'))).toHaveLength(1);
    expect(point.objects(publisher, foaf('name'))).toEqual(['Maintainers of the NUM data-space gateway']);
    expect(point.objects(root, 'http://www.re3data.org/schema/3-0#country')).toEqual([
      'http://publications.europa.eu/resource/authority/country/DEU',
    ]);
    expect(point.objects(root, fdpo('metadataCatalog'))).toEqual([at('/catalogues/num-data-space')]);
    for (const property of ['metadataIdentifier', 'metadataIssued', 'metadataModified', 'conformsToFdpSpec'])
      expect([property, point.objects(root, fdpo(property)).length]).toEqual([property, 1]);
  });

  it('contains its catalogue, and that every dataset, each of which answers', async () => {
    const point = await turtle(at('/'));
    const [catalogue = ''] = point.objects(null, ldp('contains'));
    const of = await turtle(catalogue);

    expect(of.objects(null, ldp('contains')).sort()).toEqual(await iris('datasets'));
    const ofFdp = await turtle(`${catalogue}?_profile=fdp`);
    expect(ofFdp.objects(catalogue, dcat('dataset')).sort()).toEqual(await iris('datasets'));
    expect(of.object(null, ldp('membershipResource'))).toBe(catalogue);
    expect(of.object(null, ldp('hasMemberRelation'))).toBe(dcat('dataset'));
  });

  it('is taken in whole by a harvester of FAIR Data Points', async () => {
    const harvest = await harvestDataPoint(at('/'));

    expect(harvest.faults).toEqual([]);
    expect(harvest.catalogues).toEqual(await iris('catalogues'));
    expect([...harvest.datasets].sort()).toEqual(await iris('datasets'));
    expect(harvest.distributions.length).toBeGreaterThan(0);
    const known = await iris('distributions');
    expect(harvest.distributions.filter((each) => !known.includes(each))).toEqual([]);
  });

  it('is taken in whole by a harvester of catalogues, with its distributions', async () => {
    const { datasets } = await harvestPages(at('/catalog'));
    const distributions = datasets.flatMap(({ iri, in: page }) => page.objects(iri, dcat('distribution')));
    const ofDataPoint = await harvestDataPoint(at('/'));

    expect(datasets.map(({ iri }) => iri).sort()).toEqual(await iris('datasets'));
    expect(distributions.sort()).toEqual([...ofDataPoint.distributions].sort());
  });

  it('shows a record as one of a FAIR Data Point to who asks for that profile', async () => {
    const [dataset = ''] = await iris('datasets');
    const { text, headers } = await fetched(`${dataset}?_profile=fdp`, { accept: 'text/turtle' });
    const document = said(text, dataset);

    expect(headers.get('content-profile')).toContain('fdp');
    expect(document.objects(dataset, dct('isPartOf'))).toEqual([at('/catalogues/num-data-space')]);
    expect(document.objects(dataset, fdpo('metadataIdentifier'))).toEqual([dataset]);
    expect(document.objects(dataset, fdpo('metadataModified'))).toHaveLength(1);
    expect(document.objects(dataset, dct('conformsTo'))).toContain(at('/profiles/fdp'));
  });
});

const standards = 'standards/';
const fdpShapes = ['CatalogShape.ttl', 'FAIRDataPointShape.ttl'].map(
  (file) => `${standards}fair-data-point-1.2/${file}`,
);
const dcatShapes = ['shapes.ttl', 'range.ttl', 'mdr-vocabularies.shape.ttl'].map(
  (file) => `${standards}dcat-ap-3.0.1/shacl/${file}`,
);

/** Checksums belong to the documents of distributions, which are judged one by one elsewhere. */
const isChecksum = (focus: string | undefined): boolean => focus?.endsWith('#checksum') === true;

/** The violations, in one line each. */
const violations = async (quads: readonly Quad[], files: readonly string[]): Promise<string[]> =>
  (await shaclResults(quads, files))
    .filter(({ severity }) => severity === 'violation')
    .filter(({ focus }) => !isChecksum(focus?.value))
    .map(({ focus, path, component }) => [focus?.value, path, component].join(' '));

describeOfficial('by the official shapes', () => {
  it('the document of the FAIR Data Point has no violation of FDP 1.2 and DCAT-AP 3.0.1', async () => {
    const { quads } = await turtle(at('/'));

    expect(quads.length).toBeGreaterThan(30);
    expect(await violations(quads, fdpShapes)).toEqual([]);
    expect(await violations(quads, dcatShapes)).toEqual([]);
  });

  it('the document of the catalogue has none either, beside its own container', async () => {
    const { quads } = await turtle(at('/catalogues/num-data-space'));
    // The shape of containers wants the FAIR Data Point as membershipResource of every container.
    const withoutContainers = quads.filter(({ subject }) => !subject.value.endsWith('#datasets'));

    expect(await violations(withoutContainers, [fdpShapes[0] ?? ''])).toEqual([]);
    expect(await violations(quads, dcatShapes)).toEqual([]);
  });

  it('the pages of the catalogue have none of DCAT-AP 3.0.1, and none of FDP in that profile', async () => {
    const page = await turtle(at('/catalog'));
    const ofFdp = await turtle(at('/catalog?_profile=fdp'));

    expect(page.instances(dcat('Dataset')).length).toBeGreaterThan(10);
    expect(await violations(page.quads, dcatShapes)).toEqual([]);
    expect(await violations(ofFdp.quads, [fdpShapes[0] ?? ''])).toEqual([]);
  });
});

/** The violations that a validator finds by shapes that were fetched. */
async function judgedBy(shapes: readonly Quad[], document: readonly Quad[]): Promise<string[]> {
  const { results } = await new SHACLValidator(new Store([...shapes])).validate(new Store([...document]));
  return results
    .filter(({ severity }) => severity.value.endsWith('#Violation'))
    .filter(({ focusNode }) => !isChecksum(focusNode.value))
    .map(({ focusNode, path, sourceConstraintComponent }) =>
      [
        focusNode.value,
        path.value,
        sourceConstraintComponent.value.replace(/^.*#|ConstraintComponent$/g, ''),
      ].join(' '),
    );
}

describe('a profile', () => {
  it.each(['dcat-ap', 'fdp', 'healthdcat-ap', 'dcat-ap-de'])(
    'of the name %s is SHACL at its own address, to which documents conform',
    async (name) => {
      const shapes = await turtle(at(`/profiles/${name}`));
      const judged = await judgedBy(shapes.quads, (await turtle(at('/catalog'))).quads);

      expect(shapes.isA(at(`/profiles/${name}`), dct('Standard'))).toBe(true);
      expect(shapes.instances('http://www.w3.org/ns/shacl#NodeShape').length).toBeGreaterThan(3);
      // It judges: only DCAT-AP finds nothing wrong.
      if (name === 'dcat-ap') expect(judged).toEqual([]);
      else expect(judged).not.toEqual([]);
    },
  );

  it('that does not exist is refused with the names of those that do', async () => {
    const { status, text } = await fetched(at('/profiles/nothing'), { accept: 'application/json' });

    expect(status).toBe(404);
    expect(text).toContain('dcat-ap');
  });

  it('is named by the documents that conform to it', async () => {
    const point = await turtle(at('/'));
    const [profile = ''] = point.objects(at('/'), dct('conformsTo'));
    const { text } = await fetched(profile);

    expect(profile).toBe(at('/profiles/fdp'));
    expect(new Parser().parse(text).length).toBeGreaterThan(50);
  });
});
