/** The fields of resources that are judged: `readiness` and `fairAssessment`. */
import { nextStep } from '../../rdf/assessment/next-step';
import { readinessForAll, readinessIn } from '../../rdf/assessment/assessment-values';
import { assess } from '../../rdf/assessment/fair-assessment';
import type { StoredRecord } from '../../resource/record';
import { MetadataProfile } from '../../vocabulary/metadata-profile';
import { argumentsOf, resolvedField, type Carrier } from '../define';
import { enumOf } from '../enums';
import { FairAssessmentType, fairResolvers, shownFairAssessment } from './fair-types';
import { nextStepResolvers, shownNextStep } from './next-step-type';
import { ReadinessType, readinessResolvers, shownReadiness } from './readiness-types';

/** The resolvers of all types of assessments. */
export const assessmentResolvers: readonly Carrier[] = [
  ...fairResolvers,
  nextStepResolvers,
  readinessResolvers,
];

/** Adds the fields to the resolvers of a type whose records are judged. */
export function assessmentFields(resolvers: Carrier): void {
  resolvedField<StoredRecord, { profile: MetadataProfile }>(resolvers, {
    name: 'readiness',
    type: ReadinessType,
    about:
      'Whether the record conforms to a profile of metadata; if not, what is missing or wrong, who says what is stated, and what to do. Null if the record was removed meanwhile.',
    nullable: true,
    args: argumentsOf(`${resolvers.name}Readiness`, [
      { name: 'profile', type: enumOf(MetadataProfile), about: 'The profile.', required: true },
    ]),
    reads: [],
    varies: true,
    resolve: async ({ key }, { profile }, context) => {
      const whole = await context.loaders.whole(key);
      return whole && shownReadiness(profile, readinessIn(whole, profile, context.profiles, context));
    },
  });
  resolvedField<StoredRecord>(resolvers, {
    name: 'fairAssessment',
    type: FairAssessmentType,
    about:
      'How FAIR the record is, test by test: what was read, who says so, and what to do; and the next best step. Null if the record was removed meanwhile.',
    nullable: true,
    reads: [],
    varies: true,
    resolve: async ({ key }, _, context) => {
      const whole = await context.loaders.whole(key);
      if (!whole) return null;
      const fair = assess(whole);
      return {
        ...shownFairAssessment(fair),
        nextStep: () => {
          const step = nextStep(fair, readinessForAll(whole, context.profiles, context));
          return step && shownNextStep(step);
        },
      };
    },
  });
}
