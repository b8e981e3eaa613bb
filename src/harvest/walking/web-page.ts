/** Finds the metadata of a web page: linked as signposting says, or embedded as JSON-LD. https://signposting.org/FAIR/ */
import { Parser } from 'htmlparser2';
import { acceptedTypes } from '../../rdf/reading/recognise';
import { parseUrl } from '../../url';
import { digestOf } from '../digest';
import type { SourceDocument } from '../document';
import type { FetchedDocument, HeaderLink } from '../fetching/fetched-document';

/** Whether a document is HTML, whatever its type says. */
export function isWebPage({ bytes, type }: SourceDocument): boolean {
  const start = textOf(bytes.subarray(0, 1024)).trimStart();
  return (
    /^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html[\s>])/i.test(start) ||
    /^(?:text\/html|application\/xhtml)/i.test(type ?? '')
  );
}

/** The addresses of its metadata in RDF, by the header `Link` and by its `<link>`s: those that describe it, else other forms of it. */
export function metadataOf(page: FetchedDocument): string[] {
  const links = [...page.links, ...scan(page).links].filter(({ type }) => isRdf(type));
  for (const wanted of ['describedby', 'alternate']) {
    // One form is enough; the first is the one that the publisher prefers.
    const found = links.find(({ rel }) => rel === wanted);
    if (found) return [found.href];
  }
  return [];
}

/** What is embedded in it, each as a document of its own, on the lines on which it stands in the page. */
export function metadataIn(page: SourceDocument): SourceDocument[] {
  return scan(page).scripts.map(({ text, linesBefore }) => {
    const bytes = Buffer.from('\n'.repeat(linesBefore) + text);
    return { ...page, bytes, digest: digestOf(bytes), type: 'application/ld+json' };
  });
}

const isRdf = (type: string | null): boolean =>
  /^\w+\/[\w.+-]+/.test(type ?? '') &&
  acceptedTypes.includes((type ?? '').split(';')[0]?.trim().toLowerCase() ?? '');

interface Scanned {
  links: HeaderLink[];
  scripts: { text: string; linesBefore: number }[];
}

function scan({ bytes, address }: SourceDocument): Scanned {
  const html = textOf(bytes);
  const found: Scanned = { links: [], scripts: [] };
  let script: Scanned['scripts'][number] | null = null;
  const parser = new Parser({
    onopentag: (name, { rel = '', href = '', type = '' }) => {
      const target = name === 'link' ? parseUrl(href, address)?.href : undefined;
      if (target !== undefined)
        found.links.push(
          ...rel
            .toLowerCase()
            .split(/\s+/)
            .map((each) => ({ rel: each, href: target, type })),
        );
      if (name === 'script' && /^application\/ld\+json\b/i.test(type.trim()))
        script = { text: '', linesBefore: html.slice(0, parser.endIndex + 1).split('\n').length - 1 };
    },
    ontext: (data) => {
      if (script) script.text += data;
    },
    onclosetag: (name) => {
      if (name !== 'script' || !script) return;
      if (script.text.trim() !== '') found.scripts.push(script);
      script = null;
    },
  });
  parser.end(html);
  return found;
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
