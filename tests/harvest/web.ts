/** Servers of others, on two addresses of this machine: 127.0.0.2 stands for the public internet, 127.0.0.1 for the operator's network. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fetcher, type FetcherOptions } from '../../src/harvest/fetching/fetcher';
import { isPublic } from '../../src/harvest/fetching/reachable';

export interface Site {
  /** Without slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The paths that were asked, without robots.txt. */
  readonly asked: string[];
  readonly requests: IncomingMessage[];
  /** Connections that were opened. */
  connections: number;
}

const open: Server[] = [];

/** Serves on an address until `closeSites`. */
export async function site(listener: RequestListener, host = '127.0.0.2'): Promise<Site> {
  const server = createServer((request, response) => {
    // A host without rules.
    if (request.url === '/robots.txt' && !listensToRobots.has(listener)) {
      response.writeHead(404).end();
      return;
    }
    if (request.url !== '/robots.txt') {
      result.asked.push(request.url ?? '');
      result.requests.push(request);
    }
    listener(request, response);
  });
  const result: Site = { url: '', port: 0, asked: [], requests: [], connections: 0 };
  server.on('connection', () => (result.connections += 1));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  open.push(server);
  const { port } = server.address() as AddressInfo;
  return Object.assign(result, { url: `http://${host}:${port}`, port });
}

const listensToRobots = new WeakSet<RequestListener>();
/** A listener that answers for robots.txt, too. */
export const withRobots = (listener: RequestListener): RequestListener => {
  listensToRobots.add(listener);
  return listener;
};

/** Pages by path; what is not among them is 404. */
export const pages =
  (
    byPath: Readonly<Record<string, string | ((response: ServerResponse, request: IncomingMessage) => void)>>,
    type = 'text/turtle',
  ): RequestListener =>
  (request, response) => {
    const page = byPath[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'function') page(response, request);
    else response.writeHead(200, { 'content-type': type }).end(page);
  };

export const redirect = (to: string) => (response: ServerResponse) =>
  void response.writeHead(302, { location: to }).end();

export async function closeSites(): Promise<void> {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const fetchers: Fetcher[] = [];

/** A fetcher that waits only shortly, and may go out to 127.0.0.2. */
export function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = new Fetcher({
    mayReach: (address) => address === '127.0.0.2' || isPublic(address),
    agentName: 'num-gateway/test',
    robots: 'obeyed',
    now: () => new Date('2026-11-30T12:00:00Z'),
    signal: new AbortController().signal,
    ...options,
    limits: { firstWait: 1, milliseconds: 5_000, ...options.limits },
  });
  fetchers.push(made);
  return made;
}

export async function closeFetchers(): Promise<void> {
  for (const each of fetchers.splice(0)) await each.close();
}
