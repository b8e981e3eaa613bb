/** Where a ready supergraph lies: in a file, or at an address. */
import { readFile } from 'node:fs/promises';

const longestWait = 10_000;
const mostCharacters = 20_000_000;

/** The text of the supergraph as it is now. */
export type ReadSupergraph = () => Promise<string>;

export const supergraphAt = (place: string): ReadSupergraph =>
  /^https?:\/\//.test(place) ? () => download(place) : () => readFile(place, 'utf8');

async function download(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(longestWait) });
  if (!response.ok) throw new Error(`${url} answered with the status ${response.status}.`);
  const text = await response.text();
  if (text.length > mostCharacters) throw new Error(`${url} answered more than is read.`);
  return text;
}
