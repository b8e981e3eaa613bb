/** The types of readiness for profiles of metadata. */
import type { Readiness, ReadinessFinding } from '../../rdf/assessment/readiness';
import { AccessRights } from '../../vocabulary/access-rights';
import { FindingSeverity } from '../../vocabulary/finding-severity';
import { MetadataProfile } from '../../vocabulary/metadata-profile';
import { resolversOf } from '../define';
import { enumOf } from '../enums';
import { plainType } from '../plain-type';
import { IriScalar } from '../scalars';
import { placeFields } from './evidence-of';
import { textField } from './labelled-texts';

const findingType = plainType(
  'ReadinessFinding',
  'Something that a profile demands or recommends, and that is missing or wrong in a record.',
  {
    severity: [enumOf(FindingSeverity), 'How much it matters.'],
    path: [
      String,
      'The properties from the record to what is missing or wrong, such as `dcat:distribution/dct:license`.',
    ],
    property: [IriScalar, 'IRI of the property; null where it can be one of several.', 'nullable'],
    constraint: [String, 'The constraint that is broken, under its name in SHACL, such as `minCount`.'],
    field: [
      String,
      'The field in which it is mended, as imports write it; null where no field states the property.',
      'nullable',
    ],
    value: [String, 'The value that is wrong; null if it is missing.', 'nullable'],
  },
);

export const ReadinessType = plainType(
  'Readiness',
  'Whether a record conforms to a profile of metadata, and what is missing.',
  {
    profile: [enumOf(MetadataProfile), 'The profile.'],
    release: [String, 'The release of the profile by which it was judged.'],
    conforms: [Boolean, 'True if nothing is violated; recommendations do not count.'],
    accessLevel: [
      enumOf(AccessRights),
      'The access level by which it was judged: that of its access rights, else the one with the fewest demands. Null for profiles without levels.',
      'nullable',
    ],
    findings: [[findingType], 'What is missing or wrong, violations first.'],
  },
);

const findings = resolversOf(findingType, 'ReadinessFinding');
placeFields(findings, (finding: { key: string | null; field: string | null }) => finding);
textField(
  findings,
  { name: 'message', about: 'What is missing or wrong.' },
  ({ message }: ReadinessFinding) => message,
);
textField(
  findings,
  { name: 'remedy', about: 'What to do, in one sentence that names the field.' },
  ({ remedy }: ReadinessFinding) => remedy,
);

export const readinessResolvers = findings;

/** Readiness as the schema shows it. */
export const shownReadiness = (code: MetadataProfile, { profile, level, conforms, findings }: Readiness) => ({
  profile: code,
  release: profile.release,
  conforms,
  accessLevel: level,
  findings: findings.map((finding) => ({
    ...finding,
    severity: finding.severity.toUpperCase(),
    field: finding.field?.name ?? null,
  })),
});
