/** The identity of a record: its key in the store, its opaque global id in GraphQL, and its web address. */
import { isWebAddress } from './canonical/address';
import { line, visible } from './canonical/text';
import type { Description, Side } from './description';

/**
 * The key of a resource or source: its path and slug, `institutions/marburg`. It is the end of the web address, and references can
 * be written without a look-up.
 */
export const recordKey = ({ path }: Description, slug: string): string => `${path}/${slug}`;

/**
 * The key of a link, made of its two ends and its role: `participations/marburg/racoon/coordinates`. If an end may be of several
 * classes, the class's path precedes its slug.
 */
export function linkKey(link: Description, ends: Record<Side, string>, role: string | null): string {
  const segment = (side: Side) => {
    const polymorphic = (link.ends.find((end) => end.side === side)?.to().length ?? 0) !== 1;
    return polymorphic ? ends[side] : slugOfKey(ends[side]);
  };
  const parts = [segment('from'), segment('to')];
  if (role) parts.push(role.toLowerCase().replaceAll('_', '-'));
  return [link.path, ...parts].join('/');
}

/** The path of the class, the first segment of a key. */
export const pathOfKey = (key: string): string => key.slice(0, key.indexOf('/'));

/** The rest of a key after the path; for a resource its slug. */
export const slugOfKey = (key: string): string => key.slice(key.indexOf('/') + 1);

/** The GraphQL global id: opaque to clients, and the same in every database. */
export const globalId = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');

/** Decodes a global id sent by a client; null if it is invalid. */
export function keyOfGlobalId(given: string): string | null {
  const id = line(given);
  const key = Buffer.from(id, 'base64url').toString('utf8');
  return globalId(key) === id && /^[a-z0-9-]+\/./.test(key) ? key : null;
}

/** The web address of a record. */
export const iriOf = (publicUrl: string, key: string): string => `${publicUrl}/${key}`;

/**
 * The key in a record's web address; null if the address is outside of our base. Equivalent URLs are accepted: `http` and `https`,
 * upper case in the host name, percent-encoding, a trailing slash.
 */
export function keyOfIri(publicUrl: string, iri: string): string | null {
  const base = `${publicUrl}/`;
  if (iri.startsWith(base) && plainKey.test(iri.slice(base.length))) return iri.slice(base.length);
  const [known, asked] = [placeOf(base), placeOf(iri)];
  if (known === null || !asked?.startsWith(known)) return null;
  return asked.slice(known.length).replace(/\/$/, '');
}

/** Keys that have only one spelling in a URL. */
const plainKey = /^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/;

/** Host and decoded path of a URL; null if it is not a URL, or has a query or fragment. */
function placeOf(address: string): string | null {
  if (!isWebAddress(address)) return null;
  const { host, pathname, search, hash } = new URL(address);
  if (search !== '' || hash !== '') return null;
  try {
    return visible(host + decodeURI(pathname));
  } catch {
    return null;
  }
}

/** Slugs consist of lower-case letters, digits and hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
