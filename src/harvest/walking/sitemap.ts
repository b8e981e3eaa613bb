/** Walks over the pages of a sitemap, or of an index of sitemaps, to the metadata of each. https://www.sitemaps.org/protocol.html */
import { Parser } from 'htmlparser2';
import { acceptedTypes } from '../../rdf/reading/accepted-types';
import { parseUrl } from '../../url';
import type { SourceDocument } from '../document';
import { crawl } from './crawl';
import { walkFinding } from './finding-texts';
import { unpacked } from './unpack';
import type { Walk, Walking } from './walking';
import { isWebPage, metadataIn, metadataOf } from './web-page';

const acceptedSitemaps = 'application/xml, text/xml;q=0.9, */*;q=0.1';
const acceptedPages = `${acceptedTypes}, text/html;q=0.3, application/xhtml+xml;q=0.3`;

export const walkSitemap: Walk = async function* (start, walking) {
  /** Addresses of sitemaps; all others are pages. */
  const sitemaps = new Set([start]);
  /** Addresses that pages name as their metadata. */
  const metadata = new Set<string>();
  const documents = crawl(
    start,
    {
      fetch: (address) => {
        const accept = sitemaps.has(address)
          ? acceptedSitemaps
          : metadata.has(address)
            ? acceptedTypes
            : acceptedPages;
        return walking.fetcher.get(address, accept);
      },
      leadsOn: async (document) => {
        if (sitemaps.has(document.address) || document.address === start)
          return locationsIn(document, walking, (address) => sitemaps.add(address));
        if (!isWebPage(document)) return [];
        const found = metadataOf(document);
        for (const address of found) metadata.add(address);
        return found;
      },
    },
    walking,
  );
  let first = true;
  for await (const document of documents) {
    const isSitemap = first || sitemaps.has(document.address);
    first = false;
    if (document.unchanged) yield document;
    else if (!isSitemap) yield* recordsIn(document, walking);
  }
};

/** The metadata of a page: the page itself where it is RDF, else what is embedded, unless it links its metadata. */
function* recordsIn(document: SourceDocument, { report }: Walking): Generator<SourceDocument> {
  if (!isWebPage(document)) {
    yield document;
    return;
  }
  if ((document.leadsTo ?? []).length > 0) return;
  const embedded = metadataIn(document);
  if (embedded.length === 0) report(walkFinding('nothing-in-page', document.address));
  yield* embedded;
}

/** The addresses in a sitemap. @param onSitemap called with those of further sitemaps */
async function locationsIn(
  document: SourceDocument,
  walking: Walking,
  onSitemap: (address: string) => void,
): Promise<string[]> {
  const addresses: string[] = [];
  for await (const { bytes } of unpacked(document, walking)) {
    const { kind, locations } = parsed(Buffer.from(bytes).toString('utf8'));
    if (kind === null) walking.report(walkFinding('no-sitemap', document.address));
    for (const location of locations) {
      const address = parseUrl(location, document.address)?.href;
      if (address === undefined || !/^https?:/.test(address)) continue;
      if (kind === 'sitemapindex') onSitemap(address);
      addresses.push(address);
    }
  }
  return addresses;
}

interface Sitemap {
  /** `urlset` or `sitemapindex`; null for what is neither, and for what breaks off. */
  kind: string | null;
  locations: string[];
}

function parsed(text: string): Sitemap {
  const found: Sitemap = { kind: null, locations: [] };
  const open: { root: string | null; location: string | null } = { root: null, location: null };
  const parser = new Parser(
    {
      onopentag: (name) => {
        open.root ??= localName(name);
        // Images and videos have locations of their own, with another prefix.
        if (/^(?:sitemap:)?loc$/i.test(name)) open.location = '';
      },
      ontext: (data) => {
        if (open.location !== null) open.location += data;
      },
      onclosetag: (name, isImplied) => {
        if (isImplied) return;
        if (open.location !== null && localName(name) === 'loc') {
          found.locations.push(open.location.trim());
          open.location = null;
        }
        if (localName(name) === open.root && /^(?:urlset|sitemapindex)$/.test(open.root))
          found.kind = open.root;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

const localName = (name: string): string => name.replace(/^.*:/, '').toLowerCase();
