/** Explains a query that crosses to other subgraphs: which fetch goes where, in which order, and what our part of it reads. */
import {
  execute,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { Config } from '../../config';
import { reasonOf } from '../../errors';
import type { FederatedContext, SubgraphAnswer, SubgraphCall } from '../../federation/gateway/engine';
import type { Federation } from '../../federation/linking/federation';
import type { LocalSubgraph } from '../../federation/linking/local-subgraph';
import { plainData } from '../../graphql/written-data';
import { ourPart } from '../../open-federation';
import { registry } from '../../registry';
import { explain, recorded, type ExplainedStatement, type Explanation } from '../../query/plan/explain';
import type { PlanContext } from '../../query/plan/resolution';
import type { Reader } from '../../query/sql';
import type { ExplainedFetch, FederatedExplanation } from './federated-explanation';

interface Around {
  config: Config;
  reader: Reader;
  /** Creates a request context that reads with the given reader. */
  contextOf: (reader: Reader) => PlanContext;
}

/** The graph with its neighbours. */
export class FederatedGraph {
  private readonly explained = new WeakMap<SubgraphCall, Explanation>();

  private constructor(
    private readonly federation: Federation,
    private readonly local: LocalSubgraph,
  ) {}

  /** Null if no other subgraphs are configured. @throws WrongConfiguration */
  static async open({ config, reader, contextOf }: Around): Promise<FederatedGraph | null> {
    const { federation: settings } = config;
    if (settings.subgraphsFile === null && settings.supergraph === null) return null;
    const { openFederation } = await import('../../federation/linking/federation.js');
    const local: LocalSubgraph = await ourPart(registry);
    const graph: FederatedGraph = new FederatedGraph(
      await openFederation(settings, {
        local: { ...local, call: (call) => graph.answerOwn(call, reader, contextOf) },
        log: told,
        counts: uncounted,
      }),
      local,
    );
    return graph;
  }

  /** The schema that clients see. */
  get schema(): GraphQLSchema {
    return this.federation.gateway.schema;
  }

  /** Whether an operation asks only for our own part. */
  isOurs(document: DocumentNode, operationName: string | undefined): boolean {
    return this.federation.gateway.answersAlone(document, operationName);
  }

  /** Answers a valid query, and explains it. */
  async explain(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Record<string, unknown>,
    context: PlanContext,
  ): Promise<FederatedExplanation> {
    const fetches: ExplainedFetch[] = [];
    const federated: FederatedContext = {
      ...context,
      signal: new AbortController().signal,
      clientHeaders: {},
      watchFetch: (call, run) => this.watched(call, run, fetches),
    };
    const { gateway } = this.federation;
    const asked = { document, operationName, variables, context: federated };
    const { data, errors = [] } = await gateway.execute(gateway.schema, asked);
    return {
      fetches,
      theirs: this.fieldsOfOthers(document),
      errors: errors.map(({ message }) => message),
      length: JSON.stringify(plainData(data) ?? null).length,
    };
  }

  stop(): Promise<void> {
    return this.federation.stop();
  }

  private async watched(
    call: SubgraphCall,
    run: () => Promise<SubgraphAnswer>,
    fetches: ExplainedFetch[],
  ): Promise<SubgraphAnswer> {
    const { subgraph, query, variables, step } = call;
    const lists = Object.values(variables).filter(isRepresentations);
    const fetch: ExplainedFetch = {
      subgraph,
      isOurs: subgraph === this.local.name,
      query,
      number: step?.number ?? null,
      after: step?.after.map(({ number }) => number) ?? [],
      entities: lists.length > 0 ? lists.reduce((sum, { length }) => sum + length, 0) : null,
      milliseconds: 0,
      length: null,
      failure: null,
      own: null,
    };
    fetches.push(fetch);
    const begin = performance.now();
    try {
      const answer = await run();
      fetch.length = JSON.stringify(answer.data ?? null).length;
      return answer;
    } catch (error) {
      fetch.failure = reasonOf(error);
      throw error;
    } finally {
      fetch.milliseconds = performance.now() - begin;
      if (fetch.isOurs) fetch.own = this.explained.get(call) ?? null;
    }
  }

  /** Our part by its plan, otherwise by graphql-js, whose statements are not told apart by field. */
  private async answerOwn(
    call: SubgraphCall,
    reader: Reader,
    contextOf: (reader: Reader) => PlanContext,
  ): Promise<SubgraphAnswer> {
    const { query, variables } = call;
    const { schema } = this.local;
    const document = parse(query);
    const explanation = await explain(
      document,
      undefined,
      { ...variables },
      { schema, registry, reader, contextOf },
    );
    this.explained.set(call, explanation);
    if (explanation.text !== null) return { data: JSON.parse(explanation.text) as Record<string, unknown> };
    const statements: ExplainedStatement[] = [];
    const contextValue = contextOf(recorded(reader, statements));
    const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue });
    const step = { path: [], field: 'by its resolvers', reads: 'resolver' as const, parents: 1, statements };
    this.explained.set(call, { ...explanation, steps: [step] });
    return { data: data ?? null, errors };
  }

  private fieldsOfOthers(document: DocumentNode): string[] {
    const adding = new Map<string, string[]>();
    for (const { name, contributes } of this.federation.reports())
      for (const { type, field } of contributes)
        adding.set(`${type}.${field}`, [...(adding.get(`${type}.${field}`) ?? []), name]);
    const found = new Set<string>();
    const types = new TypeInfo(this.schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          const coordinate = `${types.getParentType()?.name ?? ''}.${name.value}`;
          const names = adding.get(coordinate);
          if (names) found.add(`${coordinate} (${names.join(', ')})`);
        },
      }),
    );
    return [...found];
  }
}

const isRepresentations = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) &&
  value.every((each) => typeof each === 'object' && each !== null && '__typename' in each);

/** What cannot be linked in is told before the plan. */
const told = {
  debug: () => undefined,
  info: () => undefined,
  warn: (details: object, message: string): void => {
    console.error(`${message}: ${JSON.stringify(details)}`);
  },
};

const uncounted = {
  fetchEnded: () => undefined,
  answerFoundWrong: () => undefined,
  answeredFromCache: () => undefined,
  schemaAsked: () => undefined,
  circuitIs: () => undefined,
};
