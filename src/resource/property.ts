/** The parts of which the description of a class consists: its attributes, references, ends and lists. */
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { Label } from '../vocabulary/label';
import type { Term } from '../vocabulary/term';
import type { Notation } from './canonical/notation';
import type { Kind } from './kinds/kind';

/** A class that declares records. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any record class fits, whatever its fields
export type RecordClass = abstract new (...args: any[]) => object;

/** A property with a value. */
export interface Attribute {
  name: string;
  kind: Kind;
  about: string;
  /** What people call it, where the vocabulary of labels does not say or says something else. */
  label?: Label;
  /** How it is stated in RDF. */
  term?: Term;
  required: boolean;
  filter: boolean;
  order: boolean;
  facet: boolean;
  /** Weight in full-text search; 0 if it is not searched. */
  search: number;
  /** The vocabulary of an attribute with codes. */
  scheme?: ConceptScheme;
  /** For `day`: whether a month or year stands for its first or its last day. */
  boundary: 'start' | 'end';
  /** For `localized`: the field with the texts in all languages. */
  allTexts?: string;
  /** For texts: whether it may have paragraphs. Otherwise it is a single line. */
  paragraphs: boolean;
  /** For a text that is an identifier: its scheme, whose spelling is used. */
  identifies?: IdentifierScheme;
  /** For a text that programs read: its notation, whose canonical spelling is used. */
  notation?: Notation;
  /** For addresses: any IRI, or only web addresses, which may be shown as links. */
  address?: 'iri' | 'web';
  /** For `integer`: the minimum. */
  min?: number;
  /** Set by the gateway, never by an import. */
  derived: boolean;
  /** For a value that follows from the record and others: the derivation that computes it with each write (`resource/derivation.ts`). */
  derivedBy?: string;
}

/** A field with the identifier of a scheme that identifies records uniquely. */
export interface UniqueIdentifier {
  name: string;
  about: string;
  scheme: IdentifierScheme;
}

/** A reference to exactly one other record. */
export interface Reference {
  name: string;
  about: string;
  label?: Label;
  term?: Term;
  to: () => RecordClass;
  required: boolean;
  /** For a reference that the gateway sets: the list through links whose only record it is; null where that has none or several. */
  derivedFrom?: string;
}

export type Side = 'from' | 'to';

/** One end of a link. `name` is the GraphQL field for it, beside `from` and `to`. */
export interface End {
  name: string;
  side: Side;
  about: string;
  /** How the link states it in RDF. */
  term?: Term;
  /** The possible classes; an empty list means any resource. */
  to: () => RecordClass[];
}

interface ListHead {
  name: string;
  about: string;
  label?: Label;
  term?: Term;
  /** The attribute with the number of its records that sources state, who need not name them. */
  number?: string;
}

/** The records whose reference `by` refers to this record. */
export interface InverseList extends ListHead {
  kind: 'inverse';
  to: () => RecordClass;
  by: string;
  /** The attribute of these records whose code says by which property they are stated, where that is not the `term` of the list. */
  termBy?: string;
}

/** The links of one type of which this record is the `as` end. */
export interface LinkList extends ListHead {
  kind: 'links';
  link: () => RecordClass;
  as: Side;
}

/** The distinct records at the other end of such links; without `to`, of any class. */
export interface ThroughList extends ListHead {
  kind: 'through';
  link: () => RecordClass;
  as: Side;
  to?: () => RecordClass;
  /** Restricts it to links with one of these roles. */
  roles?: string[];
  /** Whether the store keeps how many records are linked with each one: for classes that may be large (resource/kept-counts.ts). */
  counted?: true;
}

export type List = InverseList | LinkList | ThroughList;
