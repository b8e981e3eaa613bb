/** Under which address a source knows a resource, and by which identifiers others do. */
import { canonicalIdentifier } from '../../resource/identifiers/identifiers';
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import type { SourceDocument } from '../document';
import { identifierIn } from '../records/identifiers-of';
import type { Element } from './element';
import type { LocatedResource } from './resources';

export interface StatedIdentifiers {
  readonly identifiers: readonly { readonly scheme: IdentifierScheme; readonly value: string }[];
  /** All of them, as `system|value`. */
  readonly knownAs: readonly string[];
}

/** Systems of identifiers that are schemes here, by what their address begins with after the protocol. */
const schemes: readonly (readonly [RegExp, IdentifierScheme])[] = [
  [/^(?:https?:\/\/)?(?:www\.)?ror\.org\b/i, 'ROR'],
  [/^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\b)|^urn:doi$/i, 'DOI'],
  [/^(?:https?:\/\/)?(?:www\.)?wikidata\.org\b/i, 'WIKIDATA'],
  [/^(?:https?:\/\/)?(?:www\.)?isni\.org\b/i, 'ISNI'],
  [/^(?:https?:\/\/)?(?:www\.)?grid\.ac\b/i, 'GRID'],
];

const urls = 'urn:ietf:rfc:3986';

/** The identifiers of a resource, or of what a reference means. */
export function identifiersOf(elements: readonly Element[]): StatedIdentifiers {
  const identifiers = new Map<string, { scheme: IdentifierScheme; value: string }>();
  const knownAs = new Set<string>();
  for (const element of elements) {
    const value = element.text('value');
    const system = element.text('system');
    if (value === null || element.text('use') === 'old') continue;
    if (system !== null && system !== urls) knownAs.add(`${system}|${value}`);
    else if (/^(?:https?|urn):/i.test(value)) knownAs.add(value);
    const [, scheme] = schemes.find(([pattern]) => pattern.test(system ?? '')) ?? [];
    const canonical = scheme === undefined ? null : canonicalIdentifier(scheme, value);
    const found =
      scheme !== undefined && canonical !== null ? { scheme, value: canonical } : identifierIn(value);
    if (found) identifiers.set(`${found.scheme} ${found.value}`, found);
  }
  return { identifiers: [...identifiers.values()], knownAs: [...knownAs] };
}

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

/**
 * The address of a resource: that of its entry, its canonical one, that on its server, or one of its id within the source.
 * @param sourceName in the names of resources that have no address
 */
export function addressOf(
  { type, element, fullUrl }: LocatedResource,
  { address }: Pick<SourceDocument, 'address'>,
  sourceName: string,
): string | null {
  if (fullUrl !== null && isWeb(fullUrl)) return fullUrl;
  const canonical = element.text('url');
  if (canonical !== null && isWeb(canonical)) return canonical;
  const id = element.text('id');
  if (id !== null && isWeb(address)) return `${baseOf(address, type)}/${type}/${id}`;
  if (fullUrl !== null) return fullUrl;
  const within = `urn:x-fhir:${sourceName}:${type}`;
  if (id !== null) return `${within}/${encodeURIComponent(id)}`;
  const [first] = identifiersOf(element.list('identifier')).knownAs;
  return first === undefined ? null : `${within}?identifier=${encodeURIComponent(first)}`;
}

/** The base of a server, of which an address is a search or a resource. */
function baseOf(address: string, type: string): string {
  const url = new URL(address);
  const path = url.pathname.replace(new RegExp(`/${type}(?:/.*)?$`), '').replace(/\/$/, '');
  return `${url.origin}${path}`;
}
