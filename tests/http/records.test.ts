/** A record at its web address, as JSON: with all of its links, page by page. */
import { describeOnEachDatabase } from '../helpers/databases';
import { raw } from '../helpers/raw-request';
import type { PlainRecords } from '../helpers/small-world';
import { Gateway, type Answer } from './gateway';

const site = 'https://num.example.org';
const marburg = `${site}/institutions/marburg`;
/** More than one page has at most. */
const infrastructures = Array.from({ length: 130 }, (_, index) => `i${String(index).padStart(3, '0')}`);

const records: PlainRecords = {
  Institution: [
    { slug: 'marburg', name: { de: 'Marburg', en: 'Marburg Hospital' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
    { slug: 'alone', name: { en: 'Alone' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
  ],
  Infrastructure: infrastructures.map((slug) => ({ slug, name: { de: `${slug} auf Deutsch`, en: slug } })),
  Standard: [{ slug: 'fhir', name: { en: 'FHIR' }, kind: 'EXCHANGE_FORMAT' }],
  Participation: infrastructures.map((infrastructure) => ({
    institution: 'marburg',
    infrastructure,
    role: 'PARTICIPATES',
  })),
  Conformance: [{ subject: 'infrastructures/i000', standard: 'fhir' }],
};

interface Link {
  __typename: string;
  kind: string;
  role: string | null;
  from: { __typename: string; iri: string; name: string };
  to: { __typename: string; iri: string; name: string };
}

interface Record_ {
  data: {
    resource: {
      __typename: string;
      iri: string;
      slug: string;
      name: string;
      evidence: unknown[];
      links: { totalCount: number; pageInfo: { hasNextPage: boolean }; nodes: Link[] };
    };
  };
  extensions: { next: string | null };
}

describeOnEachDatabase('a record at its address', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over(dialect, records, {}, { PUBLIC_URL: site });
  });
  afterAll(() => gateway.end());

  const get = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    gateway.get(address.replace(site, ''), { method, headers: { accept: 'application/json', ...headers } });
  const read = async (address: string, headers?: Record<string, string>) => {
    const answer = await get(address, headers);
    expect([answer.status, answer.text]).toEqual([200, expect.anything()]);
    const { data, extensions } = answer.json as Record_;
    return { record: data.resource, next: extensions.next, headers: answer.headers };
  };
  const readToItsEnd = async (address: string): Promise<{ links: Link[]; pages: number }> => {
    const links: Link[] = [];
    let pages = 0;
    for (let next: string | null = address; next !== null; pages += 1) {
      const page = await read(next);
      links.push(...page.record.links.nodes);
      next = page.next;
    }
    return { links, pages };
  };

  it('has all of its links, page by page, each once and in one order', async () => {
    const whole = await readToItsEnd(marburg);
    const small = await readToItsEnd(`${marburg}?first=20`);

    expect([whole.pages, small.pages]).toEqual([2, 7]);
    expect(new Set(whole.links.map(({ to }) => to.iri)).size).toBe(infrastructures.length);
    expect(small.links).toEqual(whole.links);
  });

  it('says how many links there are, and where the next page is, in the body and in the header Link', async () => {
    const { record, next, headers } = await read(`${marburg}?first=50`);

    expect(record.links).toMatchObject({ totalCount: 130, pageInfo: { hasNextPage: true } });
    expect(next).toMatch(/^https:\/\/num\.example\.org\/institutions\/marburg\?first=50&after=\S+$/);
    expect(headers.get('link')).toContain(`<${next ?? ''}>; rel="next"`);

    const last = await read(`${site}/institutions/alone`);
    expect(last.record.links).toMatchObject({ totalCount: 0, nodes: [] });
    expect([last.next, last.headers.get('link')]).toEqual([null, expect.not.stringContaining('rel="next"')]);
  });

  it('tells of each link its type and role, and of each end its web address and type', async () => {
    const { record } = await read(`${site}/infrastructures/i000`);

    const ends = { fhir: `${site}/standards/fhir`, i000: `${site}/infrastructures/i000` };
    expect(record.links.nodes).toEqual(
      expect.arrayContaining([
        {
          __typename: 'Conformance',
          id: expect.anything() as unknown,
          kind: 'CONFORMANCE',
          role: null,
          from: { __typename: 'Infrastructure', iri: ends.i000, name: 'i000' },
          to: { __typename: 'Standard', iri: ends.fhir, name: 'FHIR' },
          startsOn: null,
          endsOn: null,
        },
        {
          __typename: 'Participation',
          id: expect.anything() as unknown,
          kind: 'PARTICIPATION',
          role: 'PARTICIPATES',
          from: { __typename: 'Institution', iri: marburg, name: 'Marburg Hospital' },
          to: { __typename: 'Infrastructure', iri: ends.i000, name: 'i000' },
          startsOn: null,
          endsOn: null,
        },
      ]),
    );
    expect(record.links.nodes).toHaveLength(2);
    for (const { from, to } of record.links.nodes)
      for (const { iri } of [from, to]) expect((await get(iri)).status).toBe(200);
  });

  it('speaks the language of the client', async () => {
    const { record, headers } = await read(marburg, { 'accept-language': 'de' });

    expect([record.name, record.links.nodes[0]?.to.name]).toEqual(['Marburg', 'i000 auf Deutsch']);
    expect(headers.get('content-language')).toBe('de');
    expect(headers.get('vary')).toContain('Accept-Language');
  });

  it('is told by its head to HEAD, and not sent again to a client that has it', async () => {
    const { headers } = await read(marburg);

    const head = await get(marburg, {}, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['link', 'etag', 'content-type', 'cache-control', 'content-language'])
      expect([name, head.headers.get(name)]).toEqual([name, headers.get(name)]);
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await raw(marburg.replace(site, gateway.url), {
      accept: 'application/json',
      'if-none-match': headers.get('etag') ?? '',
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it.each(['first=0', 'first=101', 'first=-1', 'first=ten', 'first=1e2', 'after=nowhere', 'first=1&first=2'])(
    'is refused with a page that there is not: ?%s',
    async (search) => {
      const { status, json } = await get(`${marburg}?${search}`);

      const [error] = (json as { errors: { message: string; extensions: { code: string } }[] }).errors;
      expect([status, error?.extensions.code]).toEqual([
        400,
        expect.stringMatching(/^(BAD_USER_INPUT|BAD_REQUEST)$/),
      ]);
      expect(error?.message).toMatch(/first|after/);
    },
  );
});

describeOnEachDatabase('a record with more links than may be read at once', (dialect) => {
  it('has smaller pages where queries may cost little, and is paid for by what it reads', async () => {
    const gateway = await Gateway.over(
      dialect,
      records,
      {},
      { PUBLIC_URL: site, MAX_COST: '300', MAX_COST_PER_MINUTE: '2000', RESPONSE_CACHE_MEMORY: '0' },
    );
    try {
      const read = () => gateway.get('/institutions/marburg', { headers: { accept: 'application/json' } });
      const { data, extensions } = (await read()).json as Record_;
      expect(data.resource.links.nodes.length).toBeLessThan(100);
      expect(data.resource.links.nodes.length).toBeGreaterThan(0);
      expect(extensions.next).not.toBeNull();

      let status = 200;
      for (let asked = 0; asked < 20 && status === 200; asked += 1) ({ status } = await read());
      expect(status).toBe(429);
    } finally {
      await gateway.end();
    }
  });
});
