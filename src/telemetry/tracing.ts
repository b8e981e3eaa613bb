/** What the gateway tells of a request in a trace, whoever records it. */
import type { IncomingHttpHeaders } from 'node:http';

/** The trace of one request: the request, its operation, and each statement. */
export interface RequestTrace {
  /** The operation is known and begins; statements stand below it from now on. */
  operationBegins(type: string, name: string | null): void;
  /** The operation has an error of this code in its answer. */
  operationFails(code: string): void;
  operationEnds(): void;
  /** Runs a statement. Its text goes into the trace, its parameters never do. */
  statement<T>(run: () => Promise<T>, textOf: () => string): Promise<T>;
  /** Runs a fetch from a subgraph of others. Neither its text nor its answer goes into the trace. */
  fetch<T>(subgraph: string, run: () => Promise<T>): Promise<T>;
  /** The answer is sent; the status is null when the client had gone. */
  end(status: number | null): void;
}

export interface Tracing {
  /** A request begins; where its headers name a trace of the client (`traceparent`), it belongs to that one. */
  request(method: string, path: string, headers: IncomingHttpHeaders): RequestTrace;
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

const noTrace: RequestTrace = {
  operationBegins: () => undefined,
  operationFails: () => undefined,
  operationEnds: () => undefined,
  statement: (run) => run(),
  fetch: (_subgraph, run) => run(),
  end: () => undefined,
};

/** Records nothing. */
export const noTracing: Tracing = { request: () => noTrace, stop: () => Promise.resolve() };
