/** `/metrics` for Prometheus: on its own port, or only for this machine. */
import express, { Router, type RequestHandler } from 'express';
import type { Config } from '../config';
import { parseUrl } from '../url';
import type { Metrics } from '../telemetry/metrics';
import { refused } from './error-forms';
import { notFound } from './errors';
import { Drain } from './drain';
import { onlyToRead } from './methods';
import { listen, type RunningServer } from './server';

/** Serves the metrics to anybody. */
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
 * Allows only programs on this machine that do not come through a proxy, because the endpoint is public but its metrics are not. A
 * browser on this machine is refused if the `Host` is a foreign name: a page may have resolved its name to this machine (DNS
 * rebinding).
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

/** The host name in a `Host` header, without port; empty if there is none. */
const hostIn = (header: string): string => parseUrl(`http://${header}`)?.hostname ?? '';

/** The metrics on the endpoint's port, for programs on this machine. All others get 404. */
export const localMetricsRoute = (metrics: Metrics, config: Pick<Config, 'host' | 'publicUrl'>): Router =>
  Router().use(fromThisMachine(config), metricsRoute(metrics));

/** Serves the metrics on their own port. @throws StartFailed when it is not available */
export function serveMetrics(
  metrics: Metrics,
  address: Parameters<typeof listen>[2],
): Promise<RunningServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use(metricsRoute(metrics));
  app.use(notFound());
  app.use(refused(''));
  return listen(app, new Drain(0), address, 'METRICS_PORT and METRICS_HOST');
}
