/** Terms as Turtle and TriG write them: IRIs with prefixes, numbers and truth values bare. */
import type { Literal, Term } from '@rdfjs/types';
import { rdf, xsd } from '../../vocabulary/namespaces';
import type { PrefixedNames } from './prefixed-names';
import { blankLabel, bracketed, datatypeIn, languageIn, otherTerm, quoted } from './terms';

/** Literals that are written without quotes and datatype. */
const bare: Readonly<Record<string, RegExp>> = {
  [xsd('boolean')]: /^(?:true|false)$/,
  [xsd('integer')]: /^[+-]?\d+$/,
  [xsd('decimal')]: /^[+-]?\d*\.\d+$/,
};

const type = rdf('type');

/** The terms of one document. Each method throws UnwritableTerm. */
export class TurtleTerms {
  constructor(private readonly names: PrefixedNames) {}

  predicate(term: Term): string {
    return term.value === type ? 'a' : this.node(term);
  }

  node(term: Term): string {
    if (term.termType === 'NamedNode') return this.iri(term);
    if (term.termType === 'BlankNode') return blankLabel(term);
    throw otherTerm(term);
  }

  object(term: Term): string {
    return term.termType === 'Literal' ? this.literal(term) : this.node(term);
  }

  private iri(node: Pick<Term, 'value'>): string {
    return this.names.of(node) ?? bracketed(node);
  }

  private literal(literal: Literal): string {
    const { value } = literal;
    const language = languageIn(literal);
    if (language !== '') return `${quoted(value)}@${language}`;
    const datatype = datatypeIn(literal);
    if (datatype === null) return quoted(value);
    return bare[datatype.value]?.test(value) ? value : `${quoted(value)}^^${this.iri(datatype)}`;
  }
}
