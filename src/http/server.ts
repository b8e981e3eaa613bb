/** The HTTP server: its routes in order, listening, and an orderly end. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import { reasonOf, StartFailed } from '../errors';
import { notFound, refused } from './errors';
import { requestLog } from './request-log';

/** A listening server. */
export interface RunningServer {
  /** Where it listens, `http://127.0.0.1:4000`. */
  url: string;
  /** Ends when the requests that run have been answered; those that take too long are cut. */
  stop: () => Promise<void>;
}

/** Counts the requests in work, so that the server can wait for their end. */
export class Drain {
  stopping = false;
  private running = 0;
  private whenIdle: (() => void) | undefined;

  /** @param longest how long running requests may take once the server is to stop, in milliseconds. */
  constructor(private readonly longest: number) {}

  /** Counts a request until its answer is sent or its client has gone. */
  readonly count: RequestHandler = (_request, response, next) => {
    this.running += 1;
    if (this.stopping) response.set('Connection', 'close');
    response.once('close', () => {
      this.running -= 1;
      if (this.running === 0) this.whenIdle?.();
    });
    next();
  };

  /** Resolves when no request runs any more, or when they have had their time. */
  async end(): Promise<void> {
    this.stopping = true;
    if (this.running === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.whenIdle = resolve;
      timer = setTimeout(resolve, this.longest);
    });
    clearTimeout(timer);
  }
}

/**
 * An express application with these routes, in this order.
 * @param unlogged neither logged nor counted: health and metrics must answer while the server stops.
 */
export function expressApp(
  log: Logger,
  drain: Drain,
  unlogged: readonly Router[],
  routes: readonly RequestHandler[],
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  for (const route of unlogged) app.use(route);
  app.use(requestLog(log));
  app.use(drain.count);
  for (const route of routes) app.use(route);
  app.use(notFound);
  app.use(refused);
  return app;
}

/**
 * Listens with an application.
 * @param settings the variables that name the address.
 * @throws StartFailed when the address cannot be had.
 */
export async function listen(
  app: Express,
  drain: Drain,
  { host, port }: { host: string; port: number },
  settings = 'PORT and HOST',
): Promise<RunningServer> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error): void => {
      const remedy = `Set ${settings} to an address that is free.`;
      reject(new StartFailed(`The server cannot listen: ${reasonOf(error)}. ${remedy}`, { cause: error }));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  return { url: urlOf(server), stop: () => close(server, drain) };
}

async function close(server: Server, drain: Drain): Promise<void> {
  await drain.end();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
