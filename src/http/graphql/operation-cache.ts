/** A cache of prepared operations: each document is parsed, measured and validated once for all requests. */
import { getOperationAST, GraphQLError, validate, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Variables } from '../../graphql/cost/arguments';
import { estimate, estimateOf, type GraphQLParams, type Measuring } from '../../graphql/cost/estimate';
import { DocumentCache } from './document-cache';
import type { PreparedDocument, PreparedOperation, PreparedRequest } from './prepared';
import { weightOfDocument, weightOfName, weightOfRequest } from './weight';

/** Maximum number of reported validation errors. */
export const mostValidationErrors = 5;

/** Bytes for documents with their plans, and for prepared requests; 0 for no caching. */
export interface OperationMemory {
  readonly documents: number;
  readonly requests: number;
}

export class OperationCache {
  readonly documents: DocumentCache;
  /** By method and request text. */
  private readonly requests: LRUCache<string, PreparedRequest>;
  private readonly prepared = new WeakMap<DocumentNode, PreparedDocument>();
  private operations = 0;
  private generation: object;

  /**
   * @param measuring how documents are measured; its schema may be replaced
   * @param counted a value that changes whenever records are counted again, which changes costs
   * @param onExpired called when costs or the schema have changed, so that cached answers are invalid
   */
  constructor(
    { documents, requests }: OperationMemory,
    private readonly measuring: Measuring,
    private readonly counted: () => unknown,
    private readonly onExpired: () => void,
  ) {
    this.documents = new DocumentCache(documents);
    this.requests = new LRUCache({
      maxSize: Math.max(1, requests),
      sizeCalculation: ({ keys, variables, operation }, text) =>
        weightOfRequest([text, keys?.de ?? '', keys?.en ?? ''], variables, operation?.document.uses ?? 0),
      dispose: ({ operation }, text) => operation?.document.texts.delete(text),
    });
    this.generation = { schema: measuring.schema, counted: counted() };
    this.documents.onForgotten((node) => this.forget(node));
  }

  /** The cached request with exactly this text. */
  ofText(text: string): PreparedRequest | undefined {
    this.checkGeneration();
    const request = this.requests.get(text);
    if (request?.operation) this.documents.use(request.operation.document.node);
    return request;
  }

  /** Prepares a request, with cached parts where possible. */
  prepare(params: GraphQLParams): PreparedRequest {
    this.checkGeneration();
    const { schema } = this.measuring;
    const node = this.documents.get(params.query);
    const cached = node && this.prepared.get(node);
    if (cached) {
      const { cost, refusal } = estimateOf(cached.node, params, this.measuring);
      return this.request(params, { operation: this.operation(cached, params), cost, refusal });
    }
    try {
      const { document, cost, refusal } = estimate(params, this.measuring);
      if (!document) return this.request(params, { operation: null, cost, refusal });
      const fresh: PreparedDocument = {
        node: document,
        text: params.query,
        schema,
        isValid: false,
        uses: 0,
        operations: new Map(),
        texts: new Set(),
      };
      return this.request(params, { operation: this.operation(fresh, params), cost, refusal });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return this.request(params, { operation: null, cost: null, refusal: null, fault: error });
    }
  }

  /** Validates a document. If it is valid, it is cached. */
  validate(document: PreparedDocument): readonly GraphQLError[] {
    const { node, schema, text } = document;
    const errors = validate(schema, node, undefined, { maxErrors: mostValidationErrors });
    if (errors.length > 0) return errors;
    document.isValid = true;
    // A concurrent request may have cached it already.
    if (schema !== this.measuring.schema || this.documents.get(text)) return [];
    this.documents.set(text, node);
    if (!this.documents.use(node)) return [];
    this.prepared.set(node, document);
    document.uses = weightOfDocument(node).uses;
    for (const { operationName = '' } of document.operations.values())
      this.documents.grow(node, weightOfName(operationName));
    return [];
  }

  /** Caches a request under its text, if its document is cached. */
  keep(text: string, request: PreparedRequest): void {
    const { operation, generation } = request;
    if (!operation || generation !== this.generation || !this.isCached(operation.document)) return;
    this.requests.set(text, request);
    if (this.requests.has(text)) operation.document.texts.add(text);
  }

  /** Whether a request is of the current generation and its document is cached. */
  isCurrent({ generation, operation }: PreparedRequest): boolean {
    this.checkGeneration();
    return generation === this.generation && operation !== null && this.isCached(operation.document);
  }

  private request(
    params: GraphQLParams,
    found: Pick<PreparedRequest, 'operation' | 'cost' | 'refusal'> & { fault?: GraphQLError },
  ): PreparedRequest {
    const { variables = {} } = params;
    const { operation, cost, refusal, fault = null } = found;
    const key = operation && !refusal ? `${operation.number} ${canonical(variables)}` : null;
    return {
      params,
      variables,
      operation,
      cost,
      refusal,
      fault,
      keys: key === null ? null : { de: `de ${key}`, en: `en ${key}` },
      generation: this.generation,
      plan: null,
    };
  }

  private operation(document: PreparedDocument, { operationName }: GraphQLParams): PreparedOperation {
    const cached = document.operations.get(operationName ?? '');
    if (cached) return cached;
    const node = getOperationAST(document.node, operationName);
    const operation: PreparedOperation = {
      document,
      operationName,
      kind: node?.operation ?? null,
      name: node?.name?.value ?? null,
      number: (this.operations += 1),
    };
    // Not cached, as clients could make up unlimited names.
    if (!node) return operation;
    document.operations.set(operationName ?? '', operation);
    if (this.isCached(document)) this.documents.grow(document.node, weightOfName(operationName ?? ''));
    return operation;
  }

  private isCached({ node }: PreparedDocument): boolean {
    return this.prepared.has(node) && this.documents.use(node);
  }

  private forget(node: DocumentNode): void {
    const document = this.prepared.get(node);
    if (!document) return;
    this.prepared.delete(node);
    for (const text of document.texts) this.requests.delete(text);
  }

  /** Clears the cache when the schema or the counts of records have changed. */
  private checkGeneration(): void {
    const { schema } = this.measuring;
    const counted = this.counted();
    const before = this.generation as { schema: unknown; counted: unknown };
    if (schema === before.schema && counted === before.counted) return;
    if (schema !== before.schema) this.documents.clear();
    this.generation = { schema, counted };
    this.requests.clear();
    this.onExpired();
  }
}

/** The same text for the same variables, in any order. */
export function canonical(variables: Variables): string {
  const names = Object.keys(variables).sort();
  return JSON.stringify(names.map((name) => [name, variables[name]]));
}
