/** The decorators with which the catalogue declares its resources, their attributes and their edges. */
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import {
  declarationOf,
  type Attribute,
  type AttributeKind,
  type Description,
  type RecordClass,
  type RecordKind,
  type Side,
} from './description';

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

interface AttributeOptions {
  /** What it is, for the people who read GraphiQL: whole sentences, plain words, units. */
  about: string;
  /** IRI of the RDF property. */
  term?: string;
  required?: boolean;
  filter?: boolean;
  order?: boolean;
  facet?: boolean;
  /** Weight in the full-text search, a whole number from 1 to 20; of codes their labels are searched. */
  search?: number;
}

interface TextOptions extends AttributeOptions {
  /** Whether it may have paragraphs; others stand in one line. */
  paragraphs?: boolean;
}

function add(kind: AttributeKind, options: AttributeOptions & Partial<Attribute>): PropertyDecorator {
  return (prototype, key) => {
    declarationOf(prototype.constructor as RecordClass).attributes.push({
      required: false,
      filter: false,
      order: false,
      facet: false,
      search: 0,
      boundary: 'start',
      paragraphs: false,
      derived: false,
      ...options,
      name: String(key),
      kind,
    });
  };
}

const attribute =
  (kind: AttributeKind) =>
  (options: AttributeOptions): PropertyDecorator =>
    add(kind, options);

/** The readable key of a record, unique within its class. */
export const Slug = (options: AttributeOptions): PropertyDecorator =>
  add('slug', { ...options, required: true });
/** A text that is the same in every language, such as an acronym. */
export const Text = (options: TextOptions & { identifies?: IdentifierScheme }): PropertyDecorator =>
  add('text', options);
/** A text in several languages; `allTexts` names the field that shows all of them. */
export const LocalizedText = (options: TextOptions & { allTexts: string }): PropertyDecorator =>
  add('localized', options);
/** Several texts, such as keywords. */
export const Texts = (options: AttributeOptions & Pick<Attribute, 'address'>): PropertyDecorator =>
  add('texts', options);
/** Other names with the time in which they were in use. */
export const Names = attribute('names');
/** An absolute IRI: a web address, or a name such as `urn:…`. */
export const Iri = (options: AttributeOptions): PropertyDecorator =>
  add('iri', { ...options, address: 'iri' });
/** The address of something on the web, which may be shown as a link. */
export const WebAddress = (options: AttributeOptions): PropertyDecorator =>
  add('iri', { ...options, address: 'web' });
/** A whole number. */
export const Integer = attribute('integer');
/** How many of something there are: no less than none. */
export const Count = (options: AttributeOptions): PropertyDecorator => add('integer', { ...options, min: 0 });
/** True, false or unknown. */
export const Flag = attribute('flag');
/** An amount of money in one currency. */
export const Amount = attribute('money');
/** A point on the map. */
export const Place = attribute('place');

/** The first day of something; a stated month or year means its first day. */
export const StartDay = attribute('day');
/** The last day of something; a stated month or year means its last day. */
export const EndDay = (options: AttributeOptions): PropertyDecorator =>
  add('day', { ...options, boundary: 'end' });
/** A span of days. */
export const Period = attribute('period');
/** A moment that the gateway records itself. */
export const RecordedAt = (options: AttributeOptions): PropertyDecorator =>
  add('instant', { ...options, required: true, derived: true });

/** One value of a controlled vocabulary. */
export const Term = (scheme: ConceptScheme, options: AttributeOptions): PropertyDecorator =>
  add('concept', { ...options, scheme });
/** Several values of a controlled vocabulary. */
export const Terms = (scheme: ConceptScheme, options: AttributeOptions): PropertyDecorator =>
  add('concepts', { ...options, scheme });

/**
 * The identifier of a scheme, where it tells a record from all others of its class: null where the record has none or several,
 * and where another record of the class has it too. So it can be a key.
 */
export const UniqueIdentifier =
  (scheme: IdentifierScheme, { about }: { about: string }): PropertyDecorator =>
  (prototype, key) => {
    declarationOf(prototype.constructor as RecordClass).uniqueIdentifiers.push({
      name: String(key),
      about,
      scheme,
    });
  };

interface ListOptions {
  about: string;
  term?: string;
}

/** A reference to one record of another class. */
export const ToOne =
  (
    to: () => RecordClass,
    { required = false, ...options }: ListOptions & { required?: boolean },
  ): PropertyDecorator =>
  (prototype, key) => {
    declarationOf(prototype.constructor as RecordClass).references.push({
      name: String(key),
      to,
      required,
      ...options,
    });
  };

/** The records of another class whose reference `by` points here. */
export const ToMany =
  (to: () => RecordClass, options: ListOptions & { by: string }): PropertyDecorator =>
  (prototype, key) => {
    declarationOf(prototype.constructor as RecordClass).lists.push({
      kind: 'inverse',
      name: String(key),
      to,
      ...options,
    });
  };

/** The links of one type that begin (`as: 'source'`) or end (`as: 'target'`) here. */
export const Links =
  (link: () => RecordClass, options: ListOptions & { as: Side }): PropertyDecorator =>
  (prototype, key) => {
    declarationOf(prototype.constructor as RecordClass).lists.push({
      kind: 'links',
      name: String(key),
      link,
      ...options,
    });
  };

/** The distinct records at the other end of such links; without `to`, records of any class. */
export const Through =
  (
    link: () => RecordClass,
    options: ListOptions & { as: Side; to?: () => RecordClass; roles?: string[] },
  ): PropertyDecorator =>
  (prototype, key) => {
    declarationOf(prototype.constructor as RecordClass).lists.push({
      kind: 'through',
      name: String(key),
      link,
      ...options,
    });
  };

const end =
  (side: Side) =>
  (to: () => RecordClass[], { about }: ListOptions): PropertyDecorator =>
  (prototype, key) => {
    declarationOf(prototype.constructor as RecordClass).ends.push({ name: String(key), side, about, to });
  };

/** For an end that may be any resource. */
export const anyResource = (): RecordClass[] => [];
/** Where a link begins: one of the classes given. */
export const Source = end('source');
/** Where a link ends: one of the classes given. */
export const Target = end('target');
