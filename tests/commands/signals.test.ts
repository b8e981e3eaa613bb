/** Signals as they come to real processes: through npm, twice, to all workers, and one that must open nothing. */
import { eventually } from '../helpers/eventually';
import { serve, startProgram } from '../helpers/gateway-process';
import { seededDatabase } from '../helpers/template-databases';
import { serveSeeds } from '../helpers/serve-seeds';
import { SlowRequest } from '../helpers/slow-request';

jest.setTimeout(240_000);

const question = 'query Who { institution(slug: "marburg") { slug } }';
const statusOf = (url: string) => fetch(url).then(({ status }) => status);
const isFree = (url: string) =>
  fetch(`${url}/healthz`).then(
    () => false,
    () => true,
  );

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s to npm comes to the server that it started: running requests are answered, npm waits, and the port is free',
  async (signal) => {
    // What comes before the start, such as the build, is none of this.
    const database = await seededDatabase('sqlite');
    const env = { PORT: '0', DATABASE_URL: database.url };
    const npm = startProgram('npm', ['start', '--ignore-scripts'], { env });
    const [, url = ''] = await npm.prints(/(http:\S+)\/graphql/);
    const request = await SlowRequest.begin(url, question);

    const ended = npm.stop(signal);

    await eventually(() => statusOf(`${url}/readyz`), 503);
    expect(await request.finish()).toContain('"slug":"marburg"');
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(await isFree(url)).toBe(true);
    await database.drop();
  },
);

it('the same signal twice within a moment, as from a terminal and from npm, lets running requests end', async () => {
  const gateway = await serveSeeds();
  const request = await SlowRequest.begin(gateway.url, question);

  void gateway.stop('SIGINT');
  const ended = gateway.stop('SIGINT');

  expect(await request.finish()).toContain('"slug":"marburg"');
  expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
});

it('SIGUSR1 opens no inspector, neither in the first process nor in a worker; SIGHUP has all workers answer what runs, and end', async () => {
  const database = await seededDatabase('sqlite');
  const gateway = await serve({ env: { DATABASE_URL: database.url, WORKERS: '2' } });
  await fetch(`${gateway.url}/graphql?query={__typename}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  await eventually(() => Promise.resolve(gateway.log.length > 0), true);
  const [worker] = gateway.log;

  for (const pid of [gateway.pid, worker?.pid as number]) process.kill(pid, 'SIGUSR1');

  expect(await statusOf(`${gateway.url}/readyz`)).toBe(200);
  const request = await SlowRequest.begin(gateway.url, question);

  const ended = gateway.stop('SIGHUP');

  expect(await request.finish()).toContain('"slug":"marburg"');
  // Node would say on standard error where its debugger listens.
  expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  expect(await isFree(gateway.url)).toBe(true);
  await database.drop();
});
