/** Which RDF format a document is in: by its content, and where that leaves a choice, by what is said of it. */
import { UnreadableDocument } from './document';

/** The formats that are read. */
export type RdfSyntax = 'Turtle' | 'TriG' | 'N-Triples' | 'N-Quads' | 'JSON-LD' | 'RDF/XML';

const byType: Readonly<Record<string, RdfSyntax>> = {
  'text/turtle': 'Turtle',
  'application/x-turtle': 'Turtle',
  'application/trig': 'TriG',
  'application/n-triples': 'N-Triples',
  'application/n-quads': 'N-Quads',
  'application/ld+json': 'JSON-LD',
  'application/rdf+xml': 'RDF/XML',
};

const byEnding: Readonly<Record<string, RdfSyntax>> = {
  ttl: 'Turtle',
  trig: 'TriG',
  nt: 'N-Triples',
  nq: 'N-Quads',
  jsonld: 'JSON-LD',
  rdf: 'RDF/XML',
};

/** The format that a media type names. */
export const syntaxOfType = (type: string): RdfSyntax | undefined => byType[type];

/** The media types of the formats, for `Accept`. */
export const acceptedTypes =
  'text/turtle, application/ld+json;q=0.9, application/rdf+xml;q=0.8, application/n-triples;q=0.7, application/trig;q=0.6, application/n-quads;q=0.6';

/** Formats whose documents look alike. */
const textual: ReadonlySet<RdfSyntax | undefined> = new Set([
  'Turtle',
  'TriG',
  'N-Triples',
  'N-Quads',
] as const);

/** A statement with its graph, which only N-Quads writes in this way, after comments. */
const fourTerms =
  /^(?:#.*\s+)*(?:<[^>]*>|_:\S+)\s+<[^>]*>\s+(?:<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?)\s+(?:<[^>]*>|_:\S+)\s*\./;

/** @param said the media type, and the name of the file or the address @throws UnreadableDocument for pages and empty documents */
export function recognise(text: string, { type, place }: { type?: string | null; place: string }): RdfSyntax {
  const [, ending = ''] = /\.([a-z]+)(?:[?#].*)?$/i.exec(place) ?? [];
  const said =
    byType[(type ?? '').split(';')[0]?.trim().toLowerCase() ?? ''] ?? byEnding[ending.toLowerCase()];
  const start = text.slice(0, 4096).trimStart();
  if (start === '') throw new UnreadableDocument('The document is empty.');
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+)?html[\s>]/i.test(start))
    throw new UnreadableDocument(
      'This is an HTML page, and no RDF. Give the address of its Turtle, JSON-LD or RDF/XML; a page often links it as "describedby" or "alternate".',
    );
  if (/^<\?xml\b|^<!--|^<!DOCTYPE|^<(?:\w+:)?RDF[\s>]/.test(start)) return 'RDF/XML';
  // A blank node of Turtle and a graph of TriG begin like JSON, but go on otherwise.
  if (/^\{\s*["}]|^\[\s*[{\]"]/.test(start)) return 'JSON-LD';
  if (said && textual.has(said)) return said;
  // TriG is Turtle with graphs, and N-Triples are Turtle.
  return fourTerms.test(start) ? 'N-Quads' : 'TriG';
}
