/** Gets the bytes of a document from a file or an address. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasonOf } from '../../errors';
import { parseUrl } from '../../url';
import { UnreadableDocument } from './document';
import { acceptedTypes } from './recognise';

/** The bounds of what is fetched. */
const limits = { bytes: 50 * 1024 * 1024, milliseconds: 60_000, redirects: 5 };

/** The bytes of a document, and what is known of them. */
export interface LoadedDocument {
  readonly bytes: Uint8Array;
  /** The media type that the server states; null for a file. */
  readonly type: string | null;
  /** The address at which it was found at last. */
  readonly base: string;
}

/**
 * Any http(s) address is fetched, one in the operator's own network, too: only call this with one that a person named who may
 * reach it anyway.
 * @param place a file, or an address @throws UnreadableDocument
 */
export const load = (place: string): Promise<LoadedDocument> =>
  /^https?:/i.test(place) ? fetchDocument(place) : readLocal(place);

async function readLocal(place: string): Promise<LoadedDocument> {
  const unreadable: Readonly<Record<string, string>> = {
    ENOENT: 'There is no such file. Give a file, or an address that begins with https://.',
    EISDIR: 'This is a folder. Give a file in it.',
    EACCES: 'The file may not be read. Allow it to the user who runs this.',
  };
  try {
    return { bytes: await readFile(place), type: null, base: pathToFileURL(resolve(place)).href };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UnreadableDocument(unreadable[code] ?? `The file cannot be read: ${reasonOf(error)}.`);
  }
}

async function fetchDocument(place: string): Promise<LoadedDocument> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const { response, address } = await follow(place, signal);
    if (!response.ok)
      throw new UnreadableDocument(
        `The server answers ${response.status} ${response.statusText}`.trim() + '.',
      );
    return { bytes: await bounded(response), type: response.headers.get('content-type'), base: address };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    if (signal.aborted)
      throw new UnreadableDocument(`No answer came within ${limits.milliseconds / 1000} seconds.`);
    const { cause = error } = error as Error;
    throw new UnreadableDocument(`The address cannot be fetched: ${reasonOf(cause)}.`);
  }
}

/** Follows redirects by hand: fetch itself would follow twenty. */
async function follow(place: string, signal: AbortSignal): Promise<{ response: Response; address: string }> {
  let address = parseUrl(place);
  for (let step = 0; step <= limits.redirects; step += 1) {
    if (!address || !/^https?:$/.test(address.protocol))
      throw new UnreadableDocument('A redirect leads away from http and https, and was not followed.');
    const response = await fetch(address, { headers: { Accept: acceptedTypes }, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null)
      return { response, address: address.href };
    await response.body?.cancel();
    address = parseUrl(new URL(location, address).href);
  }
  throw new UnreadableDocument(`The address redirects more than ${limits.redirects} times.`);
}

async function bounded({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limits.bytes)
      throw new UnreadableDocument(`The document is larger than ${limits.bytes / 1024 / 1024} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
