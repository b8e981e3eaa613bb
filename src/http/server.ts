/** The HTTP server: the order of its routes, listening, and graceful shutdown. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression, { type CompressionFilter } from 'compression';
import express, { type Express, type Request, type RequestHandler, type Router } from 'express';
import type { Config } from '../config';
import { reasonOf, StartFailed } from '../errors';
import { crossOrigin, securityHeaders } from './api-headers';
import type { Drain } from './drain';
import { worthCompressing } from './encoding';
import { checkEncoding } from './address';
import { refused, type ErrorPageOf } from './error-forms';
import { notFound } from './errors';
import { allowHeader } from './methods';
import { pathOf } from './public-path';
import type { RequestLog } from './request-log';
import { refuseUnparsed } from './unparsed-requests';
import type { Unread } from './slow-readers';
import { wellFormed } from './well-formed';

/** A listening server. */
export interface RunningServer {
  /** Its URL, such as `http://127.0.0.1:4000`. */
  url: string;
  /** Stops after running requests were answered. Those that take too long are cut off. */
  stop: () => Promise<void>;
}

/** Tables are excluded. They are sent at the client's speed, and the middleware would hide the connection's backpressure. */
const isNoFile: CompressionFilter = (request, response) =>
  !response.hasHeader('Content-Disposition') && compression.filter(request, response);

/** Refuses URLs with invalid escapes. */
const readable: RequestHandler = ({ url }, _response, next) => {
  checkEncoding(url);
  next();
};

/**
 * An express application with these routes in this order.
 * @param pageOfError the page of an error, where there are pages
 * @param unlogged routes that are called frequently: the metrics, which are not open to other origins, and the health checks
 */
export function expressApp(
  log: RequestLog,
  { drain, unread }: { drain: Drain; unread: Unread },
  unlogged: { metrics: readonly Router[]; health: Router },
  routes: readonly RequestHandler[],
  pageOfError: ErrorPageOf | undefined,
  config: Pick<Config, 'corsOrigins' | 'trustProxy' | 'publicUrl'>,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxy);
  Object.defineProperty(app.request, 'ip', {
    configurable: true,
    get(this: Request) {
      return log.addressOf(this);
    },
  });
  // First, because later middleware may defer to another turn of the event loop.
  app.use(drain.count);
  app.use(allowHeader);
  app.use(securityHeaders());
  for (const route of unlogged.metrics) app.use(route);
  app.use(crossOrigin(config), unlogged.health);
  app.use(log.each);
  app.use(readable);
  app.use(compression({ threshold: worthCompressing, filter: isNoFile }));
  // Behind compression, which may hold an answer back until its client has read a part of it.
  app.use(unread.watchAll);
  for (const route of routes) app.use(route);
  app.use(notFound(pathOf(config.publicUrl)));
  app.use(refused(pathOf(config.publicUrl), pageOfError));
  return app;
}

/**
 * How long an idle connection is kept open, in milliseconds. It must be longer than that of load balancers (usually 60 seconds):
 * otherwise one may send a request on a connection that we are closing, and answer 502.
 */
const keepAliveTimeout = 75_000;

/**
 * Starts listening.
 * @param settings the variables with the address, for messages
 * @throws StartFailed when the address is not available
 */
export async function listen(
  app: RequestListener,
  drain: Drain,
  { host, port, limits }: Pick<Config, 'host' | 'port' | 'limits'>,
  settings = 'PORT and HOST',
): Promise<RunningServer> {
  const { headersTimeout, requestTimeout } = limits;
  const connectionsCheckingInterval = Math.min(1_000, headersTimeout, requestTimeout);
  const timeouts = { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval };
  // A missing or repeated `Host` is refused by `wellFormed`, with an error like all others.
  const server = createServer({ ...timeouts, requireHostHeader: false }, wellFormed(app));
  server.on('clientError', refuseUnparsed);
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
