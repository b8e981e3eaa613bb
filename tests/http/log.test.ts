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

  it('has one line for a query, with id, name, duration and status', async () => {
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
    });
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
