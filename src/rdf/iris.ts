/** IRIs of nodes, in the form of RFC 3987. None leaves that a parser would refuse. */
import { namedNode, type NamedNode } from './factory';
import { LRUCache } from 'lru-cache';
import { parseUrl } from '../url';

/** Characters that IRIs must not have, unpaired surrogates, and `%` that begins no escape. */
const refused = /[\p{Cc} <>"{}|^`\\\ufdd0-\ufdef\ufff0-\uffff\p{Cs}]|%(?![\da-f]{2})/giu;
/** Scheme and authority, the rest up to a fragment, and the fragment. */
const parts = /^([a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?)([^#]*)(?:#(.*))?$/is;

/** Addresses such as those of licences recur. */
const known = new LRUCache<string, { node: NamedNode | null }>({ max: 10_000 });

/** The node of an absolute IRI; null if the text is none. Characters that it must not have are percent-encoded. */
export function iriNode(text: string): NamedNode | null {
  const found = known.get(text);
  if (found) return found.node;
  const iri = iriOf(text);
  const node = iri === null ? null : namedNode(iri);
  known.set(text, { node });
  return node;
}

function iriOf(text: string): string | null {
  const [, origin = '', rest = '', fragment] = parts.exec(text) ?? [];
  if (origin === '' || (rest === '' && !origin.includes('//'))) return null;
  if (origin.search(refused) >= 0 || (/^https?:/i.test(origin) && parseUrl(text) === null)) return null;
  const end = fragment === undefined ? '' : `#${encoded(fragment).replaceAll('#', '%23')}`;
  return origin + encoded(rest) + end;
}

const encoded = (part: string): string => part.replace(refused, escapes).replace(/[[\]]/g, escapes);

const escapes = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** The node of an IRI below the address of the gateway, for which no vocabulary has a prefix. */
export function ownNode(iri: string): NamedNode {
  const node = namedNode(iri);
  node.prefixed = null;
  return node;
}

/** The IRI of a node that has no address of its own: a fragment of its record's address, in place of a blank node. */
export const skolemNode = ({ value }: { value: string }, name: string): NamedNode =>
  ownNode(`${value}#${name}`);
