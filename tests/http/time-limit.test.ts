/** The end of the work for an answer: asked for or listened to, it is the same. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { ClientGone, TimedOut } from '../../src/errors';
import { TimeLimit } from '../../src/http/time-limit';
import { finishSynchronously } from '../../src/http/on-finished';
import { eventually } from '../helpers/eventually';

/** Runs a test with a response that nobody answers yet, and the connection of its client. */
async function withResponse(
  test: (response: ServerResponse, client: Socket) => Promise<void>,
): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  try {
    client.write('GET / HTTP/1.1\r\nHost: gateway\r\n\r\n');
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
    await test(response, client);
  } finally {
    client.destroy();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

it('comes when the time is over', () =>
  withResponse(async (response) => {
    const [asked, listened] = [new TimeLimit(response, 50), new TimeLimit(response, 50)];
    const { signal } = listened;
    expect(asked.reason).toBeNull();

    await eventually(() => Promise.resolve(asked.reason instanceof TimedOut && signal.aborted), true);

    expect(signal.reason).toBeInstanceOf(TimedOut);
    expect(asked.signal.aborted).toBe(true);
    expect(asked.signal.reason).toBe(asked.reason);
  }));

it('comes when the client is gone', () =>
  withResponse(async (response, client) => {
    const [asked, listened] = [new TimeLimit(response, 60_000), new TimeLimit(response, 60_000)];
    const { signal } = listened;
    client.destroy();

    await eventually(() => Promise.resolve(asked.reason instanceof ClientGone && signal.aborted), true);

    expect(signal.reason).toBeInstanceOf(ClientGone);
  }));

it('comes when the client is gone, also where whoever sends the answer tells its end', () =>
  withResponse(async (response, client) => {
    const over = finishSynchronously(response.req, response);
    const { signal } = new TimeLimit(response, 60_000);
    client.destroy();

    await eventually(() => Promise.resolve(signal.aborted), true);

    expect(signal.reason).toBeInstanceOf(ClientGone);
    over();
  }));

it('never comes for a request that is answered in time', () =>
  withResponse(async (response) => {
    const limit = new TimeLimit(response, 60_000);
    const { signal } = limit;
    response.end('here');
    await once(response, 'close');

    expect(signal.aborted).toBe(false);
    expect(limit.reason).toBeNull();
  }));
