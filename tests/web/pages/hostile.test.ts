/** Pages of texts that want to be more than text, of long lists, of errors, and their forms. */
import { linksIn, structuredIn, textOf } from '../../helpers/html';
import type { PlainRecords } from '../../helpers/small-world';
import { Gateway } from '../../http/gateway';

const site = 'https://num.example.org';
const hostile = `</script><script>alert(1)</script>"' onmouseover='alert(2)' &amp; שלום RTL {{x}} \u{1F9EC}`;
const slugs = Array.from({ length: 130 }, (_, index) => `i${String(index).padStart(3, '0')}`);

const records: PlainRecords = {
  Institution: [
    { slug: 'marburg', name: { de: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE', city: hostile },
    { slug: 'funder', name: { en: 'Funder' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
  ],
  Infrastructure: slugs.map((slug) => ({ slug, name: { en: slug } })),
  Participation: slugs.map((infrastructure) => ({
    institution: 'marburg',
    infrastructure,
    role: 'PARTICIPATES',
    startsOn: '2022-03',
  })),
  Dataset: [
    {
      slug: 'hostile',
      name: { en: hostile },
      description: { en: `${hostile} ${'long '.repeat(20)}` },
      kind: 'COHORT',
      keywords: [hostile],
      homepage: 'https://example.org/?a=%3Cscript%3E&b=%22',
      evidence: [
        { source: 'register', confidence: 'FOUND_IN_SOURCE', property: 'name', quotation: hostile },
        { source: 'register', confidence: 'INFERRED', property: 'version', statedValue: '1' },
        { source: 'register', confidence: 'FOUND_IN_SOURCE', property: 'version', statedValue: '2' },
      ],
      version: '2',
    },
    { slug: 'plain', name: { de: 'Nur deutsch' }, kind: 'REGISTRY' },
  ],
};

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.over('sqlite', records, {}, { PUBLIC_URL: site });
});
afterAll(() => gateway.end());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  gateway.get(path, { method, headers: { accept: 'text/html', ...headers } });
const read = async (path: string): Promise<string> => {
  const { status, text } = await get(path);
  expect([path, status]).toEqual([path, 200]);
  return text;
};

describe('texts that want to be more', () => {
  it('are texts on the page, in its head and in its data', async () => {
    for (const path of [
      '/datasets/hostile',
      '/datasets',
      '/institutions/marburg',
      '/datasets?search=%22%3E%3Cscript%3E',
    ]) {
      const html = await read(path);
      expect(html).not.toMatch(
        /<script(?! type="application\/ld\+json">| type="module" src="\/assets\/[\w-]+\.js">)/,
      );
      expect(html).not.toMatch(/<[^>]* onmouseover=/);
    }
    const html = await read('/datasets/hostile');
    expect(textOf(html)).toContain(hostile.replace(/\s+/g, ' '));
    expect(structuredIn(html)?.name).toBe(hostile);
    expect(linksIn(html)).toContain('https://example.org/?a=%3Cscript%3E&b=%22');
  });

  it('in the address of a list stay in its form', async () => {
    const html = await read('/datasets?search=%22%3E%3Cscript%3E&kind=COHORT&x=%22%3E%3Cb%3E');
    expect(html).toContain('value="&quot;>&lt;script>"');
    expect(html).not.toContain('"><b>');
  });
});

describe('a record that is in one language only', () => {
  it('says so, also where others mention it', async () => {
    expect(await read('/datasets/plain?lang=en')).toContain('<h1 lang="de">Nur deutsch</h1>');
    expect(await read('/datasets/plain?lang=de')).toContain('<h1>Nur deutsch</h1>');
    expect(await read('/datasets?lang=en')).toMatch(/<a href="[^"]*plain[^"]*" lang="de">Nur deutsch/);
  });

  it('follows the address, then the header, and links to the other language', async () => {
    const german = await get('/datasets/plain', { 'accept-language': 'de-AT,de;q=0.9' });
    expect(german.text).toContain('<html lang="de">');
    expect(german.headers.get('content-language')).toBe('de');
    const named = await get('/datasets/plain?lang=en', { 'accept-language': 'de' });
    expect(named.text).toContain('<html lang="en">');
    expect(named.text).toContain(
      `<link rel="alternate" hreflang="de" href="${site}/datasets/plain?lang=de"/>`,
    );
    expect(linksIn(named.text, 'hreflang="de"')).toEqual(['/datasets/plain?lang=de']);
  });
});

describe('what sources say', () => {
  it('stands beside the field, with a dispute', async () => {
    const html = await read('/datasets/hostile?lang=en');
    const [, version = ''] = /<dt>Version<\/dt><dd>(.*?)<\/dd>/s.exec(html) ?? [];
    expect(textOf(`<body>${version}`)).toMatch(/2 statements – Sources disagree.*Value: 1 .*Value: 2 /);
    expect(version).toContain('href="/sources/register?lang=en"');
  });

  it('tells stated, attested and unknown times apart', async () => {
    expect(textOf(await read('/institutions/marburg?lang=de&first=2'))).toContain('ab März 2022 (angegeben)');
    expect(textOf(await read('/infrastructures/i001?lang=en'))).toMatch(
      /unknown: no source gives a date|attested/,
    );
  });
});

describe('more links than a page has', () => {
  it.each(['', '?first=50', '?lang=de&first=100'])(
    'are all reached by the links of the pages, each once: %s',
    async (search) => {
      const seen: string[] = [];
      const rows = /<th scope="row"><a href="\/infrastructures\/(i\d+)/g;
      let next: string | undefined = `/institutions/marburg${search}`;
      let pages = 0;
      while (next !== undefined) {
        const html: string = await read(next.replace(/#.*/, ''));
        seen.push(...[...html.matchAll(rows)].map(([, slug = '']) => slug));
        [next] = linksIn(html, 'rel="next"');
        pages += 1;
      }
      expect(pages).toBeGreaterThan(1);
      expect([...seen].sort()).toEqual(slugs);
    },
  );
});

describe('a list', () => {
  it('is narrowed by its form, and leads to the same list as a table', async () => {
    const html = await read('/datasets?kind=REGISTRY&lang=en');
    expect(textOf(html)).toContain('1 record');
    expect(textOf(html)).not.toContain('RTL');
    const [table = ''] = linksIn(html).filter((href) => href.endsWith('format=csv'));
    const csv = await gateway.get(table, { headers: { 'accept-language': 'de' } });
    expect([csv.status, csv.text.trim().split('\r\n').length]).toEqual([200, 2]);
    expect(csv.text).toContain('Nur deutsch');
    expect(textOf(await read('/participations?infrastructure=i007&lang=en'))).toContain('1 record');
    expect(textOf(await read('/datasets?citedFrom=register&lang=en'))).toContain('2 records');
    expect((await get('/datasets?kind=NONSENSE')).status).toBe(400);
  });

  it('has a page at the query behind it', async () => {
    const [query = ''] = linksIn(await read('/datasets?search=deutsch&lang=de'), 'class="query"');
    const { json } = await gateway.get(query, {
      headers: { accept: 'application/json', 'accept-language': 'de' },
    });
    expect(json).toMatchObject({ data: { datasets: { totalCount: 1, nodes: [{ name: 'Nur deutsch' }] } } });
  });
});

describe('links and sources', () => {
  it('have pages', async () => {
    const link = textOf(await read('/participations/marburg/i001/participates?lang=de'));
    expect(link).toContain('Beteiligung Marburg – i001');
    expect(link).toContain('Rolle beteiligt sich');
    const source = await read('/sources/register?lang=en');
    expect(textOf(source)).toContain('A register');
    expect(linksIn(source)).toContain('/datasets?citedFrom=register&lang=en');
  });
});

describe('errors', () => {
  it.each([
    ['/datasets/none', 'GET', 404, 'Nicht gefunden'],
    ['/nowhere', 'GET', 404, 'Nicht gefunden'],
    ['/datasets/plain', 'DELETE', 405, 'Methode nicht erlaubt'],
    ['/datasets/plain?first=0', 'GET', 400, 'Die Anfrage wurde abgelehnt'],
  ])('at %s by %s are pages: %i', async (path, method, status, title) => {
    const answer = await get(path, { 'accept-language': 'de' }, method);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.text).toContain('<html lang="de">');
    expect(answer.text).toContain(`<h1>${title}</h1>`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(linksIn(answer.text)).toContain('/datasets');
  });
});

describe('citing', () => {
  it('has what reference managers read, with the signs of TeX written out', async () => {
    const html = await read('/datasets/hostile?lang=en');
    const text = textOf(html);
    expect(text).toContain('@misc{datasets-hostile,');
    expect(text).toContain('\\&amp; ');
    expect(text).toContain('TY - DATA');
    expect(text).toContain(`UR - ${site}/datasets/hostile`);
  });
});
