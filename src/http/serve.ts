/** What gateways with the catalogue and without have in common: how requests are watched, and what is listened with. */
import type { Router, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Metrics } from '../telemetry/metrics';
import type { Tracing } from '../telemetry/tracing';
import { Drain } from './drain';
import type { GraphQLHandler } from './graphql/handler';
import { localMetricsRoute, serveMetrics } from './metrics-route';
import { alsoBelow, pathOf } from './public-path';
import { RequestLog } from './request-log';
import { expressApp, listen } from './server';
import { Unread } from './slow-readers';
import { watchRequest, watchRequests, type WatchRequest } from './watch-requests';

/** What counts, logs and traces each request, from its arrival until its answer is read. */
export interface Watching {
  log: RequestLog;
  drain: Drain;
  unread: Unread;
  watch: WatchRequest;
  watchAll: RequestHandler;
}

/** @param longestDrain how long running requests may take once the gateway is to stop, in milliseconds. */
export const watching = (
  config: Config,
  { logger, metrics, tracing }: { logger: Logger; metrics: Metrics; tracing: Tracing },
  longestDrain: number,
): Watching => ({
  log: new RequestLog(logger, config),
  drain: new Drain(longestDrain),
  unread: new Unread(config.limits),
  watch: watchRequest(metrics, tracing),
  watchAll: watchRequests(metrics, tracing),
});

export interface Served {
  watching: Watching;
  metrics: Metrics;
  health: Router;
  /** Answers GraphQL requests, before the routes. */
  handler: GraphQLHandler;
  routes: readonly RequestHandler[];
  /** First parts of the paths of records. */
  recordPaths: readonly string[];
}

/** A gateway that listens. */
export interface Serving {
  /** Where it listens. */
  url: string;
  /** Where its metrics are. */
  metricsUrl: string;
  /** Ends when the requests that run have been answered. */
  stop: () => Promise<void>;
  stopMetrics: () => Promise<void>;
}

/** Listens with what is served. @throws StartFailed */
export async function serve(served: Served, config: Config): Promise<Serving> {
  const { metrics, recordPaths, handler, routes } = served;
  const { log, drain, unread, watchAll } = served.watching;
  const unlogged = {
    metrics: config.metrics ? [] : [localMetricsRoute(metrics, config)],
    health: served.health,
  };
  const app = expressApp(log, { drain, unread }, unlogged, [watchAll, ...routes], config);
  const { limits } = config;
  const metricsServer = config.metrics ? await serveMetrics(metrics, { ...config.metrics, limits }) : null;
  const stopMetrics = async (): Promise<void> => metricsServer?.stop();
  const atAllPaths = alsoBelow(pathOf(config.publicUrl), recordPaths, handler.before(app));
  try {
    const { url, stop } = await listen(atAllPaths, drain, config);
    return { url, metricsUrl: `${metricsServer?.url ?? url}/metrics`, stop, stopMetrics };
  } catch (error) {
    await stopMetrics();
    throw error;
  }
}
