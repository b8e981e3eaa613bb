/** A gateway under hostile requests: each is refused as it should be, nothing leaks, and it serves on. */
import { describeOnEachDatabase } from '../helpers/databases';
import { Gateway, sites } from '../http/gateway';
import { corpus, type Hostile } from './corpus';

/** What no client may learn. */
const secrets =
  /SELECT (?!sql)|SQLITE_|sqlite3|QueryFailed|node_modules|\/src\/|\/dist\/|\bat \w+ \(|syntax error at/;

const firstCode = (text: string): string | undefined => {
  const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code;
};

describeOnEachDatabase('under hostile requests', (dialect) => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await Gateway.over(
      dialect,
      sites,
      {},
      { MAX_COST_PER_MINUTE: '2000000000', MAX_REQUESTS: '20' },
    );
  });

  afterAll(() => gateway.end());

  const send = ({ method = 'GET', path = '/graphql', headers = {}, body }: Hostile) =>
    gateway.get(path, { method, headers, ...(body !== undefined && { body }) });

  it.each(corpus.map((hostile): [string, Hostile] => [hostile.name, hostile]))(
    '%s',
    async (_name, hostile) => {
      const { status, headers, text } = await send(hostile);

      expect({ status, code: firstCode(text) }).toEqual({ status: hostile.status, code: hostile.code });
      expect(headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
      expect(text).not.toMatch(secrets);
    },
  );

  it('reports at most five faults of one document, and that there are more', async () => {
    const { json } = await gateway.ask(`{ ${Array.from({ length: 19 }, (_, i) => `wrong${i}`).join(' ')} }`);

    expect((json as { errors: unknown[] }).errors).toHaveLength(6);
  });

  it('answers 200 costly queries at once or asks to come back, and stays well', async () => {
    const costly = '{ institutions(first: 100) { nodes { links(first: 20) { nodes { id } } } } }';
    const answers = Promise.all(Array.from({ length: 200 }, () => gateway.ask(costly)));

    expect((await gateway.get('/healthz')).status).toBe(200);

    const statuses = new Set((await answers).map(({ status }) => status));
    expect([...statuses].filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
  });

  it('serves on', async () => {
    expect((await gateway.get('/healthz')).status).toBe(200);
    const { json } = await gateway.get('/graphql?query=%7B__typename%7D', {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(json).toMatchObject({ data: { __typename: 'Query' } });
  });
});
