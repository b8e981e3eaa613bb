/** N-Triples and N-Quads: one statement a line. https://www.w3.org/TR/n-quads/ */
import type { Literal, Quad, Term } from '@rdfjs/types';
import type { Encoder } from './encoder';
import type { RdfFormat } from './format';
import { streamed } from './streamed';
import { blankLabel, bracketed, datatypeIn, languageIn, otherTerm, quoted } from './terms';
import { forEachQuad, UnwritableTerm } from './unwritable';

export const nTriples: RdfFormat = {
  name: 'n-triples',
  extension: 'nt',
  types: ['application/n-triples'],
  contentType: 'application/n-triples',
  graphs: false,
  ...streamed(() => encoder(false)),
};

export const nQuads: RdfFormat = {
  name: 'n-quads',
  extension: 'nq',
  types: ['application/n-quads', 'text/x-nquads'],
  contentType: 'application/n-quads',
  graphs: true,
  ...streamed(() => encoder(true)),
};

const encoder = (graphs: boolean): Encoder => ({
  encode(quads) {
    // Joined at once: a text that grows statement by statement is a tree of its parts until it is sent.
    const parts: string[] = [];
    let subject: Term | null = null;
    let subjectText = '';
    forEachQuad(quads, (quad) => {
      if (quad.subject !== subject) {
        subject = quad.subject;
        subjectText = `${node(subject)} `;
      }
      parts.push(subjectText, node(quad.predicate), ' ', objectText(quad), endText(quad, graphs));
    });
    return parts.join('');
  },
  between: '',
  head: () => '',
  tail: '',
});

function node(term: Term): string {
  if (term.termType === 'NamedNode') return bracketed(term);
  if (term.termType === 'BlankNode') return blankLabel(term);
  throw otherTerm(term);
}

const objectText = ({ object }: Quad): string =>
  object.termType === 'Literal' ? literalText(object) : node(object);

function literalText(literal: Literal): string {
  const text = quoted(literal.value);
  const language = languageIn(literal);
  if (language !== '') return `${text}@${language}`;
  const datatype = datatypeIn(literal);
  return datatype === null ? text : `${text}^^${bracketed(datatype)}`;
}

function endText({ graph }: Quad, graphs: boolean): string {
  if (graph.termType === 'DefaultGraph') return ' .\n';
  if (!graphs) throw new UnwritableTerm('N-Triples has no named graphs');
  return ` ${node(graph)} .\n`;
}
