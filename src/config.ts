/** The configuration: the only reader of the environment turns it into one frozen, validated object. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { WrongConfiguration } from './errors';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65535, 'a port number from 0 to 65535');
const host = z.string().min(1, 'a host name or an address').default('127.0.0.1');

const httpAddress = z.url({ protocol: /^https?$/, error: 'an http or https address' });

const variables = z.object({
  /** Port to listen on; 0 takes any free one. */
  PORT: port.default(4000),
  /** Address to listen on. */
  HOST: host,
  /** Where the catalogue is stored. */
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'sqlite:<file>, sqlite::memory: or postgres://user:password@host/database',
    )
    .default('sqlite:data/catalogue.sqlite'),
  /** Base of the web addresses of records; by default the address of the server itself. */
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'an http or https address without a query, such as https://data.example.org',
    })
    .refine(
      (url) => !/[?#]/.test(url),
      'an http or https address without a query, such as https://data.example.org',
    )
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** How much is logged. */
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info'),
  /** Port for `/metrics` alone; without it, programs on the same machine find them on PORT. */
  METRICS_PORT: port.optional(),
  METRICS_HOST: host,
  /** Where traces are sent. These and the further variables of OpenTelemetry are read by its packages. */
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpAddress.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/json', 'http/json').optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.literal('http/json', 'http/json').optional(),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], 'otlp or none').optional(),
  OTEL_SDK_DISABLED: z.string().optional(),
});

/** Traces are on where an endpoint is set for them, and not switched off. */
const tracingIn = (set: z.infer<typeof variables>): boolean =>
  (set.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? set.OTEL_EXPORTER_OTLP_ENDPOINT) !== undefined &&
  set.OTEL_TRACES_EXPORTER !== 'none' &&
  set.OTEL_SDK_DISABLED?.toLowerCase() !== 'true';

/** The settings of one gateway. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Base of the web addresses of records, without a slash at the end; null stands for the address of the server. */
  readonly publicUrl: string | null;
  readonly logLevel: (typeof logLevels)[number];
  /** Where `/metrics` listens by itself; null leaves them on the port of the endpoint, for this machine only. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Whether traces are sent. */
  readonly tracing: boolean;
  /** Folder of the project: seeds, the emitted schema and the built pages lie below it. */
  readonly root: string;
}

/**
 * Reads the settings from environment variables; an empty variable counts as unset.
 * @throws WrongConfiguration naming each wrong variable, its value and what it takes.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = variables.safeParse(set);
  if (!result.success) {
    throw new WrongConfiguration(
      result.error.issues
        .map(({ path, message }) => {
          const name = String(path[0]);
          return `${name}="${withoutPassword(set[name] ?? '')}" is not usable; it takes ${message}.`;
        })
        .join(' '),
    );
  }
  const { PORT, HOST, DATABASE_URL, PUBLIC_URL, LOG_LEVEL, METRICS_PORT, METRICS_HOST } = result.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL ?? null,
    logLevel: LOG_LEVEL,
    metrics: METRICS_PORT === undefined ? null : Object.freeze({ host: METRICS_HOST, port: METRICS_PORT }),
    tracing: tracingIn(result.data),
    root: projectRoot(__dirname),
  });
}

/** What is printed may end in a log. */
const withoutPassword = (value: string): string => value.replace(/(:\/\/[^/]*?:).*@/, '$1***@');

/** The nearest folder upwards that holds the project's package.json: the code runs from src and from dist. */
function projectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return resolve(from);
  const parent = dirname(from);
  if (parent === from)
    throw new WrongConfiguration('The folder of the project was not found: package.json is missing.');
  return projectRoot(parent);
}
