/** The types in which the schema shows who says so. */
import { Field, ID, ObjectType } from 'type-graphql';
import { Confidence } from '../vocabulary/confidence';
import { DatePrecision } from '../vocabulary/date-precision';
import { enumOf } from './define';
import { DateScalar, IriScalar } from './scalars';

const confidences = enumOf(Confidence);
const datePrecisions = enumOf(DatePrecision);

@ObjectType('Source', {
  description: 'A document, web page, data set or register entry that a statement rests on.',
  simpleResolvers: true,
})
export class SourceType {
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

  @Field(() => datePrecisions, {
    nullable: true,
    description: 'How exactly it is known when the source said so; null where it is unknown.',
  })
  statedOnPrecision!: DatePrecision | null;

  @Field(() => String, { nullable: true, description: 'What a reader of the source should know.' })
  note!: string | null;

  @Field(() => Boolean, {
    description:
      'True where the source lists everything that the property holds at that time, so that what it does not list is not so. False where it does not say.',
  })
  complete!: boolean;
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
