/** What the site says of itself to machines: sitemap, robots.txt, the catalogue of its interfaces, and the schema. */
import { buildSchema } from 'graphql';
import { describeOnEachDatabase } from '../../helpers/databases';
import { raw } from '../../helpers/raw-request';
import { Gateway, sites } from '../gateway';

const base = 'https://example.org/num';

describeOnEachDatabase('the site', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over(dialect, sites, {}, { PUBLIC_URL: `${base}/` });
  });
  afterAll(() => gateway.end());

  /** Behind a proxy that leaves the path as it is. */
  const get = (address: string, init: RequestInit = {}) =>
    gateway.get(address.replace('https://example.org', ''), init);
  const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc);

  it('names its sitemap in robots.txt', async () => {
    const { status, headers, text } = await get(`${base}/robots.txt`);

    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toMatch(/^User-agent: \*$/m);
    expect(text).toContain(`Sitemap: ${base}/sitemap.xml`);
  });

  it('lists every record in the pages of the sitemap, each with the time of its last change, and each answers', async () => {
    const index = await get(`${base}/sitemap.xml`);
    expect([index.status, index.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('application/xml'),
    ]);
    const ofRecords = locations(index.text).filter((page) => page !== `${base}/sitemaps/pages.xml`);
    const pages = await Promise.all(ofRecords.map((page) => get(page)));
    const records = pages.flatMap(({ text }) => locations(text));

    expect(records.sort()).toEqual(
      [
        'contacts/help-desk',
        'infrastructures/racoon',
        'institutions/giessen',
        'institutions/marburg',
        'participations/marburg/racoon/participates',
        'sources/register',
      ].map((key) => `${base}/${key}`),
    );
    for (const record of records)
      expect([record, (await get(record, { headers: { accept: 'application/json' } })).status]).toEqual([
        record,
        200,
      ]);
    const times = pages.flatMap(({ text }) => [...text.matchAll(/<lastmod>([^<]*)<\/lastmod>/g)]);
    // Of a source no time is recorded.
    expect(times.map(([, time]) => time)).toEqual(
      Array.from({ length: records.length - 1 }, () => '2025-01-01T00:00:00.000Z'),
    );
  });

  it('lists the pages beside those of records, and each answers', async () => {
    expect(locations((await get(`${base}/sitemap.xml`)).text)).toContain(`${base}/sitemaps/pages.xml`);
    const { status, headers, text } = await get(`${base}/sitemaps/pages.xml`);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('application/xml')]);

    const pages = locations(text);
    expect(new Set(pages).size).toBe(pages.length);
    for (const path of ['/', '/search', '/map', '/money', '/docs', '/datasets', '/vocabularies/DatasetKind'])
      expect(pages).toContain(base + path);
    for (const page of pages)
      expect([page, (await get(page, { headers: { accept: 'text/html' } })).status]).toEqual([page, 200]);
  });

  it('sends a sitemap again only after a write', async () => {
    const path = `${base}/sitemaps/institutions-1.xml`;
    const { headers, text } = await get(path);
    const etag = headers.get('etag') ?? '';
    const again = () => raw(`${gateway.url}/num${path.slice(base.length)}`, { 'if-none-match': etag });
    expect((await again()).status).toBe(304);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);

    await gateway.world.add({ Institution: [{ slug: 'bonn', name: { en: 'Bonn' }, kind: 'COMPANY' }] });

    const after = await again();
    expect(after.status).toBe(200);
    expect(locations(after.body.toString())).toEqual([`${base}/institutions/bonn`, ...locations(text)]);
  });

  it.each(['institutions-0', 'institutions-9', 'towns-1', 'institutions', '..%2finstitutions-1'])(
    'has no page %s.xml with records',
    async (page) => {
      const { status, text } = await get(`${base}/sitemaps/${page}.xml`);

      expect([200, 404]).toContain(status);
      expect(locations(text)).toEqual([]);
    },
  );

  it('tells programs in its catalogue of interfaces where they are and where they are described', async () => {
    const { headers, json } = await get(`${base}/.well-known/api-catalog`);

    expect(headers.get('content-type')).toMatch(
      /^application\/linkset\+json; ?profile="https:\/\/www\.rfc-editor\.org\/info\/rfc9727"$/,
    );
    const { linkset } = json as { linkset: Record<string, { href: string }[] | string>[] };
    const [own, ...others] = linkset;
    expect(own?.anchor).toBe(`${base}/.well-known/api-catalog`);
    const items = (own?.item as { href: string }[]).map(({ href }) => href);
    expect(items).toContain(`${base}/graphql`);
    expect(others.map(({ anchor }) => anchor)).toEqual(items);
    for (const { anchor: _, ...relations } of others)
      for (const { href } of Object.values(relations).flat() as { href: string }[])
        if (href.startsWith(base) && href !== `${base}/`)
          expect([href, (await get(href)).status]).toEqual([href, 200]);
  });

  it('serves the schema of its endpoint as SDL', async () => {
    const { text, headers } = await get(`${base}/schema.graphql`);

    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(buildSchema(text).getQueryType()?.getFields()).toHaveProperty('institutions');
  });

  it('has the JSON-LD context of its terms', async () => {
    const { headers, text } = await get(`${base}/contexts/dcat-ap.jsonld`);

    expect(headers.get('content-type')).toBe('application/ld+json');
    expect(JSON.parse(text)).toMatchObject({ '@context': { Dataset: 'dcat:Dataset' } });
  });

  it.each([
    '/robots.txt',
    '/sitemap.xml',
    '/.well-known/api-catalog',
    '/schema.graphql',
    '/contexts/dcat-ap.jsonld',
  ])('only reads at %s', async (path) => {
    const { status, headers } = await get(`${base}${path}`, { method: 'POST' });

    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describeOnEachDatabase('a site that answers trusted documents only', (dialect) => {
  it('does not show its schema', async () => {
    const gateway = await Gateway.over(dialect, sites, {}, { TRUSTED_DOCUMENTS: 'schema/examples' });
    try {
      expect((await gateway.get('/schema.graphql')).status).toBe(404);
      expect((await gateway.get('/.well-known/api-catalog')).text).not.toContain('service-desc');
    } finally {
      await gateway.end();
    }
  });
});
