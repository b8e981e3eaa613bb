/** Validates addresses: http(s) URLs for links, and also `urn:` names for IRIs. */

import { parseUrl } from '../../url';
import { codeOf } from './text';

/** Whether a text is an http or https URL. Other schemes, such as `javascript:`, must not become links. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s/?#]\S*$/i.test(text) && parseUrl(text) !== null;

/** Whether a text is an IRI: a web address or a URN (RFC 8141). */
export const isIri = (text: string): boolean =>
  isWebAddress(text) || /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:\S+$/i.test(text);

/** Where brackets may stand: around an IPv6 address. */
const ipv6Host = /^([a-z][a-z\d+.-]*:\/\/)\[[\da-f:.]+\]/i;
/**
 * Spaces, controls, some signs, halves of surrogate pairs, a percent sign that begins no escape, and a hash within a fragment:
 * what no IRI has (RFC 3987).
 */
const wrongInIri = /[ <>"{}|\\^`[\]\p{Cc}\p{Cs}\p{NChar}]|%(?![\dA-Fa-f]{2})|(?<=#.*)#/u;

/** The first character that an IRI cannot have, as `U+007C`; null if there is none. RDF cannot state such an address. */
export function unusableInIri(text: string): string | null {
  const [found] = wrongInIri.exec(text.replace(ipv6Host, '$1')) ?? [];
  return found === undefined ? null : codeOf(found);
}
