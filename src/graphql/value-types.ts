/** The small types that records are made of. */
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Confidence } from '../vocabulary/confidence';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { PlacePrecision } from '../vocabulary/place-precision';
import { enumOf } from './define';
import { DateScalar, DateTimeScalar, IriScalar } from './scalars';

const confidences = enumOf(Confidence);
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

@ObjectType('Source', {
  description: 'A document, web page, data set or register entry that a statement rests on.',
  simpleResolvers: true,
})
class SourceType {
  @Field(() => ID, { description: 'Opaque global id.' })
  id!: string;

  @Field(() => String, { description: 'Title, or a short description where it has none.' })
  title!: string;

  @Field(() => IriScalar, { nullable: true, description: 'Where it is published.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Who publishes it.' })
  publisher!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Licence under which it is published; null where none is stated.',
  })
  licence!: string | null;
}

@ObjectType('Evidence', {
  description: 'What one source says: who says so, in which words, and how far it can be relied on.',
  simpleResolvers: true,
})
export class EvidenceType {
  @Field(() => SourceType, { description: 'The source that says so.' })
  source!: SourceType;

  @Field(() => String, {
    nullable: true,
    description: 'The field of which it speaks; null when it speaks of the record as a whole.',
  })
  property!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The value that the source states, in the source's own writing.",
  })
  statedValue!: string | null;

  @Field(() => String, { nullable: true, description: 'A short quotation.' })
  quotation!: string | null;

  @Field(() => confidences, { description: 'How far it can be relied on.' })
  confidence!: Confidence;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the source said so; for a stated month or year its first day.',
  })
  statedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What a reader of the source should know.' })
  note!: string | null;
}

@ObjectType('Dispute', {
  description: 'A property on which sources disagree, with each statement.',
  simpleResolvers: true,
})
export class DisputeType {
  @Field(() => String, { description: 'The field on whose value they disagree.' })
  property!: string;

  @Field(() => [EvidenceType], { description: 'Each statement with its source.' })
  statements!: EvidenceType[];
}

@ObjectType('PageInfo', {
  description: 'Where a page stands in its list, after the Relay cursor connections specification.',
  simpleResolvers: true,
})
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether records follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether records precede this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first record of the page; null when it is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last record of the page; null when it is empty.',
  })
  endCursor!: string | null;
}

@ObjectType('ClassCount', {
  description: 'How many records of one type the catalogue holds.',
  simpleResolvers: true,
})
class ClassCountType {
  @Field(() => String, { description: 'Name of the type in this schema.' })
  type!: string;

  @Field(() => Int, { description: 'Number of records.' })
  count!: number;
}

@ObjectType('Catalogue', { description: 'The catalogue as a whole.', simpleResolvers: true })
export class CatalogueType {
  @Field(() => [ClassCountType], { description: 'How many records of each type there are, links included.' })
  counts!: ClassCountType[];

  @Field(() => [SourceType], { description: 'All sources that statements rest on, by title.' })
  sources!: SourceType[];

  @Field(() => Int, { description: 'Version of the data: a number that every change raises.' })
  dataVersion!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the data last changed; null for an empty catalogue.',
  })
  changedAt!: string | null;
}
