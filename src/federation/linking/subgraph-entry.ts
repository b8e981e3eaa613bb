/** One entry of the file of subgraphs: what it may say, and the settings that it means. */
import { z } from 'zod';
import { addressWithoutUser, headerName, variableName } from '../../config/requests';
import type { ConnectionSettings, ProxyOfEnvironment, TlsSettings } from '../remote/connections';
import type { RemoteSettings } from '../remote/remote-settings';
import { usualSettings } from './remotes';

/** The entry of a linked subgraph. */
export interface SubgraphEntry extends RemoteSettings {
  /** Our types to which it may add fields, such as `Infrastructure` or `Query`, or null for all. */
  mayExtend: readonly string[] | null;
  /** The file with its SDL, or null to ask the subgraph for it. */
  schema: string | null;
}

/** An integer with one message for all mistakes. */
const whole = (takes: string, least: number, most: number) => {
  const error = `${takes}, from ${least} to ${most} in digits only`;
  return z.int(error).min(least, error).max(most, error);
};

const fileName = z.string('the name of a file').min(1, 'the name of a file');

const takesTls = 'ca, or cert and key, or all three, each the name of a PEM file';

const tls = z
  .strictObject(
    {
      ca: fileName.optional(),
      cert: fileName.optional(),
      key: fileName.optional(),
      passphrase: variableName.optional(),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : takesTls) },
  )
  .refine(({ ca, cert, key }) => (ca ?? cert ?? key) !== undefined, takesTls)
  .refine(({ cert, key }) => (cert === undefined) === (key === undefined), 'cert and key together');

/** What an entry says. */
export const entryInFile = z.strictObject({
  name: z
    .string('a name of letters, digits, - and _, such as racoon')
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'a name of letters, digits, - and _, such as racoon'),
  url: addressWithoutUser('headers'),
  schema: fileName.optional(),
  timeoutMs: whole('milliseconds', 1, 60_000).default(usualSettings.timeout),
  headers: z.record(headerName, variableName).default({}),
  forwardHeaders: z.array(headerName).default([]),
  signingSecret: variableName.optional(),
  mayExtend: z.array(z.string()).optional(),
  maxInFlight: whole('a whole number', 1, 1_000).default(usualSettings.maxInFlight),
  errorMessages: z.enum(['masked', 'shown'], 'masked or shown').default(usualSettings.errorMessages),
  traceContext: z.boolean('true or false').default(usualSettings.traceContext),
  cacheMemory: whole('bytes', 0, 1e9).default(usualSettings.cacheMemory),
  tls: tls.optional(),
  proxy: z
    .union(
      [z.literal('none'), addressWithoutUser('proxyAuthorization')],
      'an http or https address of a proxy, without user and password, or none',
    )
    .optional(),
  proxyAuthorization: variableName.optional(),
});

/** Beside a supergraph, which says where a subgraph is, an entry may leave the URL out. */
export type EntryInFile = Omit<z.infer<typeof entryInFile>, 'url'> & { url?: string | undefined };

/** Where the values come from that an entry only names. */
export interface EntryValues {
  /** The value of an environment variable. @param field where the entry names it */
  variable: (field: string, name: string) => string;
  /** The text of a file. */
  file: (field: string, name: string) => string;
  /** The path of a file, which is relative to the file of subgraphs. */
  path: (field: string, name: string) => string;
  proxies: ProxyOfEnvironment;
}

/** The settings that an entry means. */
export function entryOf(given: EntryInFile, values: EntryValues): SubgraphEntry {
  const { name, url, schema, timeoutMs, headers, forwardHeaders, signingSecret, mayExtend } = given;
  const { maxInFlight, errorMessages, traceContext, cacheMemory } = given;
  return {
    name,
    url: url ?? '',
    schema: schema === undefined ? null : values.path('schema', schema),
    timeout: timeoutMs,
    headers: Object.fromEntries(
      Object.entries(headers).map(([header, from]) => [
        header.toLowerCase(),
        values.variable(`headers.${header}`, from),
      ]),
    ),
    forwardHeaders: forwardHeaders.map((header) => header.toLowerCase()),
    signingSecret: signingSecret === undefined ? null : values.variable('signingSecret', signingSecret),
    mayExtend: mayExtend ?? null,
    maxInFlight,
    errorMessages,
    traceContext,
    cacheMemory,
    connection: connectionOf(given, values),
  };
}

function connectionOf(
  { tls, proxy, proxyAuthorization }: EntryInFile,
  values: EntryValues,
): ConnectionSettings {
  return {
    tls: tls === undefined ? null : tlsOf(tls, values),
    proxy:
      proxy === undefined || proxy === 'none'
        ? (proxy ?? null)
        : {
            url: proxy,
            ...(proxyAuthorization !== undefined && {
              authorization: values.variable('proxyAuthorization', proxyAuthorization),
            }),
          },
    ofEnvironment: values.proxies,
  };
}

function tlsOf({ ca, cert, key, passphrase }: z.infer<typeof tls>, values: EntryValues): TlsSettings {
  return {
    ...(ca !== undefined && { ca: values.file('tls.ca', ca) }),
    ...(cert !== undefined && { cert: values.file('tls.cert', cert) }),
    ...(key !== undefined && { key: values.file('tls.key', key) }),
    ...(passphrase !== undefined && { passphrase: values.variable('tls.passphrase', passphrase) }),
  };
}
