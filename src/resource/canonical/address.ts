/** Which addresses the catalogue takes: those of the web where a link is meant, and names of things where an IRI is. */

import { parseUrl } from '../../url';

/** Whether a text is the address of something on the web: what has another scheme, such as `javascript:`, is no link. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s/?#]\S*$/i.test(text) && parseUrl(text) !== null;

/** Whether a text is an IRI: a web address, or a name that is registered (`urn:`, RFC 8141). */
export const isIri = (text: string): boolean =>
  isWebAddress(text) || /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:\S+$/i.test(text);
