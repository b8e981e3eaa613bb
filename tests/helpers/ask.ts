/** Asks the real schema over a small world, as a client would ask the endpoint. */
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { profilesOf } from '../../src/rdf/profiles/read-profiles';
import { readConfig } from '../../src/config';
import { requestContext } from '../../src/graphql/context';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import type { RowSource } from '../../src/query/rows/cached';
import type { Reader } from '../../src/query/sql';
import type { LanguageTag } from '../../src/resource/text';
import { expectSameOfPlan, rowCacheOf } from './same-of-plan';
import type { SmallWorld } from './small-world';

/** Base of the web addresses of records in the tests. */
export const publicUrl = 'https://num.example.org';

const { limits, root } = readConfig({});
const profiles = profilesOf(root);

export interface Asking {
  variables?: Record<string, unknown>;
  /** What `Accept-Language` prefers. */
  language?: LanguageTag;
  /** Where statements are read, when a test listens in. */
  reader?: Reader;
  /** What is cached between requests; by default nothing. */
  rows?: RowSource;
}

/** The whole answer, as it would be sent. */
export async function ask(
  { store, registry }: SmallWorld,
  query: string,
  { variables, language = 'en', reader = store, rows }: Asking = {},
): Promise<{ data?: unknown; errors?: GraphQLFormattedError[] }> {
  const { schema } = await catalogueSubgraph(registry);
  const { document, errors } = checked(schema, query);
  if (errors.length > 0) return { errors };
  const context = (from: Reader) =>
    requestContext({
      registry,
      schema,
      limits,
      profiles,
      sizeOf: () => 0,
      reader: from,
      rows,
      language,
      publicUrl,
    });
  const result = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: context(reader),
  });
  await expectSameOfPlan(
    schema,
    { document, variables, context: context(store), result },
    rowCacheOf(store, registry),
  );
  return JSON.parse(JSON.stringify(result)) as { data?: unknown; errors?: GraphQLFormattedError[] };
}

/** The data of an answer without errors. */

export async function answer<T>(world: SmallWorld, query: string, asking?: Asking): Promise<T> {
  const { data, errors } = await ask(world, query, asking);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data as T;
}

/** The code and the message with which a request is refused; a test fails when it is answered. */
export async function refusal(
  world: SmallWorld,
  query: string,
  asking?: Asking,
): Promise<{ code: unknown; message: string }> {
  const { errors } = await ask(world, query, asking);
  const [error] = errors ?? [];
  if (!error) throw new Error('It was answered, not refused.');
  return { code: error.extensions?.code, message: error.message };
}

const documents = new Map<string, { document: DocumentNode; errors: GraphQLFormattedError[] }>();

function checked(schema: GraphQLSchema, query: string) {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query);
  const fresh = { document, errors: validate(schema, document).map((error) => error.toJSON()) };
  documents.set(query, fresh);
  return fresh;
}
