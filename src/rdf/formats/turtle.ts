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

  const first = ({ subject, predicate, object }: Quad): string =>
    `${terms.node(subject)} ${terms.predicate(predicate)} ${terms.object(object)}`;

  const following = (quad: Quad, last: Quad): string => {
    if (!same(last.graph, quad.graph)) return ends(last) + begins(quad) + first(quad);
    if (!same(last.subject, quad.subject)) return ` .\n\n${first(quad)}`;
    if (same(last.predicate, quad.predicate)) return ` ,\n    ${terms.object(quad.object)}`;
    return ` ;\n  ${terms.predicate(quad.predicate)} ${terms.object(quad.object)}`;
  };

  return {
    encode(quads) {
      let text = '';
      let last: Quad | undefined;
      forEachQuad(quads, (quad) => {
        text += last ? following(quad, last) : begins(quad) + first(quad);
        last = quad;
      });
      const [end] = quads.slice(-1);
      return end ? text + ends(end) : text;
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
