/** Terms as RDF/XML writes them: properties are elements, so their IRIs must end in an XML name. */
import type { Literal, Quad, Term } from '@rdfjs/types';
import { rdf } from '../../vocabulary/namespaces';
import { PrefixedNames } from './prefixed-names';
import { checkedIri, checkedText, datatypeIn, languageIn, otherTerm } from './terms';
import { UnwritableTerm } from './unwritable';

const ampersand: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // An XML parser reads the character itself as a line feed.
  '\r': '&#xD;',
};
const escape = (found: string): string => ampersand[found] ?? found;

const inContent = (text: string): string => checkedText(text).replace(/[&<>\r]/g, escape);
const inAttribute = (iri: string): string => checkedIri(iri).replace(/[&<>"]/g, escape);

const xmlName = /^[A-Za-z_][\w.-]*$/;
/** It does not begin within a percent escape, as the rest would be no IRI. */
const endInXmlName = /(?<!%[\dA-Fa-f]?)[A-Za-z_][\w.-]*$/;

/** Names of the RDF namespace that are syntax, not properties. */
const syntaxNames = new Set(
  'RDF ID about parseType resource nodeID datatype Description aboutEach aboutEachPrefix bagID li'
    .split(' ')
    .map(rdf),
);
const xmlns = 'http://www.w3.org/2000/xmlns/';

/** An element with its attributes for declaring its namespace. */
interface Element {
  readonly name: string;
  readonly declaration: string;
}

/** The terms of one document. Each method throws UnwritableTerm. */
export class RdfXmlTerms {
  private readonly names = new PrefixedNames();

  /** The prefixes to declare. */
  declared(all: boolean): string[] {
    this.names.of({ value: rdf('RDF') });
    return this.names.declared(all).map(([prefix]) => prefix);
  }

  /** The attribute for a subject. */
  about(subject: Term): string {
    return subject.termType === 'NamedNode' ? `rdf:about="${inAttribute(subject.value)}"` : nodeId(subject);
  }

  /** The element of a statement. */
  property({ predicate, object }: Quad): string {
    const { name, declaration } = this.element(predicate);
    if (object.termType === 'Literal')
      return `<${name}${declaration}${attributeOf(object)}>${inContent(object.value)}</${name}>`;
    const named = object.termType === 'NamedNode' && `rdf:resource="${inAttribute(object.value)}"`;
    return `<${name}${declaration} ${named || nodeId(object)}/>`;
  }

  private element(property: Pick<Term, 'value'>): Element {
    const iri = property.value;
    if (syntaxNames.has(iri)) throw new UnwritableTerm(`RDF/XML has no property ${iri}`);
    const name = this.names.of(property);
    if (name !== null) return { name, declaration: '' };
    const [local] = endInXmlName.exec(checkedIri(iri)) ?? [];
    const namespace = iri.slice(0, iri.length - (local?.length ?? 0));
    if (local === undefined || namespace === xmlns)
      throw new UnwritableTerm(`RDF/XML needs a property whose IRI ends in an XML name, other than ${iri}`);
    return { name: `ns:${local}`, declaration: ` xmlns:ns="${inAttribute(namespace)}"` };
  }
}

function attributeOf(literal: Literal): string {
  const language = languageIn(literal);
  if (language !== '') return ` xml:lang="${language}"`;
  const datatype = datatypeIn(literal);
  return datatype === null ? '' : ` rdf:datatype="${inAttribute(datatype.value)}"`;
}

function nodeId(term: Term): string {
  if (term.termType !== 'BlankNode') throw otherTerm(term);
  if (xmlName.test(term.value)) return `rdf:nodeID="${term.value}"`;
  throw new UnwritableTerm(`${JSON.stringify(term.value)} is no label of a blank node in RDF/XML`);
}
