/** Reads a supergraph from a file or a URL. */
import { readFile } from 'node:fs/promises';
import { fetch, type Dispatcher } from 'undici';
import { boundedText, TooLong } from '../remote/bounded-text';
import { causeOfFailure } from '../remote/connection-fault';
import { dispatcherOf, type ProxyOfEnvironment } from '../remote/connections';

const longestWait = 10_000;
const mostMegabytes = 20;

/** Reads the current text of the supergraph. */
export type ReadSupergraph = () => Promise<string>;

/** @param ofEnvironment the proxies to the outside */
export function supergraphAt(place: string, ofEnvironment: ProxyOfEnvironment): ReadSupergraph {
  if (!/^https?:\/\//.test(place)) return () => readFile(place, 'utf8');
  const dispatcher = dispatcherOf({ tls: null, proxy: null, ofEnvironment });
  return () => download(place, dispatcher);
}

async function download(url: string, dispatcher: Dispatcher | null): Promise<string> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(longestWait),
    ...(dispatcher && { dispatcher }),
  }).catch((error: unknown) => {
    throw new Error(`${url} could not be reached: ${causeOfFailure(error)}.`, { cause: error });
  });
  if (!response.ok) {
    void response.body?.cancel().catch(() => undefined);
    throw new Error(`${url} answered with the status ${response.status}.`);
  }
  return boundedText(response, mostMegabytes * 1e6).catch((error: unknown) => {
    if (error instanceof TooLong) throw new Error(`${url} answered more than ${mostMegabytes} MB.`);
    throw error;
  });
}
