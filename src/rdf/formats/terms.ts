/** Which terms can be written, and how the Turtle family of formats writes them. https://www.w3.org/TR/n-triples/ */
import type { BlankNode, Literal, Term } from '@rdfjs/types';
import { unusableInIri } from '../../resource/canonical/address';
import { codeOf } from '../../resource/canonical/text';
import { xsd } from '../../vocabulary/namespaces';
import { NamedNode } from '../factory';
import { UnwritableTerm } from './unwritable';

/** IRIs of ASCII without percent signs: most of them. */
const plainIri = /^[A-Za-z][A-Za-z\d+.-]*:[!$&-;=?-Z_a-z~]*(?:#[!$&-;=?-Z_a-z~]*)?$/;
const scheme = /^[A-Za-z][A-Za-z\d+.-]*:/;
/** Returns an absolute IRI as it is. @throws UnwritableTerm */
export function checkedIri(iri: string): string {
  if (plainIri.test(iri)) return iri;
  if (!scheme.test(iri)) throw new UnwritableTerm(`${JSON.stringify(iri)} is not an absolute IRI`);
  const wrong = unusableInIri(iri);
  if (wrong === null) return iri;
  throw new UnwritableTerm(`an IRI cannot have ${wrong}: percent-encode it`);
}

/** The IRI of a node in angle brackets. @throws UnwritableTerm */
export function bracketed(node: Pick<Term, 'value'>): string {
  if (!(node instanceof NamedNode)) return `<${checkedIri(node.value)}>`;
  return (node.bracketed ??= `<${checkedIri(node.value)}>`);
}

/** Control characters, and what neither XML nor UTF-8 can state. No format states it, so that all can state the same. */
const wrongInText = /(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/u;

/** Returns a text as it is. @throws UnwritableTerm */
export function checkedText(text: string): string {
  const [wrong] = wrongInText.exec(text) ?? [];
  if (wrong === undefined) return text;
  throw new UnwritableTerm(`a text cannot have ${codeOf(wrong)}: remove it`);
}

const languageTag = /^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/;

/** The language of a literal; empty if it has none. @throws UnwritableTerm */
export function languageIn(literal: Literal): string {
  const { language } = literal;
  if (language === '') return language;
  if (literal.direction) throw new UnwritableTerm('RDF 1.1 has no direction of texts');
  if (language === 'de' || language === 'en' || languageTag.test(language)) return language;
  throw new UnwritableTerm(`${JSON.stringify(language)} is not a language tag (BCP 47)`);
}

/** The datatype of a literal without a language; null for plain strings. */
export function datatypeIn({ datatype }: Literal): Literal['datatype'] | null {
  return datatype.value === xsdString ? null : datatype;
}

const xsdString = xsd('string');

/** Whatever needs no escape and is allowed. */
const escapable = /[^ !#-[\]-~\u00A0-\uD7FF\uE000-\uFFFD]/;
const escaped = /["\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text in quotes. @throws UnwritableTerm */
export function quoted(text: string): string {
  if (!escapable.test(text)) return `"${text}"`;
  return `"${checkedText(text).replace(escaped, (found) => escapes[found] ?? found)}"`;
}

const label = /^[A-Za-z\d_](?:[\w.-]*[\w-])?$/;

/** The label of a blank node, as `_:b0`. @throws UnwritableTerm */
export function blankLabel({ value }: BlankNode): string {
  if (label.test(value)) return `_:${value}`;
  throw new UnwritableTerm(`${JSON.stringify(value)} is not a label of a blank node`);
}

/** For terms of RDF-star and of queries. */
export const otherTerm = (term: Term): UnwritableTerm =>
  new UnwritableTerm(`RDF 1.1 has no ${term.termType} here`);

/** Whether two terms that are no literals are the same. */
export const same = (one: Term, other: Term): boolean =>
  one === other || (one.value === other.value && one.termType === other.termType);
