/** `/metrics` for Prometheus, on a port of its own or for this machine only. */
import express, { Router, type RequestHandler } from 'express';
import type { Metrics } from '../telemetry/metrics';
import { notFound } from './errors';
import { Drain } from './drain';
import { listen, type RunningServer } from './server';

/** Serves the metrics to whoever reaches it. */
function metricsRoute(metrics: Metrics): Router {
  const router = Router();
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.text());
  });
  return router;
}

const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const thisMachine = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** Lets only programs on this machine pass which do not come through a proxy: the endpoint is public, its metrics are not. */
const fromThisMachine: RequestHandler = (request, _response, next) => {
  const isForwarded = forwarding.some((header) => request.headers[header] !== undefined);
  next(thisMachine.test(request.socket.remoteAddress ?? '') && !isForwarded ? undefined : 'router');
};

/** The metrics on the port of the endpoint: for programs on this machine; for all others there is nothing. */
export const localMetricsRoute = (metrics: Metrics): Router =>
  Router().use(fromThisMachine, metricsRoute(metrics));

/** Serves the metrics on a port of their own. @throws StartFailed when it cannot be had. */
export function serveMetrics(
  metrics: Metrics,
  address: Parameters<typeof listen>[2],
): Promise<RunningServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use(metricsRoute(metrics));
  app.use(notFound);
  return listen(app, new Drain(0), address, 'METRICS_PORT and METRICS_HOST');
}
