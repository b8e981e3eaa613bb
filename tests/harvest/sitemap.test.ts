/** Sitemaps of datasets: each page in RDF, with a link to its RDF, or with embedded JSON-LD. */
import { gzipSync } from 'node:zlib';
import { closeSites, pages, site } from './web';
import { dataset, datasetsIn, fetchFaults, prefixes, read } from './sources';

afterEach(closeSites);

const here = '127.0.0.1';
const map = (kind: 'urlset' | 'sitemapindex', locations: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${locations
    .map(
      (location) =>
        `<url><loc>\n ${location.replaceAll('&', '&amp;')} </loc><lastmod>2026-11-01</lastmod><image:image><image:loc>/picture.png</image:loc></image:image></url>`,
    )
    .join('')}</${kind}>`;
const html = (head: string, body = '') =>
  `<!DOCTYPE html>\n<html><head>\n<title>x</title>\n${head}\n</head><body>${body}</body></html>`;
const jsonLd = (iri: string) =>
  `{"@context":{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/"},\n"@id":"${iri}","@type":"dcat:Dataset","dct:title":{"@value":"A <b>title</b>","@language":"en"}}`;

it('leads to the metadata of each page, however that offers it', async () => {
  const { url, requests } = await site(
    (request, response) =>
      pages({
        '/sitemap_index.xml': map('sitemapindex', [`${url}/a.xml`, `${url}/b.xml.gz`]),
        '/a.xml': map('urlset', [`${url}/rdf?a=1&b=2`, `${url}/linked`, `${url}/header`]),
        '/b.xml.gz': (answer) =>
          answer
            .writeHead(200, { 'content-type': 'application/gzip' })
            .end(gzipSync(map('urlset', [`${url}/embedded`, `${url}/bare`]))),
        '/rdf?a=1&b=2': `${prefixes}${dataset('https://example.org/1')}`,
        '/linked': (answer) =>
          answer
            .writeHead(200, { 'content-type': 'text/html' })
            .end(
              html(
                '<link rel="stylesheet" href="/x.css"><link rel=alternate type="text/turtle" href="/wrong.ttl"><LINK REL="describedby" TYPE="text/turtle" HREF="linked.ttl">',
                `<script type="application/ld+json">${jsonLd('https://example.org/no')}</script>`,
              ),
            ),
        '/linked.ttl': `${prefixes}${dataset('https://example.org/2')}`,
        '/header': (answer) =>
          answer
            .writeHead(200, {
              'content-type': 'text/html; charset=utf-8',
              link: '</header.jsonld>; rel="describedby"; type="application/ld+json", </x.css>; rel="stylesheet"',
            })
            .end(html('')),
        '/header.jsonld': (answer) =>
          answer
            .writeHead(200, { 'content-type': 'application/ld+json' })
            .end(jsonLd('https://example.org/3')),
        '/embedded': (answer) =>
          answer
            .writeHead(200, { 'content-type': 'text/html' })
            .end(
              html(
                `<script>var a = "<loc>";</script>\n<script type="application/ld+json">${jsonLd('https://example.org/4')}</script>\n<script type="application/ld+json">{"broken": </script>`,
              ),
            ),
        '/bare': (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end(html('')),
      })(request, response),
    here,
  );

  const result = await read({ kind: 'SITEMAP', address: `${url}/sitemap_index.xml` });

  expect(datasetsIn(result)).toEqual([1, 2, 3, 4].map((number) => `https://example.org/${number}`));
  expect(fetchFaults(result).sort()).toEqual(['nothing-in-page', 'unreadable-document']);
  const embedded = result.records.find(({ iri }) => iri === 'https://example.org/4');
  expect(embedded?.document.address).toBe(`${url}/embedded`);
  // The title, three lines of head and script, and the second line of the JSON.
  expect(embedded?.at([])).toMatchObject({ line: 6 });
  const accepted = requests.find(({ url: path }) => path === '/linked')?.headers.accept;
  expect(accepted).toMatch(/^text\/turtle, .*text\/html;q=0\.3/);
});

it.each([
  ['a page', '<!doctype html><html><body>Not found</body></html>'],
  ['a sitemap that breaks off', map('urlset', ['http://example.invalid/a']).slice(0, -20)],
  ['a feed', '<rss><channel><link>http://example.invalid/a</link></channel></rss>'],
  ['RDF', `${prefixes}${dataset('https://example.org/1')}`],
  ['nothing', ''],
])('is told when it is %s', async (_, content) => {
  const { url } = await site(pages({ '/sitemap.xml': content }, 'application/xml'), here);

  const result = await read({ kind: 'SITEMAP', address: `${url}/sitemap.xml` });

  expect(fetchFaults(result)).toContain('no-sitemap');
  expect(result.records).toEqual([]);
});
