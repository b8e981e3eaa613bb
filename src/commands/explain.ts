/** `num-gateway explain` */
import { parse, validate } from 'graphql';
import type { Config } from '../config';
import { StartFailed } from '../errors';
import { catalogueSubgraph } from '../federation/catalogue-subgraph';
import { requestContext } from '../graphql/context';
import { estimate } from '../graphql/cost/estimate';
import { profilesOf } from '../rdf/profiles/read-profiles';
import { openStore, registry } from '../open-store';
import { explain, type ExplainedStep, type Explanation } from '../query/plan/explain';
import { RowCache } from '../query/rows/row-cache';
import { Sizes } from '../query/sizes';
import { counted } from '../words';

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
  try {
    const { schema } = await catalogueSubgraph(registry);
    const document = documentOf(query);
    const [fault] = validate(schema, document);
    if (fault) throw new StartFailed(`The query is not valid: ${fault.message}`);
    const values = variablesOf(variables);
    const sizes = new Sizes(store, registry);
    await sizes.renew();
    const params = {
      query,
      variables: values,
      ...(operation !== undefined && { operationName: operation }),
    };
    const { cost, refusal } = estimate(params, { schema, limits: config.limits, sizeOf: sizes.of });
    console.log(`Estimated cost: ${cost.estimated} of at most ${cost.limit}.`);
    if (refusal) console.log(`The endpoint would refuse it: ${refusal.message}`);
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
    const shared = { registry, schema, limits, sizeOf: sizes.of, language, rows };
    const profiles = profilesOf(config.root);
    const explained = () =>
      explain(document, operation, values, {
        schema,
        registry,
        reader: store,
        contextOf: (reader) =>
          requestContext({ ...shared, reader, profiles, publicUrl: config.publicUrl ?? 'http://127.0.0.1' }),
      });
    // The first run fills the cache.
    if (cached) await explained();
    console.log(shown(await explained()));
  } finally {
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

function shown({ steps, fallback, length }: Explanation): string {
  if (fallback && 'field' in fallback)
    return `The fallback executor answers it as a whole: there is no plan for ${fallback.field}.`;
  if (fallback)
    return `The fallback executor answers it, which tells the error: ${(fallback.error as Error).message}`;
  const reading = steps.filter(({ reads, statements }) => reads !== 'resolver' || statements.length > 0);
  const statements = steps.flatMap((step) => step.statements);
  const total = `${counted(statements.length, 'statement')}, ${counted(length ?? 0, 'character')} of JSON.`;
  return [...reading.map(shownStep), total].join('\n');
}

const how: Record<ExplainedStep['reads'], string> = {
  list: 'a page for each of',
  record: 'the record of each of',
  resolver: 'by its resolver, for each of',
};

function shownStep({ path, field, reads, parents, statements }: ExplainedStep): string {
  const indent = '  '.repeat(path.length - 1);
  const from = statements.length > 0 ? '' : ', from memory';
  const head = `${indent}${path.join('.')} (${field}): ${how[reads]} ${parents}${from}`;
  const lines = statements.map(
    ({ text, rows, milliseconds }) =>
      `${indent}  ${counted(rows, 'row')}, ${milliseconds.toFixed(1)} ms: ${text}`,
  );
  return [head, ...lines].join('\n');
}
