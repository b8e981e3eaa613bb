/** The settings of a remote subgraph. */
import type { FederatedContext } from '../gateway/engine';
import type { ErrorMessages } from './answer';
import type { ConnectionSettings } from './connections';

/** How a subgraph is called. */
export interface RemoteSettings {
  name: string;
  url: string;
  /** Timeout of one answer in milliseconds. */
  timeout: number;
  /** Headers of each request, such as a token. */
  headers: Readonly<Record<string, string>>;
  /** Names of the client's headers that are forwarded, in lower case. */
  forwardHeaders: readonly string[];
  /** Secret that signs each request; null for no signature. */
  signingSecret: string | null;
  /** Maximum number of concurrent fetches. As many again may wait. */
  maxInFlight: number;
  /** Whether clients see the messages of its errors. */
  errorMessages: ErrorMessages;
  /** Whether it is sent the context of the trace (`traceparent`), so that its spans join ours. */
  traceContext: boolean;
  connection: ConnectionSettings;
  /** Bytes of memory for answers that may be cached; 0 to cache none. */
  cacheMemory: number;
}

/** The headers of a client that are forwarded. */
export const forwardedHeaders = (
  { forwardHeaders }: Pick<RemoteSettings, 'forwardHeaders'>,
  clientHeaders: FederatedContext['clientHeaders'],
): Record<string, string> =>
  Object.fromEntries(
    forwardHeaders.flatMap((name) => {
      const value = clientHeaders[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
