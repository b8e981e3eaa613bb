/** FAIR Data Points: from their own document to catalogues, datasets and distributions. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { closeSites, pages, site } from './web';
import { datasetsIn, fetchFaults, prefixes, read } from './sources';

afterEach(closeSites);

const here = '127.0.0.1';
const container = (of: string, members: readonly string[], relation = 'dcat:dataset') =>
  `<#c> a ldp:DirectContainer ; ldp:membershipResource <${of}> ; ldp:hasMemberRelation ${relation} ${members.map((member) => `; ldp:contains <${member}>`).join(' ')} .`;
const body = (type: string, title: string, rest = '') =>
  `${prefixes} <> a ${type} ; dct:title "${title}"@en ${rest} .`;

it('is walked through its containers, each record read once where it is told wholly', async () => {
  const { url, asked } = await site(
    pages({
      '/fdp': `${body('fdp-o:FAIRDataPoint, fdp-o:MetadataService, dcat:DataService', 'A point', '; fdp-o:metadataCatalog </catalog/1>')}
        </catalog/1> a dcat:Catalog ; dct:title "Only the title"@en . ${container('/fdp', ['/catalog/1'])}`,
      '/catalog/1': `${body('dcat:Catalog', 'The catalogue', '; dct:description "Told wholly"@en ; dct:isPartOf </fdp> ; dcat:dataset </dataset/1>, </dataset/draft>')} ${container('/catalog/1', ['/dataset/1', '/dataset/2'])}`,
      '/dataset/1': `${body('dcat:Dataset', 'One', '; dct:isPartOf </catalog/1>')} </catalog/1> a dcat:Catalog ; dct:title "The catalogue"@en . ${container('/dataset/1', ['/distribution/1'], 'dcat:distribution')}`,
      '/dataset/2': body('dcat:Dataset', 'Two', '; dct:isPartOf </catalog/1>'),
      '/distribution/1': body('dcat:Distribution', 'A file', '; dcat:accessURL <https://example.org/file>'),
    }),
    here,
  );

  const result = await read({ kind: 'FDP', address: `${url}/fdp` });

  expect(asked).toEqual(['/fdp', '/catalog/1', '/dataset/1', '/dataset/2', '/distribution/1']);
  expect(datasetsIn(result)).toEqual([`${url}/dataset/1`, `${url}/dataset/2`]);
  const catalogues = result.records.filter(({ type }) => type === 'DataCatalogue');
  expect(catalogues.map(({ document }) => document.address)).toEqual([`${url}/catalog/1`]);
  expect(result.records.filter(({ type }) => type === 'Distribution').map(({ iri }) => iri)).toEqual([
    `${url}/distribution/1`,
  ]);
  expect(fetchFaults(result)).toEqual([]);
});

it('is walked by the relations of its records where it has no containers', async () => {
  const { url, asked } = await site(
    pages({
      '/': body('fdp-o:FAIRDataPoint', 'A point', '; fdp-o:metadataCatalog </c>'),
      '/c': body('dcat:Catalog', 'The catalogue', '; dcat:dataset </d>'),
      '/d': `${body('dcat:Dataset', 'One', '; dcat:distribution </x>, </y>')} </x> a dcat:Distribution ; dcat:accessURL <https://example.org/x> .`,
      '/y': body('dcat:Distribution', 'A file', '; dcat:accessURL <https://example.org/y>'),
    }),
    here,
  );

  const result = await read({ kind: 'FDP', address: `${url}/` });

  expect(asked).toEqual(['/', '/c', '/d', '/y']);
  expect(
    result.records
      .filter(({ type }) => type === 'Distribution')
      .map(({ iri }) => iri)
      .sort(),
  ).toEqual([`${url}/x`, `${url}/y`]);
});

it('goes on where a member is missing, is a page, or leads back, and says so', async () => {
  const { url } = await site(
    pages({
      '/': `${body('fdp-o:FAIRDataPoint', 'A point')} ${container('/', ['/c', '/gone', '/page', '/'])}`,
      '/c': `${body('dcat:Catalog', 'The catalogue')} ${container('/c', ['/d', '/', '/c'])}`,
      '/d': body('dcat:Dataset', 'One'),
      '/page': (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hello'),
    }),
    here,
  );

  const result = await read({ kind: 'FDP', address: `${url}/` });

  expect(datasetsIn(result)).toEqual([`${url}/d`]);
  expect(result.findings.filter(({ kind }) => kind === 'fetch')).toEqual([
    expect.objectContaining({
      id: 'not-found',
      value: `${url}/gone`,
      place: { document: `${url}/`, line: null, column: null },
    }),
    expect.objectContaining({
      id: 'unreadable-document',
      place: expect.objectContaining({ document: `${url}/page` }) as object,
    }),
  ]);
});

it('stops in containers that never end', async () => {
  const { url, asked } = await site(({ url: path = '' }, response) => {
    response.writeHead(200, { 'content-type': 'text/turtle' });
    response.end(`${body('dcat:Catalog', 'Endless')} ${container(path, [`${path}/x`, `${path}/y`])}`);
  }, here);

  const result = await read({ kind: 'FDP', address: `${url}/c` }, new Map(), { mostDocuments: 9 });

  expect(asked).toHaveLength(9);
  expect(fetchFaults(result)).toEqual(['too-many-documents']);
});

it('follows the pages of a container', async () => {
  const { url, asked } = await site(
    pages({
      '/c': (response) =>
        response
          .writeHead(200, {
            'content-type': 'text/turtle',
            link: '</c?page=1>; rel="next", </c?page=0>; rel="first"',
          })
          .end(`${body('dcat:Catalog', 'Paged')} ${container('/c', ['/d1'])}`),
      '/c?page=1': `${prefixes} ${container('/c', ['/d2'])}`,
      '/d1': body('dcat:Dataset', 'One'),
      '/d2': body('dcat:Dataset', 'Two'),
    }),
    here,
  );

  const result = await read({ kind: 'FDP', address: `${url}/c` });

  expect(datasetsIn(result)).toEqual([`${url}/d1`, `${url}/d2`]);
  expect(asked).toHaveLength(4);
});

it('asks for nothing that has not changed, though it leads on', async () => {
  const tagged = (content: string) => (response: ServerResponse, request: IncomingMessage) => {
    response.setHeader('etag', '"1"').setHeader('content-type', 'text/turtle');
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.end(content);
  };
  const { url, asked } = await site(
    pages({
      '/': tagged(`${body('fdp-o:FAIRDataPoint', 'A point')} ${container('/', ['/c'])}`),
      '/c': tagged(`${body('dcat:Catalog', 'The catalogue')} ${container('/c', ['/d'])}`),
      '/d': tagged(body('dcat:Dataset', 'One')),
    }),
    here,
  );
  const first = await read({ kind: 'FDP', address: `${url}/` });

  const second = await read({ kind: 'FDP', address: `${url}/` }, first.states);

  expect(second).toMatchObject({ unchanged: true, documents: 3, records: [] });
  expect(asked).toHaveLength(6);
});
