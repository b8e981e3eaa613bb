/** What a client of the endpoint gets: answers, refusals in JSON, languages, and nothing that is not its business. */
import { describeOnEachDatabase } from '../helpers/databases';
import { Gateway, sites, unkept, type Answer } from './gateway';

const failures = ({ json }: Answer) =>
  (json as { errors: { message: string; extensions: { code: string } }[] }).errors;

describeOnEachDatabase('the endpoint', (dialect) => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await Gateway.over(dialect, sites);
  });

  afterAll(() => gateway.end());

  it('answers a query', async () => {
    const answer = await gateway.ask('{ institution(slug: "marburg") { name } }');

    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ data: { institution: { name: 'Universitätsklinikum Marburg' } } });
  });

  it('answers a query in the address', async () => {
    const query = new URLSearchParams({ query: '{ institution(slug: "marburg") { slug } }' });

    const answer = await gateway.get(`/graphql?${query.toString()}`, {
      headers: { accept: 'application/json', 'apollo-require-preflight': 'true' },
    });

    expect(answer.json).toMatchObject({ data: { institution: { slug: 'marburg' } } });
  });

  it.each([
    ['de', 'de', 'Klinikum Gießen'],
    ['de-AT, fr;q=0.9', 'de', 'Klinikum Gießen'],
    ['en;q=0.1, de;q=0.9', 'de', 'Klinikum Gießen'],
    ['en-GB', 'en', 'Giessen Hospital'],
    ['en-GB, de', 'en', 'Giessen Hospital'],
    ['fr', 'en', 'Giessen Hospital'],
    ['*', 'en', 'Giessen Hospital'],
  ])(
    'answers "Accept-Language: %s" in %s, and says that it depends on it',
    async (accepted, language, name) => {
      const answer = await gateway.ask('{ institution(slug: "giessen") { name } }', {
        'accept-language': accepted,
      });

      expect(answer.json).toMatchObject({ data: { institution: { name } } });
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.headers.get('vary')).toMatch(/Accept-Language/i);
    },
  );

  const refusals: [string, () => Promise<Answer>, number, string][] = [
    ['an address where nothing is', () => gateway.get('/nothing/here'), 404, 'NOT_FOUND'],
    [
      'a method that an address lacks',
      () => gateway.get('/institutions/marburg', { method: 'DELETE' }),
      405,
      'METHOD_NOT_ALLOWED',
    ],
    ['an address that cannot be decoded', () => gateway.get('/institutions/%E0%A4%A'), 400, 'BAD_REQUEST'],
    [
      'a body that is no JSON',
      () =>
        gateway.get('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":',
        }),
      400,
      'BAD_REQUEST',
    ],
    ['a body that is too large', () => gateway.ask(`{ ${'x'.repeat(200_000)} }`), 413, 'PAYLOAD_TOO_LARGE'],
    [
      'a body that is no request',
      () =>
        gateway.get('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '[1]',
        }),
      400,
      'BAD_REQUEST',
    ],
    [
      'a form that another site could send',
      () =>
        gateway.get('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'text/plain' },
          body: '{"query":"{__typename}"}',
        }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a query that is none', () => gateway.ask('{ institution( }'), 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'a field that does not exist',
      () => gateway.ask('{ institution(slug: "marburg") { colour } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ];
  it.each(refusals)('refuses %s in JSON', async (_what, ask, status, code) => {
    const answer = await ask();

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(failures(answer)[0]?.extensions.code).toBe(code);
    expect(answer.text).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
  });

  it('says nowhere by what it is made', async () => {
    const answers = await Promise.all(
      ['/', '/healthz', '/readyz', '/graphql', '/nothing'].map((path) => gateway.get(path)),
    );

    for (const { headers } of answers) {
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
  });

  it('gives the record at its address to a program', async () => {
    const found = await gateway.get('/institutions/marburg', { headers: { accept: 'application/json' } });

    expect(found.status).toBe(200);
    expect(found.headers.get('vary')).toContain('Accept');
    expect(found.json).toMatchObject({
      data: { resource: { slug: 'marburg', __typename: 'Institution' } },
    });
  });

  it('shows a browser the record as a page, with a link to the query behind it', async () => {
    const record = await gateway.get('/institutions/marburg', { headers: { accept: 'text/html' } });

    expect([record.status, record.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(record.text).toContain('<h1 lang="de">Universitätsklinikum Marburg</h1>');
    expect(record.text).toMatch(/href="\/graphql\?query=query\+Institution/);
  });

  it.each([
    '/institutions/atlantis',
    '/institutions/Marburg',
    '/institutions/marburg%00',
    '/towns/marburg',
    '/institutionen',
  ])('has no record at %s', async (path) => {
    const { status, json } = await gateway.get(path);

    expect(status).toBe(404);
    expect(json).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

describeOnEachDatabase('when the database fails behind it, the endpoint', (dialect) => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await Gateway.over(dialect, sites, {}, unkept);
    await gateway.behind((database) => database.query('ALTER TABLE contact RENAME TO gone'));
  });

  afterAll(async () => {
    await gateway.behind((database) => database.query('ALTER TABLE gone RENAME TO contact'));
    await gateway.end();
  });

  it('tells the client only that it failed, and the log why, both under the same id', async () => {
    const answer = await gateway.ask('query Desks { contacts { nodes { name } } }');

    const [failure] = failures(answer);
    expect(failure?.message).toMatch(/^An internal error occurred\. The header X-Request-Id/);
    expect(failure?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(answer.text).not.toMatch(/SELECT|no such table|does not exist|contact"|QueryFailed|stack/);
    const id = answer.headers.get('x-request-id');
    const [reason] = gateway.log.filter((line) => line.id === id && line.level === 50);
    expect(JSON.stringify(reason)).toMatch(/no such table|does not exist/);
  });

  it('still answers what does not touch the broken part', async () => {
    const answer = await gateway.ask(
      '{ institution(slug: "marburg") { slug } contact(slug: "help-desk") { slug } }',
    );

    expect(answer.json).toMatchObject({ data: { institution: { slug: 'marburg' }, contact: null } });
  });

  it('refuses the address of a record as masked', async () => {
    const answer = await gateway.get('/contacts/help-desk');

    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({
      errors: [{ message: 'An internal error occurred.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(answer.headers.get('x-request-id')).toMatch(/./);
  });
});
