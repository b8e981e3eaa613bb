/** The types of values that records are made of, as their kinds describe them. */
import { Float, Int } from 'type-graphql';
import {
  field,
  optional,
  type ObjectValue,
  type Output,
  type ScalarName,
  type ValueType,
} from '../resource/kinds/value-type';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import {
  enumOf,
  namedClass,
  objectType,
  plainField,
  type Carrier,
  type Type,
  type TypeReference,
} from './define';
import { DateScalar, DateTimeScalar, IriScalar } from './scalars';

const scalars: Readonly<Record<ScalarName, TypeReference>> = {
  String,
  Int,
  Float,
  Boolean,
  Date: DateScalar,
  DateTime: DateTimeScalar,
  IRI: IriScalar,
};

const objects = new Map<string, Carrier>();

/** The type of a value. */
export function typeOf(value: ValueType): TypeReference {
  if (typeof value === 'string') return scalars[value];
  return 'concepts' in value ? enumOf(value) : objectOf(value);
}

/** The type of a value, or of a list. */
export const outputOf = (output: Output): Type => (isList(output) ? [typeOf(output[0])] : typeOf(output));

export const isList = (output: Output): output is readonly [ValueType] => Array.isArray(output);

/** Made at its first use. */
function objectOf({ name, about, fields }: ObjectValue): Carrier {
  const known = objects.get(name);
  if (known) return known;
  const object = namedClass(name);
  for (const [field, { type, about, nullable }] of Object.entries(fields))
    plainField(object.prototype as object, field, typeOf(type), about, nullable);
  objects.set(name, objectType(object, name, about));
  return object;
}

export const identifierType = objectOf({
  name: 'Identifier',
  about:
    'An identifier from outside. Two records may share one: the sites of one organisation share a ROR id.',
  fields: {
    scheme: field(IdentifierScheme, 'Scheme to which it belongs.'),
    value: field('String', 'The identifier as the scheme writes it.'),
    iri: optional('IRI', 'Its web address; null for schemes that have none.'),
  },
});
