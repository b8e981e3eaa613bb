/** A place is for work: who reads slowly keeps none, and does not keep its answer in memory for ever either. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { eventually } from '../helpers/eventually';
import type { PlainRecords } from '../helpers/small-world';
import { Gateway, sites } from './gateway';

const long = 'Ein sehr langer Name. '.repeat(2_000);
const large: PlainRecords = {
  ...sites,
  Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' }, description: { de: long, en: long } }],
};
/** Some megabytes. */
const query = `{ infrastructure(slug: "racoon") { ${Array.from({ length: 45 }, (_, index) => `a${index}: description`).join(' ')} } }`;
const short = '{ institution(slug: "marburg") { slug } }';
const manyAtOnce = 8;

/** Asks several times on one connection, of which nothing is read. */
async function readNothing(url: string, headers = ''): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const body = JSON.stringify({ query });
  const one = `POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n${headers}Content-Length: ${body.length}\r\n\r\n${body}`;
  const socket = connect(Number(port), hostname).pause();
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(one.repeat(manyAtOnce));
  return socket;
}

/** A query that is asked for the first time, and one whose answer is cached. */
const ways: [string, (gateway: Gateway) => Promise<void>][] = [
  ['a query that is new', () => Promise.resolve()],
  [
    'a query that was asked before',
    async (gateway) => {
      for (let index = 0; index < 2; index++) expect((await gateway.ask(query)).status).toBe(200);
    },
  ],
];

const withGateway = async (
  environment: Record<string, string>,
  test: (gateway: Gateway) => Promise<void>,
): Promise<void> => {
  const gateway = await Gateway.over('sqlite', large, {}, { MAX_COST_PER_MINUTE: '9999999', ...environment });
  try {
    await test(gateway);
  } finally {
    await gateway.end();
  }
};

/** Lines in the log of requests that are over. */
const over = (gateway: Gateway): number => gateway.log.filter(({ msg }) => msg === 'request').length;

describe.each(ways)('clients that do not read their answers, on %s', (_, prepare) => {
  const noneKept = { RESPONSE_CACHE_MEMORY: '0' };

  it('keep no place from others', () =>
    withGateway(
      { ...noneKept, MAX_REQUESTS: '1', MAX_WAITING: '1000', DEADLINE_MS: '60000' },
      async (gateway) => {
        await prepare(gateway);
        const slow = [await readNothing(gateway.url), await readNothing(gateway.url)];

        await eventually(async () => (await gateway.ask(short)).status, 200, 20_000);

        expect(slow.map(({ closed }) => closed)).toEqual([false, false]);
        for (const socket of slow) socket.destroy();
      },
    ));

  it('are cut once they have taken nothing for so long; who reads on is not', () =>
    withGateway({ ...noneKept, WRITE_TIMEOUT_MS: '400' }, async (gateway) => {
      await prepare(gateway);
      const before = over(gateway);
      await readNothing(gateway.url);

      await eventually(() => Promise.resolve(over(gateway) - before), manyAtOnce, 20_000);

      const answer = await gateway.ask(query);
      expect(answer.text.length).toBeGreaterThan(45 * long.length);
    }));

  it('are cut where their answers take too much memory, who waits longest first', () =>
    withGateway({ ...noneKept, WRITE_TIMEOUT_MS: '600000', MAX_UNREAD_BYTES: '3000000' }, async (gateway) => {
      await prepare(gateway);
      const before = over(gateway);
      await readNothing(gateway.url);

      await eventually(() => Promise.resolve(over(gateway) > before), true, 20_000);

      expect((await gateway.ask(short)).status).toBe(200);
    }));
});
