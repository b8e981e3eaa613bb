/** RDF/XML. https://www.w3.org/TR/rdf-syntax-grammar/ */
import type { Quad } from '@rdfjs/types';
import { prefixes } from '../../vocabulary/prefixes';
import type { Encoder } from './encoder';
import type { RdfFormat } from './format';
import { RdfXmlTerms } from './rdf-xml-terms';
import { streamed } from './streamed';
import { same } from './terms';
import { forEachQuad, UnwritableTerm } from './unwritable';

export const rdfXml: RdfFormat = {
  name: 'rdf-xml',
  extension: 'rdf',
  types: ['application/rdf+xml'],
  contentType: 'application/rdf+xml; charset=utf-8',
  graphs: false,
  ...streamed(() => encoder()),
};

function encoder(): Encoder {
  const terms = new RdfXmlTerms();
  return {
    encode(quads) {
      let text = '';
      let last: Quad | undefined;
      forEachQuad(quads, (quad) => {
        if (quad.graph.termType !== 'DefaultGraph') throw new UnwritableTerm('RDF/XML has no named graphs');
        if (!last || !same(last.subject, quad.subject))
          text += `${last ? end : ''}<rdf:Description ${terms.about(quad.subject)}>\n`;
        text += `  ${terms.property(quad)}\n`;
        last = quad;
      });
      return text === '' ? '' : text + end;
    },
    between: '',
    head: (all) => `${declaration}<rdf:RDF${terms.declared(all).map(declared).join('')}>\n`,
    tail: '</rdf:RDF>\n',
  };
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const declared = (prefix: string): string => `\n  xmlns:${prefix}="${prefixes[prefix] ?? ''}"`;
const end = '</rdf:Description>\n';
