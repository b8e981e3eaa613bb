/** Answers of OAI-PMH, which come in pages. https://www.openarchives.org/OAI/openarchivesprotocol.html#FlowControl */
import { plainText } from '../../rdf/reading/html';
import { parseUrl } from '../../url';
import type { SourceDocument } from '../document';

const within = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** The token by which the next page is asked for; null on the last one, and for what is no OAI-PMH. */
export function resumptionTokenIn({ bytes }: Pick<SourceDocument, 'bytes'>): string | null {
  if (!within(bytes.subarray(0, 4096)).includes('openarchives.org/OAI/2.0')) return null;
  const [, token = ''] =
    /<(?:[\w-]+:)?resumptionToken(?:\s[^>]*)?>([^<]+)</.exec(within(bytes.subarray(-8192))) ?? [];
  return token.trim() === '' ? null : plainText(token).trim();
}

/** The address of the next page; null if there is none. */
export function nextOfOai(page: Pick<SourceDocument, 'bytes' | 'address'>): string | null {
  const token = resumptionTokenIn(page);
  const next = parseUrl(page.address);
  if (token === null || next === null) return null;
  const verb = next.searchParams.get('verb') ?? 'ListRecords';
  // Beside a token, no other argument is allowed.
  next.search = new URLSearchParams({ verb, resumptionToken: token }).toString();
  return next.href;
}
