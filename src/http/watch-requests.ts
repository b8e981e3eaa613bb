/** Counts each request and traces it, from its arrival to the end of its answer. */
import type { RequestHandler, Response } from 'express';
import type { Metrics } from '../telemetry/metrics';
import type { RequestTrace, Tracing } from '../telemetry/tracing';

/** What is watched of the request that a response answers. */
interface Watch {
  trace: RequestTrace;
  /** Why it was refused, each reason once. */
  refusals: Set<string>;
}

const watches = new WeakMap<Response, Watch>();

/** The trace of the request that a response answers. */
export function traceOf(response: Response): RequestTrace {
  const watch = watches.get(response);
  if (!watch) throw new Error('The request is not watched.');
  return watch.trace;
}

/** Says why a request is refused, for `num_gateway_refused_total`: a short code, never what the client sent. */
export function noteRefusal(response: Response, reason: string): void {
  watches.get(response)?.refusals.add(reason);
}

export function watchRequests(metrics: Metrics, tracing: Tracing): RequestHandler {
  return (request, response, next) => {
    const begin = performance.now();
    const refusals = new Set<string>();
    const trace = tracing.request(request.method, request.path, request.headers);
    watches.set(response, { trace, refusals });
    response.once('close', () => {
      const operation = response.locals.operationName as string | null | undefined;
      const status = response.writableFinished ? response.statusCode : null;
      if (status !== null && status >= 400 && refusals.size === 0) refusals.add(`HTTP_${status}`);
      for (const reason of refusals) metrics.refused(reason);
      metrics.requestEnded({ operation, status, seconds: (performance.now() - begin) / 1000 });
      trace.end(status);
    });
    next();
  };
}
