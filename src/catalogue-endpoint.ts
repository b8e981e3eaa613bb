/** The GraphQL endpoint of the catalogue, connected with what it reads by and is watched by. */
import type { Config } from './config';
import { catalogueSubgraph } from './federation/catalogue-subgraph';
import type { Federation } from './federation/linking/federation';
import { catalogueContext } from './http/catalogue-context';
import { graphqlEndpoint, type Endpoint } from './http/graphql/endpoint';
import type { Rate } from './http/rate';
import type { Watching } from './http/serve';
import { editionOf } from './http/tables/identity';
import { onlyTrusted, readTrustedDocuments } from './http/trusted-documents';
import { Plans } from './query/plan/plans';
import { profilesOf } from './rdf/profiles/read-profiles';
import type { CatalogueReading } from './catalogue-reading';
import { registry } from './registry';
import type { Store } from './store/store';
import type { Metrics } from './telemetry/metrics';

/** The gateway's own addresses. */
interface Addresses {
  publicUrl: () => string;
  publicPath: string;
}

/** The parts of the catalogue's endpoint. */
interface EndpointParts {
  store: Store;
  reading: CatalogueReading;
  federation: Federation | null;
  watching: Watching;
  metrics: Metrics;
  addresses: Addresses;
  rate: Rate;
}

/** Makes the endpoint of the catalogue; with a federation, it answers for all subgraphs. */
export async function endpointOf(config: Config, parts: EndpointParts): Promise<Endpoint> {
  const { store, reading, federation, watching, metrics, addresses, rate } = parts;
  const { reader, shared, rowCache, sizes } = reading;
  const { limits, memory, trustedDocuments } = config;
  const { publicUrl, publicPath } = addresses;
  const { schema } = await catalogueSubgraph(registry);
  return graphqlEndpoint({
    answering: federation ?? { schema },
    catalogue: {
      reader,
      learn: (version) => store.version.learn(version),
      edition: () => editionOf(publicUrl()),
      publicPath,
      publicUrl,
      plansOf: config.plans
        ? (onGrown) =>
            new Plans({
              schema,
              registry,
              // With several subgraphs, the federation's engine plans what touches the others.
              isAnswered: federation?.gateway.answersAlone,
              onFallback: (left) => metrics.planFellBack(left),
              onGrown,
            })
        : null,
      versions: () => store.version.versions(),
      counted: sizes.counted,
    },
    contextOf: catalogueContext({
      registry,
      reader,
      shared,
      rowCache,
      publicUrl,
      limits,
      profiles: profilesOf(config.root),
      sizeOf: sizes.of,
      subgraphs: federation?.reports,
    }),
    limits,
    memory: { documents: memory.documents, requests: memory.requests, answers: memory.answers },
    sizeOf: sizes.of,
    rate,
    readers: config,
    ...(trustedDocuments !== null && {
      trusted: onlyTrusted(await readTrustedDocuments(trustedDocuments)),
    }),
    ...watching,
  });
}
