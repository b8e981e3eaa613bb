/** A document with what its server says of it. */
import Link from 'http-link-header';
import { parseUrl } from '../../url';
import { digestOf } from '../digest';
import type { RememberedDocument, SourceDocument, Validators } from '../document';
import type { Answer } from './exchange';
import { FetchFault } from './fault';

/** A link of the header `Link`, with an absolute address. https://www.rfc-editor.org/rfc/rfc8288 */
export interface HeaderLink {
  readonly rel: string;
  readonly href: string;
  readonly type: string | null;
}

export interface FetchedDocument extends SourceDocument {
  readonly validators: Validators | null;
  readonly links: readonly HeaderLink[];
}

/** @param known what an earlier run kept of it @throws FetchFault for answers that are no document */
export function fetchedDocument(
  address: string,
  { status, headers, bytes }: Answer,
  known: RememberedDocument | null,
  now: Date,
): FetchedDocument {
  const isUnchanged = status === 304 && known !== null;
  if (!isUnchanged && (status < 200 || status >= 300))
    throw new FetchFault('HTTP_STATUS', address, { status });
  const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  const isStated = validators.etag !== null || validators.lastModified !== null;
  return {
    address,
    bytes,
    type: headers.get('content-type'),
    fetchedAt: now.toISOString(),
    digest: isUnchanged ? known.digest : digestOf(bytes),
    lastModified: instantOf(validators.lastModified),
    validators: isStated ? validators : isUnchanged ? known.validators : null,
    links: linksIn(headers.get('link'), address),
    ...(isUnchanged && { unchanged: true, leadsTo: known.leadsTo }),
  };
}

function instantOf(written: string | null): string | null {
  const at = Date.parse(written ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function linksIn(header: string | null, base: string): HeaderLink[] {
  if (header === null) return [];
  try {
    return Link.parse(header).refs.flatMap(({ uri, rel, type }) => {
      const href = parseUrl(uri, base)?.href;
      return href
        ? rel.split(/\s+/).map((each) => ({ rel: each.toLowerCase(), href, type: type ?? null }))
        : [];
    });
  } catch {
    // A header that is no list of links says nothing.
    return [];
  }
}
