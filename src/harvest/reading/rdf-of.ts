/** The statements of a document, read and mended once for the walk and for the reader. */
import { type RepairedDocument, readRepaired } from '../../rdf/repair/read-repaired';
import type { JsonLdContextDocument } from '../../rdf/reading/json-ld';
import type { SourceDocument } from '../document';

/** @throws UnreadableDocument */
export type RdfOf = (document: SourceDocument) => Promise<RepairedDocument>;

/** @param contexts of JSON-LD, by address */
export function rdfReading(contexts: ReadonlyMap<string, JsonLdContextDocument>): RdfOf {
  const read = new WeakMap<Uint8Array, Promise<RepairedDocument>>();
  return ({ bytes, address, type }) => {
    const known = read.get(bytes);
    if (known) return known;
    const reading = readRepaired(bytes, { place: placeOf(address), base: address, type, contexts });
    read.set(bytes, reading);
    return reading;
  };
}

/** The name by whose ending a format is known: that of a member, for one of an archive. */
const placeOf = (address: string): string => address.replace(/^file:.*#(?=.)/, '').replace(/\.gz$/i, '');
