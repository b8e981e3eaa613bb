/** Reads a supergraph from a file or a URL. */
import { readFile } from 'node:fs/promises';
import { boundedText, TooLong } from '../remote/bounded-text';

const longestWait = 10_000;
const mostMegabytes = 20;

/** Reads the current text of the supergraph. */
export type ReadSupergraph = () => Promise<string>;

export const supergraphAt = (place: string): ReadSupergraph =>
  /^https?:\/\//.test(place) ? () => download(place) : () => readFile(place, 'utf8');

async function download(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(longestWait) });
  if (!response.ok) {
    void response.body?.cancel().catch(() => undefined);
    throw new Error(`${url} answered with the status ${response.status}.`);
  }
  return boundedText(response, mostMegabytes * 1e6).catch((error: unknown) => {
    if (error instanceof TooLong) throw new Error(`${url} answered more than ${mostMegabytes} MB.`);
    throw error;
  });
}
