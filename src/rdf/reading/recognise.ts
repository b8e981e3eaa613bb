/** Which RDF format a document is in: by its content, and where that leaves a choice, by what is said of it. */
import { emptyDocument, UnreadableDocument } from './document';
import { isHtml, metadataLinkIn } from './html';
import { otherKind } from './other-kinds';

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
  if (start === '') throw new UnreadableDocument(emptyDocument);
  if (isHtml(start)) throw page(text);
  const other = otherKind(text);
  if (other !== null)
    throw new UnreadableDocument({
      de: `Das ist ${other.what.de} und kein RDF. ${other.how.de}`,
      en: `This is ${other.what.en}, and no RDF. ${other.how.en}`,
    });
  if (/^<\?xml\b|^<!--|^<!DOCTYPE|^<(?:\w+:)?RDF[\s>]/.test(start)) return 'RDF/XML';
  // A blank node of Turtle and a graph of TriG begin like JSON, but go on otherwise.
  const isJson = said === 'JSON-LD' || /json/i.test(type ?? '') || /^json/i.test(ending);
  if (/^\{\s*["}]|^\[\s*[{\]"]/.test(start) || (isJson && /^(?:\{|\[|\/[/*])/.test(start))) return 'JSON-LD';
  if (said && textual.has(said)) return said;
  // TriG is Turtle with graphs, and N-Triples are Turtle.
  return fourTerms.test(start) ? 'N-Quads' : 'TriG';
}

/** A page that has no metadata in it. */
function page(text: string): UnreadableDocument {
  const link = metadataLinkIn(text);
  return new UnreadableDocument(
    link === null
      ? {
          de: 'Das ist eine HTML-Seite und kein RDF. Die Adresse von Turtle, JSON-LD oder RDF/XML angeben; eine Seite nennt sie oft als „describedby“ oder „alternate“.',
          en: 'This is an HTML page, and no RDF. Give the address of its Turtle, JSON-LD or RDF/XML; a page often links it as "describedby" or "alternate".',
        }
      : {
          de: `Das ist eine HTML-Seite und kein RDF. Sie nennt ihre Metadaten: ${link} angeben.`,
          en: `This is an HTML page, and no RDF. It names its metadata: give ${link}.`,
        },
  );
}
