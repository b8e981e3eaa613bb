/** Reads an RDF document of any format. */
import { decode } from './decode';
import type { RdfDocument } from './document';
import { type JsonLdContextDocument, type KnownContexts, readJsonLd } from './json-ld';
import { readRdfXml } from './rdf-xml';
import { recognise } from './recognise';
import { readTextual } from './textual';

/** What is known of a document before it is read. */
export interface DocumentSource {
  /** The file or the address. */
  readonly place: string;
  /** What relative IRIs are resolved against. */
  readonly base: string;
  /** The media type that a server states. */
  readonly type?: string | null;
  /** The JSON-LD contexts that are known, by address. */
  readonly contexts?: KnownContexts;
}

/** @throws UnreadableDocument saying what is wrong, where, and what to do */
export async function readDocument(bytes: Uint8Array, source: DocumentSource): Promise<RdfDocument> {
  const { place, base, type = null, contexts = new Map<string, JsonLdContextDocument>() } = source;
  const text = decode(bytes, type);
  const syntax = recognise(text, { type, place });
  if (syntax === 'RDF/XML') return readRdfXml(text, { base });
  if (syntax === 'JSON-LD') return readJsonLd(text, { base, contexts });
  return readTextual(text, { syntax, base });
}
