/** The GraphQL types of values, as their kinds describe them. */
import { Float, Int } from 'type-graphql';
import type { ObjectValue, Output, ScalarName, ValueType } from '../resource/kinds/value-type';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { type Carrier, type Type, type TypeReference } from './define';
import { enumOf } from './enums';
import { plainType } from './plain-type';
import { CurrencyScalar, DateScalar, DateTimeScalar, DecimalScalar, IriScalar } from './scalars';

const scalars: Readonly<Record<ScalarName, TypeReference>> = {
  String,
  Int,
  Float,
  Boolean,
  Date: DateScalar,
  DateTime: DateTimeScalar,
  IRI: IriScalar,
  Decimal: DecimalScalar,
  Currency: CurrencyScalar,
};

const objects = new Map<string, Carrier>();

/** The GraphQL type of a value. */
export function typeOf(value: ValueType): TypeReference {
  if (typeof value === 'string') return scalars[value];
  return 'concepts' in value ? enumOf(value) : objectOf(value);
}

/** The GraphQL type of a value or a list. */
export const outputOf = (output: Output): Type => (isList(output) ? [typeOf(output[0])] : typeOf(output));

export const isList = (output: Output): output is readonly [ValueType] => Array.isArray(output);

/** Made at its first use. */
function objectOf({ name, about, fields }: ObjectValue): Carrier {
  const object =
    objects.get(name) ??
    plainType(
      name,
      about,
      Object.fromEntries(
        Object.entries(fields).map(([field, [type, ...others]]) => [field, [typeOf(type), ...others]]),
      ),
    );
  objects.set(name, object);
  return object;
}

export const identifierType = plainType(
  'Identifier',
  'An identifier from outside. Two records may share one: the sites of one organisation share a ROR id.',
  {
    scheme: [enumOf(IdentifierScheme), 'Scheme to which it belongs.'],
    value: [String, 'The identifier as the scheme writes it.'],
    iri: [IriScalar, 'Its web address; null for schemes that have none.', 'nullable'],
  },
);
