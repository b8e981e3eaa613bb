/** The interface for tracing requests, independent of the tracer. */
import type { IncomingHttpHeaders } from 'node:http';

/** The trace of one request: the request, its operation, and each statement. */
export interface RequestTrace {
  /** Begins the span of the operation. Statements become its children. */
  operationBegins(type: string, name: string | null): void;
  /** Records an error code of the operation's answer. */
  operationFails(code: string): void;
  operationEnds(): void;
  /** Runs a statement within a span that has its text, but never its parameters. */
  statement<T>(run: () => Promise<T>, textOf: () => string): Promise<T>;
  /**
   * Runs a fetch from a remote subgraph within a span. It has neither the fetch's text nor its answer. The headers make the spans of
   * the subgraph part of the trace, if it is sent them.
   */
  fetch<T>(subgraph: string, run: (headers: Readonly<Record<string, string>>) => Promise<T>): Promise<T>;
  /** Ends the trace when the answer was sent; the status is null if the client was gone. */
  end(status: number | null): void;
}

export interface Tracing {
  /** Begins the trace of a request, as part of the client's trace if the header `traceparent` names one. */
  request(method: string, path: string, headers: IncomingHttpHeaders): RequestTrace;
  /** Exports pending spans and stops. */
  stop(): Promise<void>;
}

const noTrace: RequestTrace = {
  operationBegins: () => undefined,
  operationFails: () => undefined,
  operationEnds: () => undefined,
  statement: (run) => run(),
  fetch: (_subgraph, run) => run({}),
  end: () => undefined,
};

/** Used when tracing is off. */
export const noTracing: Tracing = { request: () => noTrace, stop: () => Promise.resolve() };
