/** The decorators for declaring resources and links. Those for attributes are beside the kinds. */
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { Label } from '../vocabulary/label';
import { termOf, type DeclaredTerm } from '../vocabulary/term';
import {
  declarationOf,
  type Declared,
  type Description,
  type InverseList,
  type RecordClass,
  type RecordKind,
  type Reference,
  type Side,
  type ThroughList,
} from './description';

export * from './kinds';

interface HeadOptions extends Pick<
  Description,
  'path' | 'about' | 'names' | 'term' | 'boundedBy' | 'timeOf' | 'coverage'
> {}

const head = (kind: RecordKind) => (options: HeadOptions) => (target: RecordClass) => {
  declarationOf(target).head = { kind, ...options };
};

/** Declares a class of resources. */
export const Resource = head('resource');
/** Declares a class of links: typed, time-bounded edges between resources. */
export const Link = head('link');
/** Declares the class of sources that evidence cites. */
export const CitedSource = head('source');

/** Makes a decorator that adds a property to the declaration of its class. */
const declaring =
  (add: (declared: Declared, name: string) => void): PropertyDecorator =>
  (prototype, key) => {
    add(declarationOf(prototype.constructor as RecordClass), String(key));
  };

/**
 * The identifier of a scheme if it identifies the record uniquely within its class, so that it can be a key. Null if the record has
 * none or several, or if another record has the same one.
 */
export const UniqueIdentifier = (scheme: IdentifierScheme, { about }: { about: string }): PropertyDecorator =>
  declaring(({ uniqueIdentifiers }, name) => uniqueIdentifiers.push({ name, about, scheme }));

interface ListOptions {
  about: string;
  /** What people call it, where `vocabulary/field-labels.ts` does not say or says something else. */
  label?: Label;
  term?: DeclaredTerm;
}

/** In RDF, records are referred to by their web address. */
const stated = <Options extends ListOptions>({ term, ...others }: Options) => ({
  ...others,
  ...(term && { term: termOf(term, { object: 'iri' }) }),
});

/** A reference to one record of another class. */
export const ToOne = (
  to: () => RecordClass,
  { required = false, ...options }: ListOptions & Partial<Pick<Reference, 'required' | 'derivedFrom'>>,
): PropertyDecorator =>
  declaring(({ references }, name) => references.push({ name, to, required, ...stated(options) }));

interface CountedOptions extends ListOptions {
  /** The attribute with the number of its records that sources state. */
  number?: string;
}

/** The records of another class whose reference `by` refers to this record. */
export const ToMany = (
  to: () => RecordClass,
  options: CountedOptions & Pick<InverseList, 'by' | 'termBy'>,
): PropertyDecorator =>
  declaring(({ lists }, name) => lists.push({ kind: 'inverse', name, to, ...stated(options) }));

/** The links of one type of which this record is the end `from` or `to` (`as`). */
export const Links = (link: () => RecordClass, options: CountedOptions & { as: Side }): PropertyDecorator =>
  declaring(({ lists }, name) => lists.push({ kind: 'links', name, link, ...stated(options) }));

/** The distinct records at the other end of such links; without `to`, of any class. */
export const Through = (
  link: () => RecordClass,
  options: CountedOptions & Pick<ThroughList, 'as' | 'to' | 'roles' | 'counted'>,
): PropertyDecorator =>
  declaring(({ lists }, name) => lists.push({ kind: 'through', name, link, ...stated(options) }));

const end =
  (side: Side) =>
  (to: () => RecordClass[], options: ListOptions): PropertyDecorator =>
    declaring(({ ends }, name) => ends.push({ name, side, to, ...stated(options) }));

/** For an end that may be any resource. */
export const anyResource = (): RecordClass[] => [];
/** The source of a link: a record of one of these classes. */
export const From = end('from');
/** The target of a link: a record of one of these classes. */
export const To = end('to');
