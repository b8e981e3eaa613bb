/** The type of the next best step. */
import { Float } from 'type-graphql';
import type { NextStep } from '../../rdf/assessment/next-step';
import { MetadataProfile } from '../../vocabulary/metadata-profile';
import { resolversOf } from '../define';
import { enumOf } from '../enums';
import { plainType } from '../plain-type';
import { textField } from './labelled-texts';

export const NextStepType = plainType(
  'NextStep',
  'The smallest change that gains most: one field to state, for FAIR metrics and profiles together.',
  {
    field: [
      String,
      'The field to state, such as `licence`, or `role` of a link; the IRI of the property where no field states it.',
    ],
    type: [
      String,
      'The type that has the field: that of the record, or of a part or link; null where no field states it.',
      'nullable',
    ],
    points: [Float, 'The FAIR points that it adds.'],
    completes: [
      [enumOf(MetadataProfile)],
      'The profiles to which the record then conforms, if the statement is right.',
    ],
    advances: [[enumOf(MetadataProfile)], 'The profiles of which it mends something, without the former.'],
  },
);

export const nextStepResolvers = resolversOf(NextStepType, 'NextStep');
textField(
  nextStepResolvers,
  { name: 'remedy', about: 'What to do, in one sentence.' },
  ({ remedy }: NextStep) => remedy,
);

/** A step as the schema shows it. */
export function shownNextStep(step: NextStep) {
  const { lacking, completes, advances } = step;
  const isField = !('property' in lacking);
  return {
    ...step,
    field: isField ? lacking.name : lacking.property,
    type: isField ? lacking.type : null,
    completes,
    advances,
  };
}
