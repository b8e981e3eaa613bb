/** Sets up federation around our own part of the graph. */
import type { Logger } from 'pino';
import type { Config } from './config';
import { catalogueSdlForClients, catalogueSubgraph } from './federation/catalogue-subgraph';
import type { Federation } from './federation/linking/federation';
import type { LocalSubgraph } from './federation/linking/local-subgraph';
import { registry } from './registry';
import { Plans, type FallbackReason } from './query/plan/plans';
import type { Registry } from './resource/registry';
import type { Metrics } from './telemetry/metrics';
import { SubgraphMetrics } from './telemetry/subgraph-metrics';

/** Our own part of the graph, under the name by which a supergraph refers to it. */
export async function ourPart(of: Registry): Promise<LocalSubgraph> {
  const { schema } = await catalogueSubgraph(of);
  return { name: 'num', sdl: await catalogueSdlForClients(of), schema };
}

/** Sets up federation if it is configured. Otherwise its code is not even loaded. */
export async function federationOf(
  { federation, plans: isPlanning }: Config,
  log: Logger,
  metrics: Metrics,
): Promise<Federation | null> {
  if (federation.subgraphsFile === null && federation.supergraph === null) return null;
  const { openFederation } = await import('./federation/linking/federation.js');
  const counts = new SubgraphMetrics(metrics.registry);
  const ours = await ourPart(registry);
  const { schema } = ours;
  const onFallback = (left: FallbackReason) => metrics.planFellBack(left);
  const plans = isPlanning ? new Plans({ schema, registry, onFallback }) : undefined;
  return openFederation(federation, { local: { ...ours, plans }, log, counts });
}
