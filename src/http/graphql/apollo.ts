/** Apollo Server as the fallback executor. It answers operations without a plan, and reports every error with its path. */
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { ApolloGateway } from '../../federation/gateway/apollo-gateway';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import { boundAnswers } from '../answer-bytes';
import { isReading } from '../methods';
import { plainData, WrittenData } from '../../graphql/written-data';
import {
  formatter,
  reportCost,
  reportOutcome,
  useDocument,
  watchOperations,
  type HttpContext,
} from './apollo-plugins';
import { mostValidationErrors } from './operation-cache';
import type { ReceivedParams } from './params';

/** The schema, or the gateway over several subgraphs. */
export type Answering = { schema: GraphQLSchema } | { gateway: ApolloGateway };

/** A serialised answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  readonly text: string;
}

export class FallbackExecutor {
  private constructor(private readonly server: ApolloServer<HttpContext>) {}

  /**
   * @param tokens maximum number of tokens in a document
   * @param suggests whether errors may suggest names of the schema
   */
  static async start(
    answering: Answering,
    { tokens, suggests }: { tokens: number; suggests: boolean },
  ): Promise<FallbackExecutor> {
    const server = new ApolloServer<HttpContext>({
      ...answering,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: !suggests,
      formatError: formatter(suggests),
      parseOptions: { maxTokens: tokens },
      validationOptions: { maxErrors: mostValidationErrors },
      // Persisted queries would bypass the measurement. Trusted documents are supported instead.
      persistedQueries: false,
      // Cross-site requests are checked earlier, for tables as well: other-sites.ts.
      csrfPrevention: false,
      // The operation cache already keeps documents.
      documentStore: null,
      // Signals are handled by the process.
      stopOnTerminationSignals: false,
      stringifyResult: textOfResult,
      plugins: [
        useDocument,
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        watchOperations,
        boundAnswers,
        reportCost,
        reportOutcome,
      ],
    });
    await server.start();
    return new FallbackExecutor(server);
  }

  /**
   * Executes a request.
   * @param jsonType the JSON media type that the client accepts
   */
  async answer(params: ReceivedParams, jsonType: string, contextValue: HttpContext): Promise<Answer> {
    const { req: request } = contextValue.response;
    const contentType = request.headers['content-type'];
    const headers = new HeaderMap([['accept', jsonType]]);
    if (contentType !== undefined) headers.set('content-type', contentType);
    const parts = isReading(request)
      ? { method: 'GET', search: `?${searchOf(params)}`, body: {} }
      : { method: 'POST', search: '', body: params };
    const {
      status = 200,
      headers: answered,
      body,
    } = await this.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { ...parts, headers },
      context: () => Promise.resolve(contextValue),
    });
    if (body.kind !== 'complete') throw new Error('No answer comes in parts.');
    return { status, headers: answered, text: body.string };
  }

  /** Executes a query of the gateway itself. */
  async result(params: GraphQLParams, contextValue: HttpContext): Promise<FormattedExecutionResult> {
    const { body } = await this.server.executeOperation(params, { contextValue });
    return withPlainData(body.kind === 'single' ? body.singleResult : body.initialResult);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** The query string of received parameters. */
function searchOf({ query, operationName, variables, extensions }: ReceivedParams): string {
  const parameters = new URLSearchParams();
  if (query !== undefined) parameters.set('query', query);
  if (operationName !== undefined) parameters.set('operationName', operationName);
  if (variables) parameters.set('variables', JSON.stringify(variables));
  if (extensions) parameters.set('extensions', JSON.stringify(extensions));
  return parameters.toString();
}

const withPlainData = ({ data, ...others }: FormattedExecutionResult): FormattedExecutionResult => ({
  ...others,
  ...(data !== undefined && { data: plainData(data) }),
});

/** Serialises a result. Data that are already text are inserted unchanged. */
function textOfResult(result: FormattedExecutionResult): string {
  const { data, ...others } = result;
  if (!(data instanceof WrittenData)) return `${JSON.stringify(result)}\n`;
  const more = JSON.stringify(others);
  return `{"data":${data.text}${more === '{}' ? '' : `,${more.slice(1, -1)}`}}\n`;
}
