/** Sets up federation around our own part of the graph. */
import type { Logger } from 'pino';
import type { Config } from './config';
import { catalogueSdlForClients, catalogueSubgraph } from './federation/catalogue-subgraph';
import type { Federation } from './federation/linking/federation';
import type { LocalSubgraph } from './federation/linking/local-subgraph';
import { registry } from './open-store';
import type { Registry } from './resource/registry';
import type { Metrics } from './telemetry/metrics';
import { SubgraphMetrics } from './telemetry/subgraph-metrics';

/** Our own part of the graph, under the name by which a supergraph refers to it. */
export const ourPart = async (of: Registry): Promise<LocalSubgraph> => ({
  name: 'num',
  sdl: await catalogueSdlForClients(of),
  schema: (await catalogueSubgraph(of)).schema,
});

/** Sets up federation if it is configured. Otherwise its code is not even loaded. */
export async function federationOf(
  { federation }: Config,
  log: Logger,
  { registry: metrics }: Metrics,
): Promise<Federation | null> {
  if (federation.subgraphsFile === null && federation.supergraph === null) return null;
  const { openFederation } = await import('./federation/linking/federation.js');
  const counts = new SubgraphMetrics(metrics);
  return openFederation(federation, { local: await ourPart(registry), log, counts });
}
