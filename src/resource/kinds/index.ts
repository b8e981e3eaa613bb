/** The kinds of attributes with their decorators. A new kind is a file in this folder and a line here. */
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import type { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import type { Label } from '../../vocabulary/label';
import { termOf, type DeclaredTerm } from '../../vocabulary/term';
import { declarationOf, type Attribute, type RecordClass } from '../description';
import { bytes } from './bytes';
import { checksum } from './checksum';
import { concept } from './concept';
import { concepts } from './concepts';
import { day } from './day';
import { derivedDay } from './derived-day';
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
  /** Description for the users of GraphiQL: full sentences, plain words, units. */
  about: string;
  /** What people call it, where `vocabulary/field-labels.ts` does not say or says something else. */
  label?: Label;
  /** Its RDF property, with the object if it deviates from the kind's default. */
  term?: DeclaredTerm;
  required?: boolean;
  filter?: boolean;
  order?: boolean;
  facet?: boolean;
  /** Weight in full-text search, an integer from 1 to 20. For codes, the labels are searched. */
  search?: number;
  /** For a value that no import states: the derivation that computes it. */
  derivedBy?: string;
}

interface TextOptions extends Options {
  /** Whether it may have paragraphs. Otherwise it is a single line. */
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
      derived: options.derivedBy !== undefined,
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
/** A text that is not localized, such as an acronym. */
export const Text = (
  options: TextOptions & Pick<Attribute, 'notation'> & { identifies?: IdentifierScheme },
): PropertyDecorator => add(text, options);
/** A localized text; `allTexts` names the field with the texts in all languages. */
export const LocalizedText = (options: TextOptions & { allTexts: string }): PropertyDecorator =>
  add(localized, options);
/** Several texts, such as keywords. */
export const Texts = (options: Options & Pick<Attribute, 'address'>): PropertyDecorator =>
  add(texts, options);
/** Other names with the time of their use. */
export const Names = attribute(names);
/** An absolute IRI: a web address, or a name such as `urn:…`. */
export const Iri = (options: Options): PropertyDecorator => add(iri, { ...options, address: 'iri' });
/** A web address, which may be shown as a link. */
export const WebAddress = (options: Options): PropertyDecorator => add(iri, { ...options, address: 'web' });
/** An integer. */
export const Integer = attribute(integer);
/** A non-negative integer. */
export const Count = (options: Options): PropertyDecorator => add(integer, { ...options, min: 0 });
/** A number of bytes. */
export const Bytes = attribute(bytes);
/** The checksum of a file. */
export const FileChecksum = attribute(checksum);
/** True, false or unknown. */
export const Flag = attribute(flag);
/** An amount of money in one currency. */
export const Amount = attribute(money);
/** A geographic point. */
export const Place = attribute(place);

/** The first day of something. A month or year stands for its first day. */
export const StartDay = attribute(day);
/** The last day of something. A month or year stands for its last day. */
export const EndDay = (options: Options): PropertyDecorator => add(day, { ...options, boundary: 'end' });
/** A period of days. */
export const Period = attribute(period);
/** A day that the gateway derives from what sources state. */
export const DerivedDay = (options: Options): PropertyDecorator =>
  add(derivedDay, { ...options, derived: true });
/** A time that the gateway records. */
export const RecordedAt = (options: Options): PropertyDecorator =>
  add(instant, { ...options, required: true, derived: true });

/** A value of a controlled vocabulary. */
export const Term = (scheme: ConceptScheme, options: Options): PropertyDecorator =>
  add(concept, { ...options, scheme });
/** Several values of a controlled vocabulary. */
export const Terms = (scheme: ConceptScheme, options: Options): PropertyDecorator =>
  add(concepts, { ...options, scheme });
