/** Connects the engine to Apollo Server's `gateway` interface. The engine can be replaced without losing running requests. */
import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from '@apollo/server-gateway-interface';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { IsLocalOperation, Engine, FederatedContext, Operation } from './engine';

/** A gateway for Apollo Server whose engine can be replaced. */
export class ApolloGateway implements GatewayInterface {
  private readonly listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  /** A request must be answered by the engine whose schema it was validated against. */
  private readonly bySchema = new WeakMap<GraphQLSchema, Engine>();

  constructor(
    private engine: Engine,
    private supergraphSdl: string,
  ) {
    this.bySchema.set(engine.schema, engine);
  }

  /** The schema against which new requests are validated. */
  get schema(): GraphQLSchema {
    return this.engine.schema;
  }

  /** Whether an operation asks only for our own part of the graph. */
  readonly answersAlone: IsLocalOperation = (document, operationName) =>
    this.engine.answersAlone?.(document, operationName) ?? false;

  /** Replaces the engine for all requests that arrive from now on. */
  swap(engine: Engine, supergraphSdl: string): void {
    this.bySchema.set(engine.schema, engine);
    this.engine = engine;
    this.supergraphSdl = supergraphSdl;
    for (const listener of this.listeners) this.tell(listener);
  }

  /** Answers an operation that is valid in a schema, which may have been replaced meanwhile. */
  execute(schema: GraphQLSchema, operation: Operation): Promise<ExecutionResult> {
    return (this.bySchema.get(schema) ?? this.engine).execute(operation);
  }

  onSchemaLoadOrUpdate(listener: GatewaySchemaLoadOrUpdateCallback): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  load(): ReturnType<GatewayInterface['load']> {
    for (const listener of this.listeners) this.tell(listener);
    return Promise.resolve({
      executor: ({ schema, document, operationName, request, context: given }) => {
        const context = given as unknown as FederatedContext;
        const variables = request.variables ?? {};
        const operation = { document, operationName: operationName ?? undefined, variables, context };
        return context.answered ?? this.execute(schema, operation);
      },
    });
  }

  stop(): Promise<void> {
    this.listeners.clear();
    return Promise.resolve();
  }

  private tell(listener: GatewaySchemaLoadOrUpdateCallback): void {
    listener({ apiSchema: this.engine.schema, coreSupergraphSdl: this.supergraphSdl });
  }
}
