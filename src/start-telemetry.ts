/** Starts what watches the gateway: log, metrics and traces. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config';
import { Metrics } from './telemetry/metrics';
import { openTelemetry } from './telemetry/open-telemetry';
import { operationsIn } from './telemetry/operation-names';
import { noTracing, type Tracing } from './telemetry/tracing';

/** Operations that always have their own label in the metrics: those of the examples and the trusted documents. */
async function operationNames({ root, trustedDocuments }: Config): Promise<string[]> {
  const folders = [
    join(root, 'schema', 'examples'),
    ...(trustedDocuments === null ? [] : [trustedDocuments]),
  ];
  return (await Promise.all(folders.map(operationsIn))).flat();
}

/** Log, metrics and traces. */
export interface Telemetry {
  logger: Logger;
  metrics: Metrics;
  tracing: Tracing;
}

export async function telemetryOf(
  config: Config,
  logger: Logger,
  metricsOfAll?: () => Promise<string>,
): Promise<Telemetry> {
  const metrics = new Metrics(await operationNames(config), metricsOfAll);
  const tracing = config.tracing
    ? await openTelemetry((reason) => logger.warn({ reason }, 'Traces are not sent'))
    : noTracing;
  return { logger, metrics, tracing };
}
