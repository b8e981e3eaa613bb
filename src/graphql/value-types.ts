/** The types of values that records are made of. */
import { Field, Float, ObjectType } from 'type-graphql';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { PlacePrecision } from '../vocabulary/place-precision';
import { enumOf } from './define';
import { DateScalar, IriScalar } from './scalars';

const identifierSchemes = enumOf(IdentifierScheme);
const placePrecisions = enumOf(PlacePrecision);

@ObjectType('Text', { description: 'A text in one language.', simpleResolvers: true })
export class TextType {
  @Field(() => String, { description: 'Language, as a BCP 47 tag such as de.' })
  language!: string;

  @Field(() => String, { description: 'The text.' })
  value!: string;
}

@ObjectType('OtherName', {
  description:
    'A name that is or was in use beside the present one. Dates are given as stated: a year, a month or a day.',
  simpleResolvers: true,
})
export class OtherNameType {
  @Field(() => String, { description: 'Language, as a BCP 47 tag such as de.' })
  language!: string;

  @Field(() => String, { description: 'The name.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Since when it was in use, as a source states: 2022, 2022-09 or 2022-09-01.',
  })
  validFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Until when it was in use, as a source states: 2022, 2022-09 or 2022-09-01.',
  })
  validUntil!: string | null;
}

@ObjectType('Identifier', {
  description:
    'An identifier from outside. Two records may share one: the sites of one organisation share a ROR id.',
  simpleResolvers: true,
})
export class IdentifierType {
  @Field(() => identifierSchemes, { description: 'Scheme to which it belongs.' })
  scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The identifier as the scheme writes it.' })
  value!: string;

  @Field(() => IriScalar, {
    nullable: true,
    description: 'Its web address; null for schemes that have none.',
  })
  iri!: string | null;
}

@ObjectType('Money', { description: 'An amount of money in one currency.', simpleResolvers: true })
export class MoneyType {
  @Field(() => Float, { description: 'The amount, in units of the currency.' })
  amount!: number;

  @Field(() => String, { description: 'Currency, as an ISO 4217 code such as EUR.' })
  currency!: string;
}

@ObjectType('GeoPoint', { description: 'A point on the map, in degrees of WGS 84.', simpleResolvers: true })
export class GeoPointType {
  @Field(() => Float, { description: 'Degrees north of the equator.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich.' })
  longitude!: number;

  @Field(() => placePrecisions, {
    nullable: true,
    description: 'What the point points at; null where no source says.',
  })
  precision!: PlacePrecision | null;
}

@ObjectType('PeriodOfTime', {
  description: 'A span of days; either end may be unknown.',
  simpleResolvers: true,
})
export class PeriodOfTimeType {
  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  from!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  until!: string | null;
}
