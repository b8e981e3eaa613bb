/** The types of evidence and its sources. */
import { ID } from 'type-graphql';
import { Confidence } from '../vocabulary/confidence';
import { DatePrecision } from '../vocabulary/date-precision';
import { enumOf } from './define';
import { plainType } from './plain-type';
import { DateScalar, IriScalar } from './scalars';

export const SourceType = plainType(
  'Source',
  'A document, web page, data set or register entry that a statement rests on.',
  {
    id: [ID, 'Opaque global id.'],
    title: [String, 'Title, or a short description where it has none.'],
    url: [IriScalar, 'Where it is published.', 'nullable'],
    publisher: [String, 'Who publishes it.', 'nullable'],
    licence: [String, 'Licence under which it is published; null where none is stated.', 'nullable'],
  },
);

export const EvidenceType = plainType(
  'Evidence',
  'What one source says: who says so, in which words, and how far it can be relied on.',
  {
    source: [SourceType, 'The source that says so.'],
    property: [
      String,
      'The field of which it speaks; null when it speaks of the record as a whole.',
      'nullable',
    ],
    statedValue: [String, "The value that the source states, in the source's own writing.", 'nullable'],
    quotation: [String, 'A short quotation.', 'nullable'],
    confidence: [enumOf(Confidence), 'How far it can be relied on.'],
    statedOn: [DateScalar, 'When the source said so; for a stated month or year its first day.', 'nullable'],
    statedOnPrecision: [
      enumOf(DatePrecision),
      'How exactly it is known when the source said so; null where it is unknown.',
      'nullable',
    ],
    note: [String, 'What a reader of the source should know.', 'nullable'],
    complete: [
      Boolean,
      'True where the source lists everything that the property holds at that time, so that what it does not list is not so. False where it does not say.',
    ],
  },
);

export const DisputeType = plainType(
  'Dispute',
  'A property on which sources disagree, with each statement.',
  {
    property: [String, 'The field on whose value they disagree.'],
    statements: [[EvidenceType], 'Each statement with its source.'],
  },
);
