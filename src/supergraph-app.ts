/** The gateway without the catalogue: serves a supergraph that was composed elsewhere. */
import type { Router } from 'express';
import { pino, type Logger } from 'pino';
import type { Config } from './config';
import { reasonOf, StartFailed } from './errors';
import { warnWithoutPlanner } from './federation/gateway/make-engine';
import { ReadySupergraph } from './federation/linking/ready-supergraph';
import { Remotes } from './federation/linking/remotes';
import { supergraphAt } from './federation/linking/supergraph-source';
import { proxyOfEnvironment } from './federation/remote/connections';
import { announcingTo } from './federation/remote/announce';
import type { SubgraphCounts } from './federation/remote/watch';
import { graphqlEndpoint } from './http/graphql/endpoint';
import { health } from './http/health';
import { Rate } from './http/rate';
import type { Drain } from './http/drain';
import { serve, watching } from './http/serve';
import { Metrics } from './telemetry/metrics';
import { SubgraphMetrics } from './telemetry/subgraph-metrics';
import { noTracing } from './telemetry/tracing';

/** A running gateway over a supergraph. */
export interface SupergraphApp {
  /** Its URL. */
  url: string;
  /** Reloads the supergraph. Running requests are finished with the former one. */
  reload: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Interval for reading the supergraph again, in milliseconds. */
const readEvery = 1_000;
const longestDrain = 10_000;

/**
 * Serves a supergraph.
 * @param place its file or URL
 * @throws StartFailed when there is no usable supergraph
 */
export async function startSupergraph(
  place: string,
  config: Config,
  { log }: { log?: Logger } = {},
): Promise<SupergraphApp> {
  const logger = log ?? pino({ level: config.logLevel });
  const metrics = new Metrics([]);
  const counts: SubgraphCounts = new SubgraphMetrics(metrics.registry);
  const watch = { ...counts, ...announcingTo(logger) };
  const remotes = new Remotes({ watch });
  await warnWithoutPlanner(logger);
  const ready = await ReadySupergraph.open({
    read: supergraphAt(place, proxyOfEnvironment(config.federation.read)),
    callerOf: ({ subgraphs }) => remotes.callerOf(subgraphs),
    note: (fault) => remotes.note(fault),
    every: readEvery,
    onRefused: (error) => logger.warn({ reason: reasonOf(error) }, 'The supergraph was not exchanged'),
  }).catch((error: unknown) => {
    throw new StartFailed(`The supergraph ${place} cannot be served: ${reasonOf(error)}`, { cause: error });
  });
  const { limits } = config;
  const watched = watching(config, { logger, metrics, tracing: noTracing }, longestDrain);
  const endpoint = await graphqlEndpoint({
    answering: { gateway: ready.gateway },
    catalogue: null,
    contextOf: () => ({}),
    limits,
    memory: { documents: config.memory.documents, requests: config.memory.requests, answers: 0 },
    sizeOf: () => 0,
    rate: new Rate(limits.costPerMinute),
    readers: config,
    ...watched,
  });
  const { handler } = endpoint;
  const served = { watching: watched, metrics, health: living(watched.drain), handler };
  const serving = await serve({ ...served, routes: [], recordPaths: [] }, config).catch((error: unknown) => {
    ready.stop();
    throw error;
  });
  return {
    url: serving.url,
    reload: () => ready.reload(),
    stop: async () => {
      ready.stop();
      await serving.stop();
      await Promise.all([endpoint.stop(), serving.stopMetrics()]);
    },
  };
}

/** Without a database, the process is ready as long as it is not stopping. */
const living = (drain: Drain): Router =>
  health({ check: () => Promise.resolve(), stopping: () => drain.stopping });
