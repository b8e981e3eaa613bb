/** Stopping: what runs is answered, what takes too long is cut, and whoever asks learns that the gateway stops. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { startApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { SlowRequest } from '../helpers/slow-request';
import { Gateway, sites } from './gateway';

describeOnEachDatabase('a gateway that stops', (dialect) => {
  it('is not ready any more, answers what was asked before and during, and then is gone', async () => {
    const gateway = await Gateway.over(dialect, sites);
    const request = await SlowRequest.begin(gateway.url, '{ institution(slug: "marburg") { slug } }');

    const stopped = gateway.stop();

    const ready = await gateway.get('/readyz');
    expect([ready.status, ready.json]).toEqual([503, { status: 'stopping' }]);
    expect((await gateway.get('/healthz')).status).toBe(200);
    expect((await gateway.ask('{ __typename }')).headers.get('connection')).toBe('close');
    expect(await request.finish()).toContain('{"data":{"institution":{"slug":"marburg"}}');
    await stopped;
    await expect(gateway.get('/healthz')).rejects.toThrow();
    await gateway.world.end();
  });

  it('cuts a request that does not end in the time that it is given', async () => {
    const gateway = await Gateway.over(dialect, sites, { longestDrain: 100 });
    const request = await SlowRequest.begin(gateway.url, '{ __typename }');

    await gateway.stop();

    expect(await request.closed()).not.toContain('HTTP/1.1 200');
    await gateway.world.end();
  });

  it.each([
    ['GET', 'before'],
    ['GET', 'after'],
    ['POST', 'before'],
    ['POST', 'after'],
  ])('answers a %s that it knows and that arrives just %s the signal', async (method, when) => {
    const gateway = await Gateway.over(dialect, sites);
    const query = '{ institution(slug: "marburg") { slug } }';
    const address = `/graphql?query=${encodeURIComponent(query)}`;
    const ask = () =>
      method === 'POST'
        ? gateway.ask(query)
        : gateway.get(address, { headers: { 'apollo-require-preflight': 'true' } });
    const known = await ask();
    expect((await ask()).text).toBe(known.text);

    let stopped: Promise<void> | undefined;
    const stopNow = (): void => void (stopped ??= gateway.stop());
    // The gateway looks at a request when it was told that one arrives.
    const stop = (): void => (when === 'after' ? stopNow() : process.nextTick(stopNow));
    subscribe('http.server.request.start', stop);
    const last = await ask();
    unsubscribe('http.server.request.start', stop);

    expect([last.status, last.text]).toEqual([200, known.text]);
    await stopped;
    await gateway.world.end();
  });

  it('stops at once when nothing runs, whatever connections are kept open', async () => {
    const gateway = await Gateway.over(dialect, sites);
    await gateway.get('/healthz', { headers: { connection: 'keep-alive' } });

    await gateway.stop();

    await gateway.world.end();
  });
});

it('on PostgreSQL, a gateway stops although a statement waits for a lock that nobody gives back', async () => {
  const gateway = await Gateway.over('postgres', sites, { longestDrain: 100 });
  await gateway.behind(async (database) => {
    const holder = database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE institution IN ACCESS EXCLUSIVE MODE');
    const waiting = gateway.ask('{ institution(slug: "marburg") { slug } }').catch(() => 'cut');
    const waits = `SELECT count(*)::int AS total FROM pg_locks WHERE NOT granted`;
    await eventually(async () => ((await holder.query(waits)) as { total: number }[])[0]?.total, 1);

    await gateway.stop();

    expect(await waiting).toBe('cut');
    await holder.rollbackTransaction();
    await holder.release();
  });
  await gateway.world.end();
});

it('on PostgreSQL, a gateway whose connections were cut is ready again with new ones', async () => {
  const gateway = await Gateway.over('postgres', sites);
  expect((await gateway.get('/readyz')).status).toBe(200);

  await gateway.behind((database) =>
    database.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    ),
  );

  await eventually(async () => (await gateway.get('/readyz')).status, 200);
  await gateway.end();
});

it('on PostgreSQL, a gateway whose database is gone lives on, and is not ready', async () => {
  const gateway = await Gateway.over('postgres', sites);

  await gateway.world.database.drop();

  expect((await gateway.get('/healthz')).status).toBe(200);
  const { status, json } = await gateway.get('/readyz');
  expect([status, json]).toEqual([
    503,
    { status: 'the database cannot be used', reason: 'DATABASE_MISSING' },
  ]);
  await gateway.end();
});

it('a gateway does not start on a port that another program has, and says so', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };

  const starting = startApp(readConfig({ PORT: String(port), DATABASE_URL: 'sqlite::memory:' }));

  await expect(starting).rejects.toThrow(
    `The server cannot listen: listen EADDRINUSE: address already in use 127.0.0.1:${port}.`,
  );
  other.close();
});
