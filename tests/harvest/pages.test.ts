/** DCAT catalogues on the web: one document, or pages that lead from one to the next. */
import { closeSites, pages, site } from './web';
import { dataset, datasetsIn, fetchFaults, prefixes, read } from './sources';

afterEach(closeSites);

const here = '127.0.0.1';
/** A page of datasets with these numbers. */
const page = (numbers: readonly number[], { next, total }: { next?: string; total?: number } = {}) =>
  [
    prefixes,
    ...numbers.map((number) => dataset(`https://example.org/dataset/${number}`)),
    total === undefined ? '' : `<#all> a hydra:Collection ; hydra:totalItems ${total} .`,
    next === undefined ? '' : `<> a hydra:PartialCollectionView ; hydra:next <${next}> .`,
  ].join('\n');
const iris = (...numbers: number[]) => numbers.map((number) => `https://example.org/dataset/${number}`);

it('reads one document, with the place and the version of each record', async () => {
  const { url } = await site(
    pages({
      '/dcat.ttl': (response) =>
        response
          .writeHead(200, { 'content-type': 'text/turtle', 'last-modified': 'Sun, 29 Nov 2026 08:00:00 GMT' })
          .end(page([1])),
    }),
    here,
  );

  const result = await read({ address: `${url}/dcat.ttl` });

  expect(datasetsIn(result)).toEqual(iris(1));
  expect(result.records[0]).toMatchObject({
    document: {
      address: `${url}/dcat.ttl`,
      fetchedAt: '2026-11-30T12:00:00.000Z',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    },
  });
  expect(result.records[0]?.at([])).toMatchObject({ document: `${url}/dcat.ttl`, line: 8 });
  expect(result.lastModified).toEqual(new Map([[`${url}/dcat.ttl`, '2026-11-29T08:00:00.000Z']]));
  expect(result).toMatchObject({ documents: 1, unchanged: false });
});

it('follows pages by Hydra and by the header Link', async () => {
  const { url, asked } = await site(
    pages({
      '/c': page([1, 2], { next: '/c?page=2', total: 5 }),
      '/c?page=2': (response) =>
        response
          .writeHead(200, { 'content-type': 'text/turtle', link: '</c?page=3>; rel="next"' })
          .end(page([3, 4])),
      '/c?page=3': `${prefixes}${dataset('https://example.org/dataset/5')} <> a hydra:PagedCollection ; hydra:previousPage </c?page=2> .`,
    }),
    here,
  );

  const result = await read({ address: `${url}/c` });

  expect(datasetsIn(result)).toEqual(iris(1, 2, 3, 4, 5));
  expect(fetchFaults(result)).toEqual([]);
  expect(asked).toEqual(['/c', '/c?page=2', '/c?page=3']);
});

it('stops where the next page is the same one, or one that was read', async () => {
  const { url, asked } = await site(
    pages({
      '/a': page([1], { next: '/a' }),
      '/b': page([1], { next: '/b?2' }),
      '/b?2': page([2], { next: '/b' }),
    }),
    here,
  );

  const self = await read({ address: `${url}/a` });
  const circle = await read({ address: `${url}/b` });

  expect(fetchFaults(self)).toEqual(['pages-in-a-circle']);
  expect(datasetsIn(circle)).toEqual(iris(1, 2));
  expect(fetchFaults(circle)).toEqual(['pages-in-a-circle']);
  expect(circle.findings).toContainEqual(
    expect.objectContaining({ id: 'pages-in-a-circle', value: `${url}/b`, severity: 'WARNING' }),
  );
  expect(asked).toEqual(['/a', '/b', '/b?2']);
});

it('stops where pages repeat under new addresses without end', async () => {
  let next = 1;
  const { url, asked } = await site(
    (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/turtle' })
        .end(page([1, 2], { next: `/c?page=${(next += 1)}` })),
    here,
  );

  const result = await read({ address: `${url}/c` });

  expect(asked).toHaveLength(2);
  expect(fetchFaults(result)).toEqual(['page-repeats']);
  expect(result.findings.find(({ id }) => id === 'page-repeats')).toMatchObject({
    severity: 'ERROR',
    place: { document: `${url}/c?page=2` },
  });
});

it('stops at the most documents of a source, and says that the rest is missing', async () => {
  let number = 0;
  const { url, asked } = await site(
    (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/turtle' })
        .end(page([(number += 1)], { next: `/c?page=${number}` })),
    here,
  );

  const result = await read({ address: `${url}/c` }, new Map(), { mostDocuments: 7 });

  expect(asked).toHaveLength(7);
  expect(datasetsIn(result)).toEqual(iris(1, 2, 3, 4, 5, 6, 7));
  expect(fetchFaults(result)).toEqual(['too-many-documents']);
});

it('compares what the pages have with what the source states', async () => {
  const { url } = await site(
    pages({ '/few': page([1, 2], { total: 3 }), '/many': page([1, 2], { total: 1 }) }),
    here,
  );

  const few = await read({ address: `${url}/few` });
  const many = await read({ address: `${url}/many` });

  expect(few.findings.find(({ id }) => id === 'fewer-than-stated')).toMatchObject({
    severity: 'ERROR',
    message: { en: 'The source states 3 members (hydra:totalItems), and its pages have 2.' },
  });
  expect(many.findings.find(({ id }) => id === 'more-than-stated')).toMatchObject({ severity: 'WARNING' });
});

it('is not read again while nothing has changed, and wholly when one page has', async () => {
  let version = 1;
  const { url, requests } = await site((request, response) => {
    const isSecond = request.url === '/c?2';
    const etag = isSecond ? `"v${version}"` : '"v1"';
    response.setHeader('content-type', 'text/turtle').setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.end(isSecond ? page([2, version + 1]) : page([1], { next: '/c?2' }));
  }, here);
  const address = `${url}/c`;
  const first = await read({ address });

  const second = await read({ address }, first.states);
  version = 2;
  const third = await read({ address }, second.states);

  expect(datasetsIn(first)).toEqual(iris(1, 2));
  expect(second).toMatchObject({ unchanged: true, documents: 2, records: [], findings: [] });
  expect(second.states).toEqual(first.states);
  expect(third.unchanged).toBe(false);
  expect(datasetsIn(third)).toEqual(iris(1, 2, 3));
  // Twice for nothing, twice with what is new, and twice without conditions.
  expect(requests.map(({ headers }) => headers['if-none-match'] ?? null)).toEqual([
    null,
    null,
    '"v1"',
    '"v1"',
    '"v1"',
    '"v1"',
    null,
    null,
  ]);
});

it.each([
  ['HTML under 200', '<!doctype html><title>Login</title>', /HTML page/],
  ['nothing', '', /empty/],
  ['an image', '\u0089PNG\r\n\u001a\n\u0000\u0000', /./],
])('costs %s alone, and says what is there', async (_, content, message) => {
  const { url } = await site(
    pages({
      '/c': `${page([1])} <#x> hydra:next </broken> .`,
      '/broken': (response) =>
        response.writeHead(200, { 'content-type': 'text/turtle', link: '</last>; rel=next' }).end(content),
      '/last': page([2]),
    }),
    here,
  );

  const result = await read({ address: `${url}/c` });

  expect(datasetsIn(result)).toEqual(iris(1, 2));
  expect(fetchFaults(result)).toEqual(['unreadable-document']);
  expect(result.findings.find(({ id }) => id === 'unreadable-document')).toMatchObject({
    severity: 'ERROR',
    place: { document: `${url}/broken` },
    message: { en: expect.stringMatching(message) as string },
  });
});

it.each([
  ['401', (): [number, Record<string, string>] => [401, {}], 'not-allowed'],
  ['404', (): [number, Record<string, string>] => [404, {}], 'not-found'],
  [
    'a redirect into the void',
    (): [number, Record<string, string>] => [302, { location: 'http://void.invalid/' }],
    'unknown-host',
  ],
])('tells of %s without throwing', async (_, answer, id) => {
  const { url } = await site((_request, response) => void response.writeHead(...answer()).end(), here);

  const result = await read({ address: `${url}/c` });

  expect(fetchFaults(result)).toEqual([id]);
  expect(result).toMatchObject({ documents: 0, unchanged: false, records: [] });
});

it('does not go into the operator’s network for a source that may not', async () => {
  const inside = await site(pages({ '/c': page([1]) }), here);

  const result = await read({ address: `${inside.url}/c`, allowPrivateAddresses: false });

  expect(fetchFaults(result)).toEqual(['inside-the-network']);
  expect(inside.connections).toBe(0);
});

describe('OAI-PMH', () => {
  const answer = (number: number, token: string) => `<?xml version="1.0"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><metadata>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
<dcat:Dataset rdf:about="https://example.org/dataset/${number}"><dct:title xml:lang="en">One</dct:title></dcat:Dataset></rdf:RDF>
</metadata></record><resumptionToken cursor="${number}">${token}</resumptionToken></ListRecords></OAI-PMH>`;

  it('is read to the last page, each asked for by the token of the one before', async () => {
    const { url, asked } = await site(
      pages(
        {
          '/oai?verb=ListRecords&metadataPrefix=dcat': answer(1, 'a&amp;b=2'),
          '/oai?verb=ListRecords&resumptionToken=a%26b%3D2': answer(2, ''),
        },
        'text/xml',
      ),
      here,
    );

    const result = await read({ address: `${url}/oai?verb=ListRecords&metadataPrefix=dcat` });

    expect(asked).toHaveLength(2);
    expect(datasetsIn(result)).toEqual(iris(1, 2));
    expect(fetchFaults(result)).toEqual([]);
  });
});
