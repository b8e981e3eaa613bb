/** The log: one line for each request, which can be found again by its id. */
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { SlowRequest } from '../helpers/slow-request';
import { Gateway, sites } from './gateway';

describeOnEachDatabase('the log', (dialect) => {
  let gateway: Gateway;

  beforeEach(async () => {
    gateway = await Gateway.over(dialect, sites);
  });

  afterEach(() => gateway.end());

  /** A line is written when the answer is sent, which the client may read a moment earlier. */
  const linesAre = (count: number) => eventually(() => Promise.resolve(gateway.log.length), count);

  it('has one line for a query, with id, client, name, duration, cost, bytes and status', async () => {
    await gateway.ask('query SitesOfRacoon { infrastructure(slug: "racoon") { slug } }', {
      'x-request-id': 'tour-7.a_B',
    });

    await linesAre(1);
    expect(gateway.log[0]).toMatchObject({
      id: 'tour-7.a_B',
      operationName: 'SitesOfRacoon',
      durationMs: expect.any(Number) as number,
      status: 200,
      method: 'POST',
      path: '/graphql',
      client: '127.0.0.0/24',
      cost: expect.any(Number) as number,
    });
  });

  it('tells the client, the cost and the bytes of an answer alike, whichever way it was answered', async () => {
    const address = `/graphql?query=${encodeURIComponent('{ institutions { nodes { slug name kind homepage } } }')}`;
    const preflight = {
      'apollo-require-preflight': 'true',
      'accept-encoding': 'identity',
      'cache-control': 'max-age=0',
    };
    const first = await gateway.get(address, { headers: preflight });
    await gateway.get(address, { headers: preflight });
    await gateway.get(address, {
      headers: { ...preflight, 'if-none-match': first.headers.get('etag') ?? '' },
    });

    await linesAre(3);
    const { cost } = (first.json as { extensions: { cost: { estimated: number } } }).extensions;
    const line = {
      client: '127.0.0.0/24',
      cost: cost.estimated,
      bytes: Buffer.byteLength(first.text),
      status: 200,
    };
    expect(gateway.log).toMatchObject([line, line, { ...line, bytes: 0, status: 304 }]);
  });

  it('tells the bytes that were sent of what is written in parts, and what all pages of a table cost', async () => {
    const address = '/graphql?query={institutions{nodes{slug}}}&format=csv';
    const table = await gateway.get(address, { headers: { 'accept-encoding': 'identity' } });
    await gateway.get('/nothing', { method: 'HEAD' });

    await linesAre(2);
    expect(gateway.log[0]).toMatchObject({ bytes: Buffer.byteLength(table.text), status: 200 });
    expect(gateway.log[0]?.cost).toBeGreaterThan(0);
    expect(gateway.log[1]).toMatchObject({ bytes: 0, status: 404 });
    expect(gateway.log[1]).not.toHaveProperty('cost');
  });

  it('has one line for a refusal, without what the client had written', async () => {
    await gateway.get('/nothing?token=secret');

    await linesAre(1);
    expect(gateway.log[0]).toMatchObject({ status: 404, path: '/nothing' });
    expect(JSON.stringify(gateway.log)).not.toContain('secret');
  });

  it('has one line for a request whose client went away', async () => {
    const request = await SlowRequest.begin(gateway.url, '{ __typename }');

    request.abandon();

    await linesAre(1);
    expect(gateway.log[0]).toMatchObject({ path: '/graphql', method: 'POST' });
  });

  it('does not speak of the questions whether the gateway is well', async () => {
    await gateway.get('/healthz');
    await gateway.get('/readyz');
    await gateway.get('/nothing');

    await linesAre(1);
    expect(gateway.log[0]).toMatchObject({ path: '/nothing' });
  });

  it.each([[''], ['with blanks in it'], ['x'.repeat(65)], ['<script>']])(
    'makes an id of its own where the client gives "%s"',
    async (given) => {
      const { headers } = await gateway.ask('{ __typename }', { 'x-request-id': given });

      await linesAre(1);
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{12}-[\da-z]+$/);
      expect(gateway.log[0]?.id).toBe(headers.get('x-request-id'));
    },
  );
});
