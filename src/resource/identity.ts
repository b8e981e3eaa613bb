/** Identity: the key of a record in the store, its opaque global id in GraphQL, and its stable web address. */
import { isWebAddress } from './canonical/address';
import { line, visible } from './canonical/text';
import { otherSide, type Description, type Side } from './description';

/**
 * The store's key of a resource or source: its path and slug, `institutions/marburg`.
 * It is the tail of the web address, and references can be written without looking them up.
 */
export const recordKey = ({ path }: Description, slug: string): string => `${path}/${slug}`;

/**
 * The key of a link, from what makes it one: its two ends and its role.
 * `participations/marburg/racoon/coordinates`; where an end may be of several types, the type's path stands before the slug.
 */
export function linkKey(link: Description, ends: Record<Side, string>, role: string | null): string {
  const segment = (side: Side) => {
    const polymorphic = (link.ends.find((end) => end.side === side)?.to().length ?? 0) !== 1;
    return polymorphic ? ends[side] : slugOfKey(ends[side]);
  };
  const parts = [segment('source'), segment(otherSide('source'))];
  if (role) parts.push(role.toLowerCase().replaceAll('_', '-'));
  return [link.path, ...parts].join('/');
}

/** The type's path, the first segment of a key. */
export const pathOfKey = (key: string): string => key.slice(0, key.indexOf('/'));

/** What follows the path in a key; the slug of a resource. */
export const slugOfKey = (key: string): string => key.slice(key.indexOf('/') + 1);

/** The global id of GraphQL: opaque to clients, the same in every database. */
export const globalId = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');

/** The key behind a global id, as a client sends it; null when it is none. */
export function keyOfGlobalId(given: string): string | null {
  const id = line(given);
  const key = Buffer.from(id, 'base64url').toString('utf8');
  return globalId(key) === id && /^[a-z0-9-]+\/./.test(key) ? key : null;
}

/** The web address of a record under the public base address. */
export const iriOf = (publicUrl: string, key: string): string => `${publicUrl}/${key}`;

/**
 * The key of the record with a web address; null when it lies outside the base address. Spellings that lead a browser to the same place
 * are the same: `http` and `https`, capitals in the name of the host, percent signs, a slash at the end.
 */
export function keyOfIri(publicUrl: string, iri: string): string | null {
  const base = `${publicUrl}/`;
  if (iri.startsWith(base) && plainKey.test(iri.slice(base.length))) return iri.slice(base.length);
  const [known, asked] = [placeOf(base), placeOf(iri)];
  if (known === null || !asked?.startsWith(known)) return null;
  return asked.slice(known.length).replace(/\/$/, '');
}

/** A key that any spelling of an address writes alike. */
const plainKey = /^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/;

/** Host and path of a web address, as they are read; null for what is none, or has more to it. */
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

/** The rule for slugs: lower-case letters, digits and hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
