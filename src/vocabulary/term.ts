/** How a value is stated in RDF: the property, and the shape of the object. */
import type { ConceptScheme } from './concept-scheme';

/**
 * The shape of an RDF object:
 * `literal` the value with its datatype; `tagged` a text with its language;
 * `iri` the value as an IRI, or the IRI of the record, concept or file that it names; `node` a node of a class that the value
 * describes or labels.
 */
export type ObjectShape = 'literal' | 'tagged' | 'iri' | 'node';

/** The object of an RDF statement. */
export interface StatedObject {
  readonly object: ObjectShape;
  /** IRI of a literal's datatype; plain strings have none. */
  readonly datatype?: string;
  /** IRI of a class that is stated for the object, beside any of its own. */
  readonly class?: string;
  /** Prefix that makes an IRI of a text, such as `mailto:`. */
  readonly base?: string;
  /** The vocabulary of a code that is a part of a value. */
  readonly scheme?: ConceptScheme;
  /** For nodes that only a name tells apart, such as a schema:PropertyValue: its property. */
  readonly namedBy?: string;
  /** For nodes around a value: the property by which one refers back to what it is stated of. */
  readonly back?: string;
  /** For nodes around a value: what all of them state, as IRIs by property. */
  readonly always?: Readonly<Record<string, string>>;
  /** The properties of a node, by the part of the value that each states; that of the whole value has no name (`''`). */
  readonly parts?: Readonly<Record<string, Term>>;
}

/** A property with its object. */
export interface Term extends StatedObject {
  /** IRI of the property. */
  readonly predicate: string;
  /** The object states it of the subject: at the end of a link, the record of the link. */
  readonly inverse?: true;
}

/** A statement that a link makes directly about one of its ends, with the other end as object. The link is also described as a resource itself. */
export interface RoleTerm extends Term {
  readonly of: 'from' | 'to';
  /** A record has the property only once. Of several links, one states it; all are described. */
  readonly single?: true;
}

/**
 * A term as declared: only the property's IRI, or with deviations from the kind's default object. A different shape replaces the default completely.
 */
export type DeclaredTerm = string | (Pick<Term, 'predicate' | 'inverse'> & Partial<StatedObject>);

/** Completes a declared term with the default object. */
export function termOf(declared: DeclaredTerm, usual: StatedObject): Term {
  const given = typeof declared === 'string' ? { predicate: declared } : declared;
  return { ...(given.object === undefined && usual), object: usual.object, ...given };
}
