/** `/metrics` for Prometheus, on a port of its own or for this machine only. */
import express, { Router, type RequestHandler } from 'express';
import type { Config } from '../config';
import { parseUrl } from '../url';
import type { Metrics } from '../telemetry/metrics';
import { notFound, refused } from './errors';
import { Drain } from './drain';
import { onlyToRead } from './methods';
import { listen, type RunningServer } from './server';

/** Serves the metrics to whoever reaches it. */
function metricsRoute(metrics: Metrics): Router {
  const router = Router();
  router.all('/metrics', onlyToRead);
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.text());
  });
  return router;
}

const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const thisMachine = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

const ofThisMachine = /^(([\w-]+\.)*localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Lets only programs on this machine pass which do not come through a proxy: the endpoint is public, its metrics are not. A browser on
 * this machine is no such program: it may have been told that the name of a foreign page is this machine, and names that in `Host`.
 */
function fromThisMachine({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): RequestHandler {
  const configured = [
    hostIn(host.includes(':') ? `[${host}]` : host),
    publicUrl && new URL(publicUrl).hostname,
  ];
  return ({ headers, socket }, _response, next) => {
    const named = hostIn(headers.host ?? '');
    const isMeant = ofThisMachine.test(named) || (named !== '' && configured.includes(named));
    const isForwarded = forwarding.some((header) => headers[header] !== undefined);
    const isHere = thisMachine.test(socket.remoteAddress ?? '');
    next(isHere && isMeant && !isForwarded && headers.origin === undefined ? undefined : 'router');
  };
}

/** The name in a `Host` header, without its port; empty where there is none. */
const hostIn = (header: string): string => parseUrl(`http://${header}`)?.hostname ?? '';

/** The metrics on the port of the endpoint: for programs on this machine; for all others there is nothing. */
export const localMetricsRoute = (metrics: Metrics, config: Pick<Config, 'host' | 'publicUrl'>): Router =>
  Router().use(fromThisMachine(config), metricsRoute(metrics));

/** Serves the metrics on a port of their own. @throws StartFailed when it cannot be had. */
export function serveMetrics(
  metrics: Metrics,
  address: Parameters<typeof listen>[2],
): Promise<RunningServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use(metricsRoute(metrics));
  app.use(notFound());
  app.use(refused);
  return listen(app, new Drain(0), address, 'METRICS_PORT and METRICS_HOST');
}
