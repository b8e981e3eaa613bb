/** Gets the bytes of a document from a file or an address. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { reasonOf } from '../../errors';
import { parseUrl } from '../../url';
import type { Label } from '../../vocabulary/label';
import { UnreadableDocument } from './document';
import { acceptedTypes } from './accepted-types';

/** The bounds of what is fetched. */
const limits = { bytes: 50 * 1024 * 1024, milliseconds: 60_000, redirects: 5 };

const gunzipped = promisify(gunzip) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

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
  /^[a-z][a-z\d+.-]*:\/\//i.test(place) ? fetchDocument(place) : readLocal(place);

async function readLocal(place: string): Promise<LoadedDocument> {
  const unreadable: Readonly<Record<string, Label>> = {
    ENOENT: {
      de: 'Diese Datei gibt es nicht. Eine Datei angeben, oder eine Adresse, die mit https:// beginnt.',
      en: 'There is no such file. Give a file, or an address that begins with https://.',
    },
    EISDIR: {
      de: 'Das ist ein Ordner. Eine Datei darin angeben.',
      en: 'This is a folder. Give a file in it.',
    },
    EACCES: {
      de: 'Die Datei darf nicht gelesen werden. Es dem Benutzer erlauben, der dies aufruft.',
      en: 'The file may not be read. Allow it to the user who runs this.',
    },
  };
  try {
    const bytes = await unpacked(await readFile(place));
    return { bytes, type: null, base: pathToFileURL(resolve(place)).href };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = reasonOf(error);
    throw new UnreadableDocument(
      unreadable[code] ?? {
        de: `Die Datei kann nicht gelesen werden: ${reason}.`,
        en: `The file cannot be read: ${reason}.`,
      },
    );
  }
}

async function fetchDocument(place: string): Promise<LoadedDocument> {
  if (!/^https?:$/.test(parseUrl(place)?.protocol ?? ''))
    throw new UnreadableDocument({
      de: 'Das ist keine Adresse, die abgerufen wird. Eine Datei angeben, oder eine Adresse, die mit https:// oder http:// beginnt.',
      en: 'This is no address that is fetched. Give a file, or an address that begins with https:// or http://.',
    });
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const { response, address } = await follow(place, signal);
    if (!response.ok) {
      const status = `${response.status} ${response.statusText}`.trim();
      throw new UnreadableDocument({
        de: `Der Server antwortet ${status}. Prüfen, ob die Adresse stimmt und ohne Anmeldung gelesen werden darf.`,
        en: `The server answers ${status}. Check that the address is right, and may be read without signing in.`,
      });
    }
    const bytes = await unpacked(await bounded(response));
    return { bytes, type: response.headers.get('content-type'), base: address };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    if (signal.aborted)
      throw new UnreadableDocument({
        de: `Innerhalb von ${limits.milliseconds / 1000} Sekunden kam keine Antwort. Es später noch einmal versuchen.`,
        en: `No answer came within ${limits.milliseconds / 1000} seconds. Try it again later.`,
      });
    const { cause = error } = error as Error;
    throw new UnreadableDocument({
      de: `Die Adresse kann nicht abgerufen werden: ${reasonOf(cause)}. Prüfen, ob sie stimmt.`,
      en: `The address cannot be fetched: ${reasonOf(cause)}. Check that it is right.`,
    });
  }
}

/** Follows redirects by hand: fetch itself would follow twenty. */
async function follow(place: string, signal: AbortSignal): Promise<{ response: Response; address: string }> {
  let address = parseUrl(place);
  for (let step = 0; step <= limits.redirects; step += 1) {
    if (!address || !/^https?:$/.test(address.protocol))
      throw new UnreadableDocument({
        de: 'Eine Weiterleitung führt weg von http und https; ihr wurde nicht gefolgt.',
        en: 'A redirect leads away from http and https, and was not followed.',
      });
    const response = await fetch(address, { headers: { Accept: acceptedTypes }, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null)
      return { response, address: address.href };
    await response.body?.cancel();
    address = parseUrl(new URL(location, address).href);
  }
  throw new UnreadableDocument({
    de: `Die Adresse leitet mehr als ${limits.redirects}-mal weiter. Die Adresse angeben, zu der sie führen soll.`,
    en: `The address redirects more than ${limits.redirects} times. Give the address to which it should lead.`,
  });
}

/** A document may be packed, whatever the name and the header say. @throws UnreadableDocument */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await gunzipped(bytes, { maxOutputLength: limits.bytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new UnreadableDocument({
      de: 'Die gepackte Datei (gzip) ist beschädigt oder nicht vollständig. Sie noch einmal abrufen.',
      en: 'The packed file (gzip) is damaged or not complete. Fetch it again.',
    });
  }
}

const tooLarge = () =>
  new UnreadableDocument({
    de: `Das Dokument ist größer als ${limits.bytes / 1024 / 1024} MB. Es in mehrere teilen; "num-gateway harvest" liest auch größere N-Quads.`,
    en: `The document is larger than ${limits.bytes / 1024 / 1024} MB. Split it; "num-gateway harvest" reads larger N-Quads, too.`,
  });

async function bounded({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limits.bytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
