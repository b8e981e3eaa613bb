/** Turtle and TriG: statements by subject, with prefixes. https://www.w3.org/TR/trig/ */
import type { Quad } from '@rdfjs/types';
import type { Encoder } from './encoder';
import type { RdfFormat } from './format';
import { PrefixedNames } from './prefixed-names';
import { streamed } from './streamed';
import { same } from './terms';
import { TurtleTerms } from './turtle-terms';
import { forEachQuad, UnwritableTerm } from './unwritable';

export const turtle: RdfFormat = {
  name: 'turtle',
  extension: 'ttl',
  types: ['text/turtle', 'application/x-turtle'],
  contentType: 'text/turtle; charset=utf-8',
  graphs: false,
  ...streamed(() => encoder(false)),
};

export const trig: RdfFormat = {
  name: 'trig',
  extension: 'trig',
  types: ['application/trig', 'application/x-trig'],
  contentType: 'application/trig; charset=utf-8',
  graphs: true,
  ...streamed(() => encoder(true)),
};

function encoder(graphs: boolean): Encoder {
  const names = new PrefixedNames();
  const terms = new TurtleTerms(names);

  const begins = ({ graph }: Quad): string => {
    if (graph.termType === 'DefaultGraph') return '';
    if (!graphs) throw new UnwritableTerm('Turtle has no named graphs');
    return `${terms.node(graph)} {\n`;
  };

  return {
    encode(quads) {
      // Joined at once: a text that grows statement by statement is a tree of its parts until it is sent.
      const parts: string[] = [];
      let last: Quad | undefined;
      forEachQuad(quads, (quad) => {
        const { subject, predicate, object } = quad;
        if (last && same(last.graph, quad.graph) && same(last.subject, subject)) {
          if (same(last.predicate, predicate)) parts.push(' ,\n    ');
          else parts.push(' ;\n  ', terms.predicate(predicate), ' ');
        } else {
          if (!last) parts.push(begins(quad));
          else if (same(last.graph, quad.graph)) parts.push(' .\n\n');
          else parts.push(ends(last), begins(quad));
          parts.push(terms.node(subject), ' ', terms.predicate(predicate), ' ');
        }
        parts.push(terms.object(object));
        last = quad;
      });
      if (last) parts.push(ends(last));
      return parts.join('');
    },
    between: '',
    head(all) {
      const lines = names.declared(all).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
      return lines.length > 0 ? `${lines.join('')}\n` : '';
    },
    tail: '',
  };
}

const ends = ({ graph }: Quad): string => (graph.termType === 'DefaultGraph' ? ' .\n\n' : ' .\n}\n\n');
