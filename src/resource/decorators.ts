/** The decorators with which the catalogue declares its resources and their edges; those of attributes stand with their kinds. */
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { termOf, type DeclaredTerm } from '../vocabulary/term';
import {
  declarationOf,
  type Declared,
  type Description,
  type RecordClass,
  type RecordKind,
  type Side,
} from './description';

export * from './kinds';

interface HeadOptions extends Pick<Description, 'path' | 'about' | 'term' | 'runsBy' | 'coverage'> {}

const head = (kind: RecordKind) => (options: HeadOptions) => (target: RecordClass) => {
  declarationOf(target).head = { kind, ...options };
};

/** Declares a class of addressable nodes. */
export const Resource = head('resource');
/** Declares a class of typed, time-bounded edges between resources. */
export const Link = head('link');
/** Declares the class of documents that evidence cites. */
export const CitedSource = head('source');

/** A decorator that adds the property to what its class declares. */
const declaring =
  (add: (declared: Declared, name: string) => void): PropertyDecorator =>
  (prototype, key) => {
    add(declarationOf(prototype.constructor as RecordClass), String(key));
  };

/**
 * The identifier of a scheme, where it tells a record from all others of its class: null where the record has none or several,
 * and where another record of the class has it too. So it can be a key.
 */
export const UniqueIdentifier = (scheme: IdentifierScheme, { about }: { about: string }): PropertyDecorator =>
  declaring(({ uniqueIdentifiers }, name) => uniqueIdentifiers.push({ name, about, scheme }));

interface ListOptions {
  about: string;
  term?: DeclaredTerm;
}

/** Records stand at the object of their term by their web address. */
const stated = <Options extends ListOptions>({ term, ...others }: Options) => ({
  ...others,
  ...(term && { term: termOf(term, { object: 'iri' }) }),
});

/** A reference to one record of another class. */
export const ToOne = (
  to: () => RecordClass,
  { required = false, ...options }: ListOptions & { required?: boolean },
): PropertyDecorator =>
  declaring(({ references }, name) => references.push({ name, to, required, ...stated(options) }));

/** The records of another class whose reference `by` points here. */
export const ToMany = (to: () => RecordClass, options: ListOptions & { by: string }): PropertyDecorator =>
  declaring(({ lists }, name) => lists.push({ kind: 'inverse', name, to, ...stated(options) }));

/** The links of one type that begin (`as: 'source'`) or end (`as: 'target'`) here. */
export const Links = (link: () => RecordClass, options: ListOptions & { as: Side }): PropertyDecorator =>
  declaring(({ lists }, name) => lists.push({ kind: 'links', name, link, ...stated(options) }));

/** The distinct records at the other end of such links; without `to`, records of any class. */
export const Through = (
  link: () => RecordClass,
  options: ListOptions & { as: Side; to?: () => RecordClass; roles?: string[] },
): PropertyDecorator =>
  declaring(({ lists }, name) => lists.push({ kind: 'through', name, link, ...stated(options) }));

const end =
  (side: Side) =>
  (to: () => RecordClass[], options: ListOptions): PropertyDecorator =>
    declaring(({ ends }, name) => ends.push({ name, side, to, ...stated(options) }));

/** For an end that may be any resource. */
export const anyResource = (): RecordClass[] => [];
/** Where a link begins: one of the classes given. */
export const Source = end('source');
/** Where a link ends: one of the classes given. */
export const Target = end('target');
