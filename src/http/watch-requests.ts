/** Metrics and traces of each request, from its arrival to the end of its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Metrics } from '../telemetry/metrics';
import type { RequestTrace, Tracing } from '../telemetry/tracing';
import { arrivalOf } from './arrival';
import { operationOf } from './request-log';
import { isSent, onFinished } from './on-finished';

/** The state of an observed request. */
interface Watch {
  trace: RequestTrace;
  /** The reasons for refusal, each once; mostly null. */
  refusals: Set<string> | null;
}

const watched = Symbol('watched');

interface Watched extends ServerResponse {
  [watched]?: Watch;
}

/** The trace of the request. */
export function traceOf(response: Watched): RequestTrace {
  const watch = response[watched];
  if (!watch) throw new Error('The request is not watched.');
  return watch.trace;
}

/** Records why a request is refused, for `num_gateway_refused_total`. The reason is a short code, never text from the client. */
export function noteRefusal(response: Watched, reason: string): void {
  const watch = response[watched];
  if (watch) watch.refusals = (watch.refusals ?? new Set<string>()).add(reason);
}

/** Observes a request until it ends. Repeated calls have no effect. */
export type WatchRequest = (request: IncomingMessage, response: Watched, path: string) => void;

export const watchRequest =
  (metrics: Metrics, tracing: Tracing): WatchRequest =>
  (request, response, path) => {
    if (response[watched]) return;
    const begin = arrivalOf(request);
    const trace = tracing.request(request.method ?? '', path, request.headers);
    const watch: Watch = { trace, refusals: null };
    response[watched] = watch;
    onFinished(request, response, () => {
      const status = isSent(response) ? response.statusCode : null;
      if (status !== null && status >= 400) watch.refusals ??= new Set([`HTTP_${status}`]);
      for (const reason of watch.refusals ?? []) metrics.refused(reason);
      const seconds = (performance.now() - begin) / 1000;
      metrics.requestEnded({ operation: operationOf(response), status, seconds });
      trace.end(status);
    });
  };

/** Middleware that observes every request. */
export function watchRequests(metrics: Metrics, tracing: Tracing): RequestHandler {
  const watch = watchRequest(metrics, tracing);
  return (request, response, next) => {
    watch(request, response, request.path);
    next();
  };
}
