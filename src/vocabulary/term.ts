/** How a value is stated in RDF: its property, and what stands at the object. */

/**
 * What stands at the object of a statement:
 * `literal` the value, with its datatype; `tagged` a text with its language;
 * `iri` the value itself or the record, concept or file that it names; `node` something of a class that the value describes or labels.
 */
export type ObjectShape = 'literal' | 'tagged' | 'iri' | 'node';

/** The object of a statement. */
export interface StatedObject {
  readonly object: ObjectShape;
  /** IRI of the datatype of a literal; a text has none. */
  readonly datatype?: string;
  /** IRI of the class that the object must be said to have, beside any of its own. */
  readonly class?: string;
  /** What precedes a text to make it an IRI, such as `mailto:`. */
  readonly base?: string;
  /** The properties of a node, by the part of the value that they state. */
  readonly parts?: Readonly<Record<string, Term>>;
}

/** A property, and what it is stated of. */
export interface Term extends StatedObject {
  /** IRI of the property. */
  readonly predicate: string;
}

/** What a link says directly, beside what it says as a thing of its own: a property of one of its ends, at whose object the other stands. */
export interface RoleTerm extends Term {
  readonly of: 'source' | 'target';
}

/** What a declaration says of a property: its IRI alone, or what differs from the usual object; a shape of its own replaces it as a whole. */
export type DeclaredTerm = string | (Pick<Term, 'predicate'> & Partial<StatedObject>);

/** The whole of a declared term. */
export function termOf(declared: DeclaredTerm, usual: StatedObject): Term {
  const given = typeof declared === 'string' ? { predicate: declared } : declared;
  return { ...(given.object === undefined && usual), object: usual.object, ...given };
}
