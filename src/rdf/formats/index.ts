/** The RDF formats of the gateway. A new one is one file, and one line here. */
import type { RdfFormat } from './format';
import { jsonLd } from './json-ld';
import { nQuads, nTriples } from './n-quads';
import { rdfXml } from './rdf-xml';
import { trig, turtle } from './turtle';

/** All formats; the first one is sent where any is accepted. */
export const rdfFormats: readonly RdfFormat[] = [turtle, jsonLd, rdfXml, nTriples, nQuads, trig];
