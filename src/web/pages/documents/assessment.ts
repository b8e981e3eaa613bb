/** What a query selects of the assessment of a record: how FAIR it is, what each profile misses, and what to do next. */
import { codesOf } from '../../../vocabulary/concept-scheme';
import { MetadataProfile } from '../../../vocabulary/metadata-profile';

/** The name of the readiness for a profile in an answer. */
export const aliasOfReadiness = (profile: MetadataProfile): string => `ready_${profile.toLowerCase()}`;

const readiness = codesOf(MetadataProfile).map(
  (profile) => `${aliasOfReadiness(profile)}: readiness(profile: ${profile}) {
    profile profileLabel release conforms accessLevelLabel
    findings { severity path message remedy }
  }`,
);

export const assessmentSelection = `
  ${readiness.join('\n  ')}
  fairAssessment {
    score reachedPoints testablePoints
    nextStep { remedy points completes advances }
    tests { code about outcome outcomeLabel points reachedPoints remedy }
  }`;
