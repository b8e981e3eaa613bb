/** Finds the metadata of a web page: linked as signposting says, or embedded as JSON-LD. https://signposting.org/FAIR/ */
import { isHtml, isRdfType, scanPage } from '../../rdf/reading/html';
import { parseUrl } from '../../url';
import { digestOf } from '../digest';
import type { SourceDocument } from '../document';
import type { FetchedDocument } from '../fetching/fetched-document';

/** Whether a document is HTML, whatever its type says. */
export function isWebPage({ bytes, type }: SourceDocument): boolean {
  const start = textOf(bytes.subarray(0, 4096));
  return isHtml(start) || /^(?:text\/html|application\/xhtml)/i.test(type ?? '');
}

/** The addresses of its metadata in RDF, by the header `Link` and by its `<link>`s: those that describe it, else other forms of it. */
export function metadataOf(page: FetchedDocument): string[] {
  const ofPage = scanPage(textOf(page.bytes)).links.flatMap((link) => {
    const href = parseUrl(link.href, page.address)?.href;
    return href === undefined ? [] : [{ ...link, href }];
  });
  const links = [...page.links, ...ofPage].filter(({ type }) => isRdfType(type));
  for (const wanted of ['describedby', 'alternate']) {
    // One form is enough; the first is the one that the publisher prefers.
    const found = links.find(({ rel }) => rel === wanted);
    if (found) return [found.href];
  }
  return [];
}

/** What is embedded in it, each as a document of its own, on the lines on which it stands in the page. */
export function metadataIn(page: SourceDocument): SourceDocument[] {
  return scanPage(textOf(page.bytes)).scripts.map(({ text, linesBefore }) => {
    const bytes = Buffer.from('\n'.repeat(linesBefore) + text);
    return { ...page, bytes, digest: digestOf(bytes), type: 'application/ld+json' };
  });
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
