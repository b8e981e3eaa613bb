/** The inputs with which the value of one attribute is compared, one for each kind of attribute. */
import { Float, Int } from 'type-graphql';
import type { Attribute } from '../resource/description';
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { Language } from '../vocabulary/language';
import { enumOf, extensibleInput, type Carrier, type InputField, type TypeReference } from './define';
import { DateScalar } from './scalars';

const known = new Map<string, Carrier>();

/** An input type, made at its first use; its fields come after it is known, as classes refer to each other in circles. */
export function once(name: string, about: string, fields: (input: Carrier) => InputField[]): Carrier {
  const present = known.get(name);
  if (present) return present;
  const { input, addFields } = extensibleInput(name, about);
  known.set(name, input);
  addFields(fields(input));
  return input;
}

/** The comparisons of an attribute. */
export function comparisonsOf({ kind, scheme, name }: Attribute): Carrier {
  if (scheme) return kind === 'concepts' ? conceptsFilter(scheme) : conceptFilter(scheme);
  switch (kind) {
    case 'slug':
    case 'text':
    case 'iri':
      return stringFilter();
    case 'localized':
      return textFilter();
    case 'integer':
      return comparable('IntFilter', 'a whole number', Int);
    case 'day':
      return comparable('DateFilter', 'a date', DateScalar);
    case 'flag':
      return once('BooleanFilter', 'Conditions on a value that is true, false or unknown.', () => [
        { name: 'eq', type: Boolean, about: 'It is this.' },
        isNull,
      ]);
    case 'money':
      return moneyFilter();
    case 'texts':
      return listOf('StringListFilter', 'texts', String);
    default:
      throw new Error(`"${name}" is of the kind "${kind}", by which one cannot filter.`);
  }
}

const isNull: InputField = {
  name: 'isNull',
  type: Boolean,
  about: 'True: no value is known. False: one is known.',
};
const contains: InputField = {
  name: 'contains',
  type: String,
  about: 'It has this part; of names and texts whatever case and accents.',
};
const startsWith: InputField = {
  name: 'startsWith',
  type: String,
  about: 'It begins with this; of names and texts whatever case and accents.',
};

const equality = (type: TypeReference): InputField[] => [
  { name: 'eq', type, about: 'It is exactly this.' },
  { name: 'ne', type, about: 'It is not this, or unknown.' },
  { name: 'in', type: [type], about: 'It is one of these; an empty list is met by none.' },
];

const order = (type: TypeReference): InputField[] => [
  { name: 'lt', type, about: 'It is less or earlier than this.' },
  { name: 'lte', type, about: 'It is this, or less or earlier.' },
  { name: 'gt', type, about: 'It is greater or later than this.' },
  { name: 'gte', type, about: 'It is this, or greater or later.' },
];

const comparable = (name: string, what: string, type: TypeReference): Carrier =>
  once(name, `Conditions on ${what}.`, () => [...equality(type), ...order(type), isNull]);

const stringFilter = (): Carrier =>
  once('StringFilter', 'Conditions on a text that is the same in every language.', () => [
    ...equality(String),
    contains,
    startsWith,
    isNull,
  ]);

const textFilter = (): Carrier =>
  once('TextFilter', 'Conditions on a text that may exist in several languages; any of them will do.', () => [
    { name: 'eq', type: String, about: 'It is exactly this.' },
    contains,
    startsWith,
    {
      name: 'language',
      type: enumOf(Language),
      about: 'Look at the text in this language only, whatever is asked of it.',
    },
    isNull,
  ]);

const moneyFilter = (): Carrier =>
  once('MoneyFilter', 'Conditions on an amount of money, in units of its currency.', () => [
    { name: 'currency', type: String, about: 'Its currency is this, an ISO 4217 code such as EUR.' },
    { name: 'eq', type: Float, about: 'The amount is exactly this.' },
    ...order(Float),
    isNull,
  ]);

const conceptFilter = (scheme: ConceptScheme): Carrier =>
  once(`${scheme.name}Filter`, `Conditions on a value of ${scheme.name}.`, () => [
    ...equality(enumOf(scheme)),
    isNull,
  ]);

const conceptsFilter = (scheme: ConceptScheme): Carrier =>
  listOf(`${scheme.name}ListFilter`, `values of ${scheme.name}`, enumOf(scheme));

const listOf = (name: string, what: string, type: TypeReference): Carrier =>
  once(name, `Conditions on a list of ${what}.`, () => [
    { name: 'has', type, about: 'The list has this.' },
    { name: 'hasAny', type: [type], about: 'The list has one of these; an empty list is met by none.' },
    { name: 'hasAll', type: [type], about: 'The list has all of these.' },
    { name: 'isEmpty', type: Boolean, about: 'True: nothing is known to be in it. False: something is.' },
  ]);

/** The comparisons of an identifier. */
export const identifierFilter = (): Carrier =>
  once('IdentifierFilter', 'Conditions on one identifier, all of them at once.', () => [
    { name: 'scheme', type: enumOf(IdentifierScheme), about: 'It belongs to this scheme.' },
    { name: 'eq', type: String, about: 'It is this, in any spelling that is in use in its scheme.' },
    { name: 'in', type: [String], about: 'It is one of these, each in any spelling.' },
    { name: 'startsWith', type: String, about: 'It begins with this, in any spelling.' },
  ]);
