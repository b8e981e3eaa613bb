/** `num-gateway explain` */
import { parse, validate } from 'graphql';
import type { Config } from '../config';
import { StartFailed } from '../errors';
import { catalogueSubgraph } from '../federation/catalogue-subgraph';
import { requestContext } from '../graphql/context';
import { estimate } from '../graphql/cost/estimate';
import { profilesOf } from '../rdf/profiles/read-profiles';
import { openStore } from '../open-store';
import { registry } from '../registry';
import { explain } from '../query/plan/explain';
import { RowCache } from '../query/rows/row-cache';
import { Sizes } from '../query/sizes';
import type { Reader } from '../query/sql';
import { FederatedGraph } from './explain/federated-graph';
import { shown, shownFederated } from './explain/as-text';

export interface ExplainCommandOptions {
  /** The variables as JSON. */
  variables?: string;
  operation?: string;
  language: 'de' | 'en';
  /** Show the statements of a run with a warm row cache. */
  cached?: boolean;
}

/** Prints the plan of a query with its statements. @throws StartFailed for an invalid query */
export async function explainCommand(
  query: string,
  { variables, operation, language, cached = false }: ExplainCommandOptions,
  config: Config,
): Promise<void> {
  const store = await openStore(config);
  let graph: FederatedGraph | null = null;
  try {
    const sizes = new Sizes(store, registry);
    await sizes.renew();
    const { limits } = config;
    const rows = cached
      ? new RowCache({
          ...config.rowCache,
          reader: store,
          registry,
          version: store.version,
          longest: limits.deadline,
        })
      : undefined;
    const { schema: ours } = await catalogueSubgraph(registry);
    const shared = { registry, schema: ours, limits, sizeOf: sizes.of, language, rows };
    const profiles = profilesOf(config.root);
    const publicUrl = config.publicUrl ?? 'http://127.0.0.1';
    const contextOf = (reader: Reader) => requestContext({ ...shared, reader, profiles, publicUrl });
    graph = await FederatedGraph.open({ config, reader: store, contextOf });
    const schema = graph?.schema ?? ours;
    const document = documentOf(query);
    const [fault] = validate(schema, document);
    if (fault) throw new StartFailed(`The query is not valid: ${fault.message}`);
    const values = variablesOf(variables);
    const params = {
      query,
      variables: values,
      ...(operation !== undefined && { operationName: operation }),
    };
    const { cost, refusal } = estimate(params, { schema, limits, sizeOf: sizes.of });
    console.log(`Estimated cost: ${cost.estimated} of at most ${cost.limit}.`);
    if (refusal) console.log(`The endpoint would refuse it: ${refusal.message}`);
    const around = { schema: ours, registry, reader: store, contextOf };
    const federated = graph?.isOurs(document, operation) === false ? graph : null;
    const explained = async (): Promise<string> =>
      federated
        ? shownFederated(await federated.explain(document, operation, values, contextOf(store)))
        : shown(await explain(document, operation, values, around));
    // The first run fills the cache.
    if (cached) await explained();
    console.log(await explained());
  } finally {
    await graph?.stop();
    await store.close();
  }
}

function documentOf(query: string) {
  try {
    return parse(query);
  } catch (error) {
    throw new StartFailed(`The query cannot be read: ${(error as Error).message}`);
  }
}

function variablesOf(text = '{}'): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new StartFailed(
      `--variables takes the text of a JSON object, not ${JSON.stringify(text.slice(0, 60))}.`,
    );
  }
}
