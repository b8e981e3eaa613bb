/** The documentation on the site: every link of it leads somewhere, its queries run, and a search finds its sections. */
import { startApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { docOf } from '../../src/http/docs/markdown';
import { linksIn, textOf } from '../helpers/html';
import { seededDatabase } from '../helpers/template-databases';
import type { EmptyDatabase } from '../helpers/databases';

jest.setTimeout(120_000);

let app: App;
let database: EmptyDatabase;

beforeAll(async () => {
  database = await seededDatabase('sqlite');
  const limits = { MAX_COST_PER_MINUTE: '2000000000' };
  app = await startApp(readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', ...limits }));
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

async function visited(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}${path}`, { headers: { accept: 'text/html', ...headers } });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const isDoc = (href: string): boolean => /^\/docs(\/|#|$)/.test(href);

it('is in the navigation, with a page for each file', async () => {
  const start = await visited('/');
  expect(linksIn(start.html)).toContain('/docs');

  const { status, html, headers } = await visited('/docs');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const pages = linksIn(html).filter(isDoc);
  expect(pages).toEqual(
    expect.arrayContaining(['/docs/tables', '/docs/data-dictionary', '/docs/query-cookbook', '/docs/readme']),
  );
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(html).not.toMatch(/<script(?! type="module")|style="/);
});

it('has no link that leads nowhere, neither to a page nor to a place on it', async () => {
  const pages = linksIn((await visited('/docs')).html).filter((href) => /^\/docs\/[\w-]+$/.test(href));
  const htmls = new Map<string, string>();
  for (const page of pages) {
    const { status, html } = await visited(page);
    expect([page, status]).toEqual([page, 200]);
    htmls.set(page, html);
  }
  const lost: string[] = [];
  for (const [page, html] of htmls)
    for (const href of linksIn(html)) {
      const { pathname, hash, host } = new URL(href, `${app.url}${page}`);
      const target = htmls.get(pathname);
      if (host !== new URL(app.url).host || (!target && !/^\/docs\/./.test(pathname))) continue;
      const anchor = decodeURIComponent(hash.slice(1));
      if (!target || (anchor && !target.includes(`id="${anchor}"`))) lost.push(`${page}: ${href}`);
    }
  expect(lost).toEqual([]);
  const pictures = [...htmls.values()].flatMap((html) =>
    [...html.matchAll(/<img src="([^"]+)"/g)].map(([, source = '']) => source),
  );
  for (const picture of new Set(pictures.filter((source) => source.startsWith('/'))))
    expect([picture, (await fetch(`${app.url}${picture}`)).status]).toEqual([picture, 200]);
});

it('runs the queries of the cookbook by a link', async () => {
  const { html } = await visited('/docs/query-cookbook');
  const links = linksIn(html).filter((href) => href.startsWith('/graphql?query='));

  expect(links.length).toBeGreaterThan(30);
  for (const link of links.slice(0, 5)) {
    const response = await fetch(`${app.url}${link}`, {
      headers: { accept: 'application/json', 'apollo-require-preflight': '1' },
    });
    const { data, errors } = (await response.json()) as { data?: object; errors?: object[] };
    expect([link, errors]).toEqual([link, undefined]);
    expect(data).toBeTruthy();
  }
});

it('finds sections by words, by their beginnings and with a slip, and helps where there is nothing', async () => {
  const found = await visited('/docs?q=cross+table');
  expect(linksIn(found.html)).toContain('/docs/tables#rows');
  expect(textOf(found.html)).toContain('sections on “cross table”');
  expect(linksIn((await visited('/docs?q=negotiaton')).html)).toContain(
    '/docs/fair#addresses-and-negotiation',
  );
  expect(textOf((await visited('/docs?q=xyzzyplugh')).html)).toContain('Nothing about “xyzzyplugh”');
});

it('speaks German around the English text', async () => {
  const { html, headers } = await visited('/docs/tables', { 'accept-language': 'de' });

  expect(headers.get('content-language')).toBe('de');
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('<article class="docs-text" lang="en">');
  expect(textOf(html)).toContain('Auf dieser Seite');
});

it('shows what is searched for as text, and nothing where there is no page', async () => {
  const { html } = await visited(`/docs?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(html).not.toContain('<script>alert');
  for (const path of ['/docs/nowhere', '/docs/..%2Fpackage', '/docs/images/nothing.png', '/docs/constructor'])
    expect([path, (await visited(path)).status]).toEqual([path, 404]);
  expect((await fetch(`${app.url}/docs`, { method: 'POST' })).status).toBe(405);
});

it('has the schema beside it', async () => {
  const schema = await fetch(`${app.url}/schema.graphql`);
  expect(await schema.text()).toContain('type Institution implements Node & Resource');
});

describe('a page of Markdown', () => {
  const html = (text: string): string =>
    docOf('page', text, { publicPath: '/num', pages: new Set(['other']) }).html;

  it('has anchors as GitHub makes them', () => {
    const { sections } = docOf('page', '# `A` & B\n\n## Über „x“ – y_z\n\n## Twice\n\n## Twice\n', {
      publicPath: '',
      pages: new Set(),
    });
    expect(sections.map(({ id }) => id)).toEqual(['a--b', 'über-x--y_z', 'twice', 'twice-1']);
  });

  it('leads to the site below its path, and to no file that the site does not show', () => {
    expect(html('[a](other.md#b) [c](../src/app.ts) [d](https://example.org/)')).toBe(
      '<p><a href="/num/docs/other#b">a</a> <span>c</span> <a href="https://example.org/">d</a></p>\n',
    );
    expect(html('[e](../schema/examples/01-marburg.graphql)')).toContain(
      'href="/num/graphql?example=01-marburg"',
    );
  });

  it('executes nothing that a text may hold', () => {
    const hostile = html(
      '<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> [b](javascript:alert(1)) <br/> <code>c</code>\n\n<!-- d -->',
    );
    expect(hostile).not.toMatch(/<script|<img|href="javascript/);
    expect(hostile).toContain('<br/> <code>c</code>');
    expect(hostile).not.toContain('d --');
  });

  it('links only whole queries that need no more variables', () => {
    const run = (query: string): boolean =>
      html(`\`\`\`graphql\n${query}\n\`\`\``).includes('Run in GraphiQL');
    expect(run('{ institutions { nodes { slug } } }')).toBe(true);
    expect(run('query A($n: Int! = 2) { institutions(first: $n) { nodes { slug } } }')).toBe(true);
    expect(run('query A($n: Int!) { institutions(first: $n) { nodes { slug } } }')).toBe(false);
    expect(
      run('# variables: {"n": 1}\nquery A($n: Int!) { institutions(first: $n) { nodes { slug } } }'),
    ).toBe(true);
    expect(run('institutions { nodes')).toBe(false);
    expect(run('type A { b: Int }')).toBe(false);
    expect(run('subscription { a }')).toBe(false);
  });
});
