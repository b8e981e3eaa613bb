/** Validates addresses: http(s) URLs for links, and also `urn:` names for IRIs. */

import { parseUrl } from '../../url';

/** Whether a text is an http or https URL. Other schemes, such as `javascript:`, must not become links. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s/?#]\S*$/i.test(text) && parseUrl(text) !== null;

/** Whether a text is an IRI: a web address or a URN (RFC 8141). */
export const isIri = (text: string): boolean =>
  isWebAddress(text) || /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:\S+$/i.test(text);
