/** Turtle and TriG: statements by subject, with prefixes. https://www.w3.org/TR/trig/ */
import type { Quad } from '@rdfjs/types';
import type { RdfFormat } from './format';
import { PrefixedNames } from './prefixed-names';
import { streamed, type Encoder } from './streamed';
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

  /** What stands before a quad, of which its subject or predicate may be part. */
  const begun = (quad: Quad, last: Quad | undefined): string => {
    if (!last) return begins(quad) + pair(quad);
    if (!same(last.graph, quad.graph)) return ends(last) + begins(quad) + pair(quad);
    if (!same(last.subject, quad.subject)) return ` .\n\n${pair(quad)}`;
    if (same(last.predicate, quad.predicate)) return ' ,\n    ';
    return ` ;\n  ${terms.predicate(quad.predicate)} `;
  };

  const pair = ({ subject, predicate }: Quad): string =>
    `${terms.node(subject)} ${terms.predicate(predicate)} `;

  return {
    encode(quads) {
      const parts: string[] = [];
      let last: Quad | undefined;
      forEachQuad(quads, (quad) => {
        parts.push(begun(quad, last), terms.object(quad.object));
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
