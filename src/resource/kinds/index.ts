/** The kinds of attribute, each with the decorator by which a declaration names it: a new kind is a file beside this one and a line here. */
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import { termOf, type DeclaredTerm } from '../../vocabulary/term';
import { declarationOf, type Attribute, type RecordClass } from '../description';
import { concept } from './concept';
import { concepts } from './concepts';
import { day } from './day';
import { flag } from './flag';
import { instant } from './instant';
import { integer } from './integer';
import { iri } from './iri';
import type { Kind } from './kind';
import { localized } from './localized';
import { money } from './money';
import { names } from './names';
import { period } from './period';
import { place } from './place';
import { slug } from './slug';
import { text } from './text';
import { texts } from './texts';

interface Options {
  /** What it is, for the people who read GraphiQL: whole sentences, plain words, units. */
  about: string;
  /** Its RDF property, and the object where it is not as the kind has it. */
  term?: DeclaredTerm;
  required?: boolean;
  filter?: boolean;
  order?: boolean;
  facet?: boolean;
  /** Weight in the full-text search, a whole number from 1 to 20; of codes their labels are searched. */
  search?: number;
}

interface TextOptions extends Options {
  /** Whether it may have paragraphs; others stand in one line. */
  paragraphs?: boolean;
}

function add(
  kind: Kind,
  { term, ...options }: Options & Partial<Omit<Attribute, keyof Options>>,
): PropertyDecorator {
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
      ...(term && { term: termOf(term, kind.stated(options)) }),
      name: String(key),
      kind,
    });
  };
}

const attribute =
  (kind: Kind) =>
  (options: Options): PropertyDecorator =>
    add(kind, options);

/** The readable key of a record, unique within its class. */
export const Slug = (options: Options): PropertyDecorator => add(slug, { ...options, required: true });
/** A text that is the same in every language, such as an acronym. */
export const Text = (options: TextOptions & { identifies?: IdentifierScheme }): PropertyDecorator =>
  add(text, options);
/** A text in several languages; `allTexts` names the field that shows all of them. */
export const LocalizedText = (options: TextOptions & { allTexts: string }): PropertyDecorator =>
  add(localized, options);
/** Several texts, such as keywords. */
export const Texts = (options: Options & Pick<Attribute, 'address'>): PropertyDecorator =>
  add(texts, options);
/** Other names with the time in which they were in use. */
export const Names = attribute(names);
/** An absolute IRI: a web address, or a name such as `urn:…`. */
export const Iri = (options: Options): PropertyDecorator => add(iri, { ...options, address: 'iri' });
/** The address of something on the web, which may be shown as a link. */
export const WebAddress = (options: Options): PropertyDecorator => add(iri, { ...options, address: 'web' });
/** A whole number. */
export const Integer = attribute(integer);
/** How many of something there are: no less than none. */
export const Count = (options: Options): PropertyDecorator => add(integer, { ...options, min: 0 });
/** True, false or unknown. */
export const Flag = attribute(flag);
/** An amount of money in one currency. */
export const Amount = attribute(money);
/** A point on the map. */
export const Place = attribute(place);

/** The first day of something; a stated month or year means its first day. */
export const StartDay = attribute(day);
/** The last day of something; a stated month or year means its last day. */
export const EndDay = (options: Options): PropertyDecorator => add(day, { ...options, boundary: 'end' });
/** A span of days. */
export const Period = attribute(period);
/** A moment that the gateway records itself. */
export const RecordedAt = (options: Options): PropertyDecorator =>
  add(instant, { ...options, required: true, derived: true });

/** One value of a controlled vocabulary. */
export const Term = (scheme: ConceptScheme, options: Options): PropertyDecorator =>
  add(concept, { ...options, scheme });
/** Several values of a controlled vocabulary. */
export const Terms = (scheme: ConceptScheme, options: Options): PropertyDecorator =>
  add(concepts, { ...options, scheme });
