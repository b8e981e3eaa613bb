/** What curl gets with each `Accept`, suffix and profile at the address of a record, a list and a vocabulary. */
import { Parser } from 'n3';
import { describeOnEachDatabase } from '../../helpers/databases';
import { eventually } from '../../helpers/eventually';
import { raw, type Raw } from '../../helpers/raw-request';
import { Gateway } from '../gateway';
import type { PlainRecords } from '../../helpers/small-world';

const base = 'https://example.org/num';
const gecco = `${base}/datasets/gecco`;
const dcatAp = 'http://data.europa.eu/r5r/';

const records: PlainRecords = {
  Institution: [
    {
      slug: 'marburg',
      name: { de: 'Universitätsklinikum Marburg', en: 'Marburg Hospital' },
      kind: 'UNIVERSITY_MEDICAL_CENTRE',
      identifiers: [{ scheme: 'ROR', value: '01rdrb571' }],
    },
  ],
  Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
  Dataset: [
    {
      slug: 'gecco',
      name: { de: 'GECCO-Daten', en: 'GECCO data' },
      description: { en: 'What was asked of patients with COVID-19.' },
      kind: 'COHORT',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      identifiers: [{ scheme: 'DOI', value: '10.5281/zenodo.1234567' }],
    },
    ...Array.from({ length: 120 }, (_, index) => ({
      slug: `d${String(index).padStart(3, '0')}`,
      name: { en: `Dataset ${index}` },
      kind: 'COHORT',
    })),
  ],
  Distribution: [
    {
      slug: 'gecco-csv',
      name: { en: 'GECCO as CSV' },
      dataset: 'gecco',
      kind: 'FILE',
      accessUrl: 'https://example.org/data',
      downloadUrl: 'https://example.org/data/gecco.csv',
      mediaType: 'text/csv',
    },
  ],
  Provision: [{ agent: 'institutions/marburg', offer: 'datasets/gecco', role: 'CREATOR' }],
  Participation: [{ institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' }],
};

const rdf: [type: string, suffix: string][] = [
  ['text/turtle', 'ttl'],
  ['application/ld+json', 'jsonld'],
  ['application/rdf+xml', 'rdf'],
  ['application/n-triples', 'nt'],
  ['application/n-quads', 'nq'],
  ['application/trig', 'trig'],
];
const others: [type: string, suffix: string][] = [
  ['text/html', 'html'],
  ['application/json', 'json'],
  ['application/linkset+json', 'linkset.json'],
  ['application/linkset', 'linkset'],
];

describeOnEachDatabase('the address of a record', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over(dialect, records, {}, { PUBLIC_URL: base });
  });
  afterAll(() => gateway.end());

  const get = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> =>
    raw(address.replace('https://example.org', gateway.url), headers, method);
  const typeOf = ({ headers }: Raw) => headers['content-type']?.split(';')[0];
  const linksOf = ({ headers }: Raw) =>
    (headers.link ?? '').split(/,\s*(?=<)/).map((each) => ({
      href: /^<([^>]*)>/.exec(each)?.[1] ?? '',
      rel: /rel="([^"]*)"/.exec(each)?.[1] ?? '',
      type: /type="([^"]*)"/.exec(each)?.[1],
      profile: /profile="([^"]*)"/.exec(each)?.[1],
    }));

  it.each([
    ['nothing', {}, 'text/html'],
    ['a browser', { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }, 'text/html'],
    ['an assessor', { accept: 'text/html, */*' }, 'text/html'],
    ['curl', { accept: '*/*' }, 'application/json'],
    ...[...rdf, ...others].map(([accept]): [string, Record<string, string>, string] => [
      accept,
      { accept },
      accept,
    ]),
    ['weights', { accept: 'application/json;q=0.5, text/turtle;q=0.9' }, 'text/turtle'],
  ])('answers %s', async (_what, headers, type) => {
    const answer = await get(gecco, headers);

    expect([answer.status, typeOf(answer)]).toEqual([200, type]);
    for (const field of ['Accept', 'Accept-Language', 'Accept-Profile'])
      expect(answer.headers.vary?.split(/,\s*/)).toContain(field);
    expect(answer.headers['content-location']).toMatch(/^https:\/\/example\.org\/num\/datasets\/gecco\.\w/);
    expect(linksOf(answer)).toContainEqual(expect.objectContaining({ rel: 'canonical', href: gecco }));
    const again = await get(answer.headers['content-location'] ?? '', { accept: 'image/png' });
    expect([again.status, again.body]).toEqual([200, answer.body]);
  });

  it.each([...rdf, ...others])(
    'answers %s at the address with .%s, whatever is accepted',
    async (type, suffix) => {
      const answer = await get(`${gecco}.${suffix}`, { accept: 'image/png' });

      expect([answer.status, typeOf(answer)]).toEqual([200, type]);
      expect(answer.headers['content-location']).toContain(`${gecco}.${suffix}`);
      const slash = await get(`${gecco}.${suffix}/`);
      expect([slash.status, slash.body]).toEqual([200, answer.body]);
    },
  );

  it.each([
    ['/search?q=gecco', 'text/html', 'q=gecco'],
    ['/datasets?orderBy=NAME&first=1', 'text/html', 'orderBy=NAME'],
    ['/datasets?first=1&_format=json', 'text/html', 'first=1'],
    ['/catalog?modified_since=2100-01-01', 'text/turtle', 'modified_since=2100-01-01'],
    ['/catalog?page=1&_profile=fdp', 'application/ld+json', 'page=1&_profile=fdp'],
  ])('says of %s where exactly this answer is', async (address, accept, parameter) => {
    const answer = await get(`${base}${address}`, { accept });
    const location = answer.headers['content-location'] ?? '';

    expect(answer.status).toBe(200);
    expect(location).toContain(parameter);
    expect(location).not.toContain('_format');
    const again = await get(location, { accept: 'image/png' });
    expect([again.status, typeOf(again), again.body]).toEqual([200, typeOf(answer), answer.body]);
  });

  it.each([...rdf, ...others])('answers HEAD as GET, and 304 to who has it: %s', async (accept) => {
    const answer = await get(gecco, { accept });
    const head = await get(gecco, { accept }, 'HEAD');
    const again = await get(gecco, { accept, 'if-none-match': answer.headers.etag ?? '' });

    const fields = ({ headers: { date: _, 'x-request-id': __, ...all } }: Raw) => all;
    expect([head.status, head.body.length, fields(head)]).toEqual([200, 0, fields(answer)]);
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, answer.headers.etag]);
    expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });

  it('has another tag in each form, even where the text is the same', async () => {
    const forms = await Promise.all([...rdf, ...others].map(([accept]) => get(gecco, { accept })));

    expect(new Set(forms.map(({ headers }) => headers.etag)).size).toBe(forms.length);
  });

  it('states the same in every format, of the record by its own IRI, with all languages', async () => {
    const { body } = await get(gecco, { accept: 'text/turtle' });
    const quads = new Parser({ format: 'text/turtle' }).parse(body.toString());
    const own = quads.filter(({ subject }) => subject.value === gecco);

    const titles = own.filter(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/title');
    expect(titles.map(({ object }) => [object.value, 'language' in object && object.language])).toEqual(
      expect.arrayContaining([
        ['GECCO-Daten', 'de'],
        ['GECCO data', 'en'],
      ]),
    );
    for (const [accept, format] of [
      ['application/n-triples', 'N-Triples'],
      ['application/n-quads', 'N-Quads'],
      ['application/trig', 'application/trig'],
    ] as const) {
      const same = new Parser({ format }).parse((await get(gecco, { accept })).body.toString());
      expect(same.map((quad) => JSON.stringify(quad)).sort()).toEqual(
        quads.map((quad) => JSON.stringify(quad)).sort(),
      );
    }
  });

  it('with a slash at its end answers the same', async () => {
    const [plain, slash] = await Promise.all([
      get(gecco, { accept: 'text/turtle' }),
      get(`${gecco}/`, { accept: 'text/turtle' }),
    ]);

    expect([slash.status, slash.body, slash.headers['content-location']]).toEqual([
      200,
      plain.body,
      plain.headers['content-location'],
    ]);
  });

  it('tells what there is when nothing fits: in words, types and addresses', async () => {
    const { status, body } = await get(gecco, { accept: 'image/png' });

    expect(status).toBe(406);
    const { errors } = JSON.parse(body.toString()) as {
      errors: {
        message: string;
        extensions: { code: string; offered: { type: string; address: string }[] };
      }[];
    };
    expect(errors[0]?.message).toContain('image/png');
    expect(errors[0]?.extensions.code).toBe('NOT_ACCEPTABLE');
    const offered = errors[0]?.extensions.offered ?? [];
    expect(offered.map(({ type }) => type).sort()).toEqual([...rdf, ...others].map(([type]) => type).sort());
    for (const { address } of offered) expect((await get(`https://example.org${address}`)).status).toBe(200);
  });

  it.each([
    [
      '?_profile=',
      (name: string) => get(`${gecco}?_profile=${encodeURIComponent(name)}`, { accept: 'text/turtle' }),
    ],
    [
      'Accept-Profile',
      (name: string) => get(gecco, { accept: 'text/turtle', 'accept-profile': `<${name}>` }),
    ],
  ])('follows the profile of %s, and says so', async (_how, ask) => {
    for (const name of ['dcat-ap', 'dcat-ap@3.0.1', dcatAp]) {
      const answer = await ask(name);
      expect([answer.status, answer.headers['content-profile']]).toEqual([200, `<${dcatAp}>`]);
      expect(linksOf(answer)).toContainEqual(expect.objectContaining({ rel: 'profile', href: dcatAp }));
    }
    const unknown = await ask('https://example.org/nothing');
    expect(unknown.status).toBe(406);
    expect(unknown.body.toString()).toContain('dcat-ap');
  });

  it('gives RDF to who names a profile and accepts anything, and what it accepts otherwise', async () => {
    expect(typeOf(await get(`${gecco}?_profile=dcat-ap`, { accept: 'text/html, */*;q=0.8' }))).toBe(
      'text/turtle',
    );
    expect(typeOf(await get(gecco, { accept: 'text/html', 'accept-profile': `<${dcatAp}>` }))).toBe(
      'text/html',
    );
    expect((await get(`${gecco}?_profile=dcat-ap`, { accept: 'text/html' })).status).toBe(406);
  });

  it('is refused in a profile whose demands it does not meet, with what is missing and what to do', async () => {
    const { status, body } = await get(`${gecco}?_profile=healthdcat-ap`, { accept: 'text/turtle' });

    expect(status).toBe(406);
    const problem = JSON.parse(body.toString()) as {
      code: string;
      findings: { message: string; remedy: string }[];
    };
    expect(problem.code).toBe('NOT_IN_PROFILE');
    expect(problem.findings.length).toBeGreaterThan(0);
    for (const { message, remedy } of problem.findings)
      expect([message, remedy]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  });

  it('takes a format and a language from the address', async () => {
    expect(typeOf(await get(`${gecco}?_format=turtle`, { accept: 'text/html' }))).toBe('text/turtle');
    expect(typeOf(await get(`${gecco}?_format=application/ld%2Bjson`))).toBe('application/ld+json');
    expect((await get(`${gecco}?_format=docx`)).status).toBe(406);
    const german = await get(`${gecco}?lang=de`, { accept: 'application/json', 'accept-language': 'en' });
    expect(german.headers['content-language']).toBe('de');
    expect(german.body.toString()).toContain('GECCO-Daten');
  });

  it.each([
    ['text/html', 'text/html'],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
    ['text/turtle', 'application/problem+json'],
    ['image/png', 'application/json'],
  ])('refuses in the form that was asked for: %s', async (accept, type) => {
    for (const [path, method, status] of [
      // Where no form fits, it is not even looked for.
      ['datasets/atlantis', 'GET', accept === 'image/png' ? 406 : 404],
      ['datasets/gecco.docx', 'GET', 404],
      ['datasets/gecco', 'DELETE', 405],
    ] as const) {
      const answer = await get(`${base}/${path}`, { accept }, method);
      expect([answer.status, typeOf(answer)]).toEqual([status, type]);
      if (type === 'application/problem+json')
        expect(JSON.parse(answer.body.toString())).toMatchObject({ type: 'about:blank', status });
      if (status === 405) expect(answer.headers.allow).toBe('GET, HEAD');
    }
  });

  it('has signposts: how to cite it, what it is, who made it, its licence, files, descriptions and linksets', async () => {
    const links = linksOf(await get(gecco, { accept: 'text/html' }));
    const of = (rel: string) => links.filter((link) => link.rel === rel).map(({ href }) => href);

    expect(of('cite-as')).toEqual(['https://doi.org/10.5281/zenodo.1234567']);
    expect(of('type')).toEqual(['https://schema.org/AboutPage', 'https://schema.org/Dataset']);
    expect(of('author')).toEqual(['https://ror.org/01rdrb571']);
    expect(of('license')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(links).toContainEqual(
      expect.objectContaining({ rel: 'item', href: 'https://example.org/data/gecco.csv', type: 'text/csv' }),
    );
    expect(of('linkset')).toEqual([`${gecco}.linkset.json`, `${gecco}.linkset`]);
    for (const [type, suffix] of rdf)
      expect(links).toContainEqual({ rel: 'describedby', href: `${gecco}.${suffix}`, type, profile: dcatAp });
    for (const href of [...of('describedby'), ...of('linkset'), ...of('alternate'), ...of('api-catalog')])
      expect([href, (await get(href)).status]).toEqual([href, 200]);
  });

  it('has a linkset with the links of the page, and those that lead back to it', async () => {
    const { body } = await get(gecco, { accept: 'application/linkset+json' });
    const { linkset } = JSON.parse(body.toString()) as {
      linkset: ({ anchor: string } & Record<string, { href: string; type?: string }[]>)[];
    };
    const at = (anchor: string) => linkset.find((each) => each.anchor === anchor);

    expect(at(gecco)?.['cite-as']).toEqual([{ href: 'https://doi.org/10.5281/zenodo.1234567' }]);
    expect(at(gecco)?.item).toEqual([{ href: 'https://example.org/data/gecco.csv', type: 'text/csv' }]);
    expect(at('https://example.org/data/gecco.csv')?.collection).toEqual([{ href: gecco }]);
    for (const { href } of at(gecco)?.describedby ?? [])
      expect(at(href)?.describes).toEqual([{ href: gecco }]);
  });

  it('is whole for links, sources, lists and vocabularies, too', async () => {
    for (const path of [
      'participations/marburg/racoon/participates',
      'sources/register',
      'datasets',
      'participations',
      'sources',
      'vocabularies/InstitutionKind',
    ])
      for (const accept of ['text/turtle', 'application/json']) {
        const answer = await get(`${base}/${path}`, { accept });
        expect([path, answer.status, typeOf(answer)]).toEqual([path, 200, accept]);
        if (accept === 'text/turtle') {
          const quads = new Parser().parse(answer.body.toString());
          expect(quads.some(({ subject }) => subject.value === `${base}/${path}`)).toBe(true);
        } else expect(answer.body.toString()).toContain(`${base}/${path}`);
      }
  });

  it('refers to vocabularies that answer', async () => {
    const documents = await Promise.all(
      [gecco, `${base}/institutions/marburg`, `${base}/participations/marburg/racoon/participates`].map(
        (iri) => get(iri, { accept: 'application/n-triples' }),
      ),
    );
    const named = documents.flatMap(
      ({ body }) => body.toString().match(/https:\/\/example\.org\/num\/vocabularies\/\w+/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(0);
    for (const iri of new Set(named)) expect([iri, (await get(iri)).status]).toEqual([iri, 200]);
  });

  it.each(['application/json', 'text/turtle'])(
    'is a list, page by page, each record once: %s',
    async (accept) => {
      const pages: string[] = [];
      const found = new Set<string>();
      for (let next: string | undefined = `${base}/datasets?first=50`; next !== undefined;) {
        const answer: Raw = await get(next, { accept });
        expect(answer.status).toBe(200);
        pages.push(next);
        const text = answer.body.toString();
        for (const [iri] of text.matchAll(/https:\/\/example\.org\/num\/datasets\/[a-z\d]+/g)) found.add(iri);
        next = linksOf(answer).find(({ rel }) => rel === 'next')?.href;
        if (accept === 'text/turtle' && next !== undefined) expect(text).toContain(next);
        if (accept === 'application/json')
          expect((JSON.parse(text) as { extensions: unknown }).extensions).toEqual({ next: next ?? null });
      }
      expect([pages.length, found.size]).toEqual([3, 121]);
    },
  );

  it.each(['?first=0', '?first=101', '?after=nowhere', '?first=1&first=2', '?_profile=a&_profile=b'])(
    'refuses what it cannot read: %s',
    async (search) => {
      for (const path of ['datasets/gecco', 'datasets'])
        for (const accept of ['application/json', 'text/turtle'])
          expect([406, 400]).toContain((await get(`${base}/${path}${search}`, { accept })).status);
    },
  );
});

describeOnEachDatabase('a record at its address that is written', (dialect) => {
  it('is sent again, in each form that states what was written', async () => {
    const gateway = await Gateway.over(dialect, records, {}, { PUBLIC_URL: base });
    const get = (path: string, accept: string, tag = '') =>
      raw(`${gateway.url}/num/${path}`, { accept, ...(tag && { 'if-none-match': tag }) });
    const accepts = [...rdf, ...others].map(([type]) => type);
    try {
      const before = await Promise.all(accepts.map((accept) => get('institutions/marburg', accept)));
      const tags = before.map(({ headers }) => headers.etag ?? '');
      await gateway.world.add({
        Institution: [
          {
            slug: 'marburg',
            name: { de: 'Klinikum Marburg', en: 'Marburg Medical Centre' },
            kind: 'UNIVERSITY_MEDICAL_CENTRE',
            identifiers: [{ scheme: 'ROR', value: '01rdrb571' }],
            homepage: 'https://example.org/marburg',
          },
        ],
      });
      for (const [index, accept] of accepts.entries()) {
        const again = () => get('institutions/marburg', accept, tags[index]);
        // A linkset holds links only, and none of them has changed.
        if (accept.includes('linkset')) continue;
        // On SQLite, a write by another process is noticed within a second.
        await eventually(async () => (await again()).status, 200);
        expect((await again()).body.toString()).toMatch(/Klinikum Marburg|Marburg Medical Centre/);
      }
    } finally {
      await gateway.end();
    }
  });
});
