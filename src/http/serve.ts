/** What gateways with and without the catalogue share: observation of requests, and listening. */
import type { Router, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Metrics } from '../telemetry/metrics';
import type { Tracing } from '../telemetry/tracing';
import { Drain } from './drain';
import type { ErrorPageOf } from './error-forms';
import type { GraphQLHandler } from './graphql/handler';
import { localMetricsRoute, serveMetrics } from './metrics-route';
import { alsoBelow, pathOf } from './public-path';
import { RequestLog } from './request-log';
import { expressApp, listen } from './server';
import { Unread } from './slow-readers';
import { watchRequest, watchRequests, type WatchRequest } from './watch-requests';

/** Observes each request from its arrival until its answer is read: counting, log, traces. */
export interface Watching {
  log: RequestLog;
  drain: Drain;
  unread: Unread;
  watch: WatchRequest;
  watchAll: RequestHandler;
}

/** @param longestDrain milliseconds that running requests may take after the stop */
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
  /** Answers GraphQL requests before express. */
  handler: GraphQLHandler;
  routes: readonly RequestHandler[];
  /** The page of an error, where there are pages. */
  pageOfError?: ErrorPageOf;
  /** First path segments of records. */
  recordPaths: readonly string[];
}

/** A listening gateway. */
export interface Serving {
  /** Its URL. */
  url: string;
  /** The URL of its metrics. */
  metricsUrl: string;
  /** Stops after running requests were answered. */
  stop: () => Promise<void>;
  stopMetrics: () => Promise<void>;
}

/** Starts listening. @throws StartFailed */
export async function serve(served: Served, config: Config): Promise<Serving> {
  const { metrics, recordPaths, handler, routes, pageOfError } = served;
  const { log, drain, unread, watchAll } = served.watching;
  const unlogged = {
    metrics: config.metrics ? [] : [localMetricsRoute(metrics, config)],
    health: served.health,
  };
  const app = expressApp(log, { drain, unread }, unlogged, [watchAll, ...routes], pageOfError, config);
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
