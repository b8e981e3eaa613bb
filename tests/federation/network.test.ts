/** The way to a neighbour in a hospital: certificates of its own authority, a proxy, and pauses that it asks for. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { proxyOfEnvironment, type ConnectionSettings } from '../../src/federation/remote/connections';
import { Remote } from '../../src/federation/remote/remote';
import type { RemoteSettings } from '../../src/federation/remote/remote-settings';
import type { FederatedContext } from '../../src/federation/gateway/engine';
import { usualSettings } from '../../src/federation/linking/remotes';
import { linked, scans, scansSdl } from './linked-gateway';
import { Neighbour, type Fault } from './neighbour';

const folder = join(__dirname, '../fixtures/tls');
const pem = (name: string): string => readFileSync(join(folder, name), 'utf8');
const certificate = { cert: pem('server.pem'), key: pem('server.key') };
const forClients = {
  ...certificate,
  ca: pem('hospital-ca.pem'),
  requestCert: true,
  rejectUnauthorized: true,
};
const ours = { ca: pem('hospital-ca.pem'), cert: pem('client.pem'), key: pem('client.key') };
const direct: ConnectionSettings = { tls: null, proxy: null, ofEnvironment: {} };

const neighbours: Neighbour[] = [];
const neighbour = async (tls: Parameters<typeof Neighbour.start>[3] = null): Promise<Neighbour> => {
  const started = await Neighbour.start('scans', scansSdl, scans, tls);
  neighbours.push(started);
  return started;
};
const proxies: Proxy[] = [];
afterEach(() =>
  Promise.all([
    ...neighbours.splice(0).map((each) => each.stop()),
    ...proxies.splice(0).map((each) => each.stop()),
  ]),
);

const remoteOf = (url: string, connection: Partial<ConnectionSettings>, more: Partial<RemoteSettings> = {}) =>
  new Remote({ ...usualSettings, name: 'scans', url, connection: { ...direct, ...connection }, ...more });
const sdlFrom = (remote: Remote): Promise<string> => remote.sdl(new AbortController().signal);

/** A proxy as hospitals have them: it lets connections through to those who ask by CONNECT. */
class Proxy {
  readonly asked: { target: string | undefined; authorization: string | undefined }[] = [];
  status = 200;
  private readonly sockets = new Set<Socket>();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server);
    server.on('connect', ({ url, headers }, socket: Socket) => {
      proxy.asked.push({ target: url, authorization: headers['proxy-authorization'] });
      if (proxy.status !== 200) {
        socket.end(`HTTP/1.1 ${proxy.status} No\r\n\r\n`);
        return;
      }
      const { hostname, port } = new URL(`http://${url}`);
      const onward = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      for (const each of [socket, onward]) {
        proxy.sockets.add(each);
        each.on('error', () => undefined);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    proxies.push(proxy);
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const each of this.sockets) each.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('by TLS', () => {
  it('a service is reached that has a certificate of its own authority, and asks for ours', async () => {
    const { url } = await neighbour(forClients);

    expect(await sdlFrom(remoteOf(url, { tls: ours }))).toContain('scans: Int');
  });

  it.each([
    ['whose authority is not trusted', certificate, null, /unable to .*certificate|UNABLE_TO_/i],
    [
      'whose authority is another',
      certificate,
      { ca: pem('other-ca.pem') },
      /unable to .*certificate|UNABLE_TO_/i,
    ],
    ['that asks for a certificate of ours', forClients, { ca: ours.ca }, /alert|ECONNRESET|closed/i],
  ])('none is reached %s, and the reason is known to operators alone', async (_, theirs, tls, reason) => {
    const { url } = await neighbour(theirs);
    const remote = remoteOf(url, { tls });

    const { message, cause } = (await sdlFrom(remote).catch((error: unknown) => error)) as Error;

    expect(message).toBe('The subgraph "scans" could not be reached.');
    expect(cause).toMatchObject({ fault: 'UNREACHABLE', detail: expect.stringMatching(reason) as unknown });
    expect(remote.health.lastError?.detail).toMatch(reason);
  });
});

describe('through a proxy', () => {
  const target = ({ url }: Neighbour): string => new URL(url).host;

  it('a service is reached by the address of its entry, with credentials, and TLS goes through it', async () => {
    const [proxy, racoon] = await Promise.all([Proxy.start(), neighbour(forClients)]);
    const through = { url: proxy.url, authorization: 'Basic dXNlcg==' };

    expect(await sdlFrom(remoteOf(racoon.url, { tls: ours, proxy: through }))).toContain('scans: Int');
    expect(proxy.asked).toEqual([{ target: target(racoon), authorization: 'Basic dXNlcg==' }]);
  });

  it.each([
    ['HTTPS_PROXY says so', (url: string) => ({ HTTPS_PROXY: url }), null, 1],
    [
      'https_proxy says so',
      (url: string) => ({ https_proxy: url, HTTPS_PROXY: 'http://127.0.0.1:1' }),
      null,
      1,
    ],
    ['NO_PROXY names the host', (url: string) => ({ HTTPS_PROXY: url, NO_PROXY: 'localhost' }), null, 0],
    ['its entry says none', (url: string) => ({ HTTPS_PROXY: url }), 'none' as const, 0],
    ['only HTTP_PROXY is set', (url: string) => ({ HTTP_PROXY: url }), null, 1],
  ])('or not, where %s', async (_, environment, proxy, times) => {
    const [asked, racoon] = await Promise.all([Proxy.start(), neighbour(certificate)]);
    const variables: Record<string, string> = environment(asked.url);
    const ofEnvironment = proxyOfEnvironment((name) => variables[name]);

    await sdlFrom(remoteOf(racoon.url, { tls: { ca: ours.ca }, proxy, ofEnvironment }));

    expect(asked.asked).toHaveLength(times);
  });

  it('that refuses, the reason is known', async () => {
    const [proxy, racoon] = await Promise.all([Proxy.start(), neighbour(certificate)]);
    proxy.status = 403;
    const remote = remoteOf(racoon.url, { tls: { ca: ours.ca }, proxy: { url: proxy.url } });

    await expect(sdlFrom(remote)).rejects.toThrow('could not be reached');
    expect(remote.health.lastError?.detail).toContain('Proxy response (403)');
  });
});

describe('a service that asks for a pause', () => {
  const context: FederatedContext = { signal: new AbortController().signal, clientHeaders: {} };
  const ask = (remote: Remote) =>
    remote.ask({
      subgraph: 'scans',
      kind: 'query',
      query: '{ machines { serial } }',
      variables: {},
      context,
    });
  const asking =
    (status: number, after: string): Fault =>
    (response) =>
      response
        .writeHead(status, { 'retry-after': after, 'content-type': 'application/json' })
        .end('{"errors":[]}');

  it.each([
    [429, '30', 30],
    [503, '30', 30],
    [503, 'Tue, 01 Dec 2026 12:00:45 GMT', 45],
    [429, '86400', 600],
  ])('by %i and Retry-After: %s is asked again only after %i seconds', async (status, after, seconds) => {
    const racoon = await neighbour();
    let now = Date.parse('2026-12-01T12:00:00Z');
    const settings = { ...usualSettings, name: 'scans', url: racoon.url };
    const remote = new Remote(settings, { now: () => new Date(now) });
    racoon.fault = asking(status, after);

    await expect(ask(remote)).rejects.toMatchObject({ fault: 'HTTP_STATUS' });
    racoon.fault = null;
    for (let time = 0; time < 20; time++)
      await expect(ask(remote)).rejects.toMatchObject({ fault: 'TOLD_TO_WAIT' });
    await expect(sdlFrom(remote)).rejects.toThrow('asked to be left alone for a while');
    now += seconds * 1_000 - 1;
    await expect(ask(remote)).rejects.toMatchObject({ fault: 'TOLD_TO_WAIT' });
    expect([racoon.asked.length, racoon.looks]).toEqual([1, 0]);

    now += 1;
    expect(await ask(remote)).toMatchObject({ data: { machines: [{ serial: 'M1' }] } });
  });
});

it('sends the context of the trace only where the entry says so', async () => {
  const racoon = await neighbour();
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const context: FederatedContext = {
    signal: new AbortController().signal,
    clientHeaders: {},
    trace: { fetch: (_, run) => run({ traceparent }) },
  };
  for (const traceContext of [false, true])
    await remoteOf(racoon.url, {}, { traceContext }).ask({
      subgraph: 'scans',
      kind: 'query',
      query: '{ machines { serial } }',
      variables: {},
      context,
    });

  expect(racoon.asked.map(({ headers }) => headers.traceparent)).toEqual([undefined, traceparent]);
});

it('a gateway reaches a hospital by certificates, and tells the cause of a failure to its log alone', async () => {
  const racoon = await neighbour(forClients);
  const more = `    tls:
      ca: ${join(folder, 'hospital-ca.pem')}
      cert: ${join(folder, 'client.pem')}
      key: ${join(folder, 'client.key')}
`;
  const { gateway, end } = await linked([racoon], { more });
  const question = '{ infrastructures { nodes { scans } } }';
  expect((await gateway.ask(question)).json).toMatchObject({
    data: { infrastructures: { nodes: [{ scans: 5 }, { scans: 6 }] } },
  });

  await racoon.stop();
  const { text } = await gateway.ask(question);
  expect(text).toContain('could not be reached');
  expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|localhost/);
  const said = gateway.log.find(({ msg }) => msg === 'A subgraph is unavailable');
  expect(said).toMatchObject({
    subgraph: 'scans',
    code: 'UNREACHABLE',
    reason: expect.stringMatching(/ECONNREFUSED|other side closed/) as unknown,
  });
  await end();
});
