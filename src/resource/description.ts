/** What a declaration says of one class of records; every derived part (tables, types, imports, RDF) reads this and nothing else. */
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { Term } from '../vocabulary/term';
import type { CoverageDeclaration } from './coverage';
import type { Kind } from './kinds/kind';

/** A class that declares a kind of record. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any record class fits, whatever its fields
export type RecordClass = abstract new (...args: any[]) => object;

/** One property with a value of its own. */
export interface Attribute {
  name: string;
  kind: Kind;
  about: string;
  /** How it is stated in RDF. */
  term?: Term;
  required: boolean;
  filter: boolean;
  order: boolean;
  facet: boolean;
  /** Weight in the full-text search; 0 when it is not searched. */
  search: number;
  /** The vocabulary of an attribute that takes codes. */
  scheme?: ConceptScheme;
  /** Of a `day`: whether a stated month or year means its first or its last day. */
  boundary: 'start' | 'end';
  /** Of a `localized` text: the field that shows it in every language. */
  allTexts?: string;
  /** Of a text: whether it may have paragraphs; others stand in one line. */
  paragraphs: boolean;
  /** Of a text that is an identifier: its scheme, in whose spelling it is held. */
  identifies?: IdentifierScheme;
  /** What a text must be that is an address: any IRI, or that of something on the web, which may be shown as a link. */
  address?: 'iri' | 'web';
  /** Of an `integer`: the least that it can be. */
  min?: number;
  /** Set by the gateway itself, never by an import. */
  derived: boolean;
}

/** A field with the identifier of one scheme that a record of the class has alone. */
export interface UniqueIdentifier {
  name: string;
  about: string;
  scheme: IdentifierScheme;
}

/** A reference from a record to exactly one other. */
export interface Reference {
  name: string;
  about: string;
  term?: Term;
  to: () => RecordClass;
  required: boolean;
}

export type Side = 'source' | 'target';

/** One end of a link. `name` is the GraphQL field beside `source` and `target`. */
export interface End {
  name: string;
  side: Side;
  about: string;
  /** How the link states it in RDF. */
  term?: Term;
  /** The classes it may be of; an empty list stands for every resource. */
  to: () => RecordClass[];
}

interface ListHead {
  name: string;
  about: string;
  term?: Term;
}

/** The records whose reference `by` points here. */
export interface InverseList extends ListHead {
  kind: 'inverse';
  to: () => RecordClass;
  by: string;
}

/** The links of one type of which this record is the `as` end. */
export interface LinkList extends ListHead {
  kind: 'links';
  link: () => RecordClass;
  as: Side;
}

/** The distinct records at the other end of such links; without `to`, of any type. */
export interface ThroughList extends ListHead {
  kind: 'through';
  link: () => RecordClass;
  as: Side;
  to?: () => RecordClass;
  /** Only links in one of these roles. */
  roles?: string[];
}

export type List = InverseList | LinkList | ThroughList;

/** `resource`: addressable node. `link`: typed edge between two. `source`: a document that evidence cites. */
export type RecordKind = 'resource' | 'link' | 'source';

/** Everything that is declared about one class of records. */
export interface Description {
  class: RecordClass;
  kind: RecordKind;
  /** Name in GraphQL, such as `FundingPeriod`. */
  type: string;
  /** Plural path segment of its web addresses and ids, such as `funding-periods`. */
  path: string;
  about: string;
  /** IRI of the RDF class. */
  term: string;
  attributes: Attribute[];
  uniqueIdentifiers: UniqueIdentifier[];
  references: Reference[];
  ends: End[];
  lists: List[];
  /** The link type whose dates say when a record of this class was running. */
  runsBy?: () => RecordClass;
  /** What its records may be required to have; of one class in a catalogue. */
  coverage?: CoverageDeclaration;
}

/** What a class declares by itself. */
export interface Declared {
  head?: Pick<Description, 'kind' | 'path' | 'about' | 'term' | 'runsBy' | 'coverage'>;
  attributes: Attribute[];
  uniqueIdentifiers: UniqueIdentifier[];
  references: Reference[];
  ends: End[];
  lists: List[];
}

const declarations = new WeakMap<RecordClass, Declared>();
const descriptions = new WeakMap<RecordClass, Description>();

/** What has been declared on this very class so far; the decorators add to it. */
export function declarationOf(target: RecordClass): Declared {
  const cached = declarations.get(target);
  if (cached) return cached;
  const fresh: Declared = {
    attributes: [],
    uniqueIdentifiers: [],
    references: [],
    ends: [],
    lists: [],
  };
  declarations.set(target, fresh);
  return fresh;
}

/** The class and the classes that it extends, base first. */
function lineage(target: RecordClass): RecordClass[] {
  const parent = Object.getPrototypeOf(target) as RecordClass | null;
  return parent && declarations.has(parent) ? [...lineage(parent), target] : [target];
}

/**
 * The description of a declared class, with what it inherits.
 * @throws Error when the class carries neither `@Resource` nor `@Link`.
 */
export function describe(target: RecordClass): Description {
  const cached = descriptions.get(target);
  if (cached) return cached;
  const { head } = declarationOf(target);
  if (!head) throw new Error(`${target.name} is not declared: decorate it with @Resource or @Link.`);
  const parts = lineage(target).map(declarationOf);
  const description: Description = {
    ...head,
    class: target,
    type: target.name,
    attributes: parts.flatMap((part) => part.attributes),
    uniqueIdentifiers: parts.flatMap((part) => part.uniqueIdentifiers),
    references: parts.flatMap((part) => part.references),
    ends: parts.flatMap((part) => part.ends),
    lists: parts.flatMap((part) => part.lists),
  };
  descriptions.set(target, description);
  return description;
}

/** The attribute of that name. */
export const attributeOf = (description: Description, name: string): Attribute | undefined =>
  description.attributes.find((attribute) => attribute.name === name);

/** The end of a link on one side. @throws Error for what is no link. */
export function endOf(link: Description, side: Side): End {
  const end = link.ends.find((candidate) => candidate.side === side);
  if (!end)
    throw new Error(
      `${link.type} declares no ${side}: decorate a property with @${side === 'source' ? 'Source' : 'Target'}.`,
    );
  return end;
}

export const otherSide = (side: Side): Side => (side === 'source' ? 'target' : 'source');
