/** Terms as JSON-LD writes them. */
import type { Literal, Term } from '@rdfjs/types';
import { xsd } from '../../vocabulary/namespaces';
import { prefixes } from '../../vocabulary/prefixes';
import type { PrefixedNames } from './prefixed-names';
import { blankLabel, checkedIri, checkedText, datatypeIn, languageIn, otherTerm } from './terms';
import { UnwritableTerm } from './unwritable';

/** An IRI whose scheme is one of our prefixes would be read as a prefixed name. */
const schemeAsPrefix = /^([^:]*):(?!\/\/)/;

const bool = xsd('boolean');
const integer = xsd('integer');
/** An integer as JSON writes it. */
const canonicalInteger = /^(?:0|-?[1-9]\d{0,14})$/;

/** The terms of one document as JSON texts. Each method throws UnwritableTerm. */
export class JsonLdTerms {
  constructor(private readonly names: PrefixedNames) {}

  /** A value of `@id`. */
  id(term: Term): string {
    if (term.termType === 'BlankNode') return JSON.stringify(blankLabel(term));
    if (term.termType !== 'NamedNode') throw otherTerm(term);
    return JSON.stringify(this.iri(term.value));
  }

  property(term: Term): string {
    return this.name(term);
  }

  /** A value of `@type`. */
  type(term: Term): string {
    return this.name(term);
  }

  value(term: Term): string {
    return term.termType === 'Literal' ? this.literal(term) : `{"@id": ${this.id(term)}}`;
  }

  private name(term: Term): string {
    const name = term.termType === 'NamedNode' ? this.names.of(term) : null;
    return name === null ? this.id(term) : `"${name}"`;
  }

  private iri(iri: string): string {
    const [, prefix] = schemeAsPrefix.exec(checkedIri(iri)) ?? [];
    if (prefix === undefined || !Object.hasOwn(prefixes, prefix)) return iri;
    throw new UnwritableTerm(
      `${JSON.stringify(iri)} has the scheme ${prefix}, which is a prefix of JSON-LD here`,
    );
  }

  private literal(literal: Literal): string {
    const { value } = literal;
    const text = JSON.stringify(checkedText(value));
    const language = languageIn(literal);
    if (language !== '') return `{"@language": "${language}", "@value": ${text}}`;
    const datatype = datatypeIn(literal);
    if (datatype === null) return text;
    if (datatype.value === bool && (value === 'true' || value === 'false')) return value;
    if (datatype.value === integer && canonicalInteger.test(value)) return value;
    const name = this.names.of(datatype) ?? this.iri(datatype.value);
    return `{"@type": ${JSON.stringify(name)}, "@value": ${text}}`;
  }
}
