/** What is kept of the assessment of a record, so that lists can be filtered, ordered and counted by it. */
import { BadUserInput } from '../../errors';
import type { Registry } from '../../resource/registry';
import type { WholeRecord } from '../../resource/whole-record';
import { codesOf } from '../../vocabulary/concept-scheme';
import { MetadataProfile, profileName } from '../../vocabulary/metadata-profile';
import { documentOf, documentsIn } from '../document';
import type { Profile } from '../profiles/profile';
import type { Profiles } from '../profiles/profiles';
import { assess } from './fair-assessment';
import { readinessOf, violatedPaths, type AssessmentContext, type Readiness } from './readiness';

/** Raised whenever other tests, documents or paths would give other values. */
const assessmentVersion = 2;

export interface AssessmentValues {
  readonly fairScore: number;
  readonly readyFor: readonly MetadataProfile[];
  readonly missingStatements: readonly string[];
}

/** The readiness of a record for a profile. @throws BadUserInput if there is no release of it */
export function readinessIn(
  whole: WholeRecord,
  code: MetadataProfile,
  profiles: Profiles,
  context: AssessmentContext,
): Readiness {
  const profile = profiles.find(profileName(code));
  if (!profile)
    throw new BadUserInput(
      `There are no rules of ${code}: schema/profiles has no file of "${profileName(code)}". Name another profile.`,
    );
  return readinessOf(whole, profile, documentIn(whole, profile, context), context);
}

/** The readiness of a record for each profile of the vocabulary of which there is a release. */
export const readinessForAll = (
  whole: WholeRecord,
  profiles: Profiles,
  context: AssessmentContext,
): ReadonlyMap<MetadataProfile, Readiness> =>
  new Map(
    codesOf(MetadataProfile)
      .filter((code) => profiles.find(profileName(code)))
      .map((code) => [code, readinessIn(whole, code, profiles, context)]),
  );

export function assessmentValues(
  whole: WholeRecord,
  profiles: Profiles,
  context: AssessmentContext,
): AssessmentValues {
  const readyFor: MetadataProfile[] = [];
  const missing = new Set<string>();
  const { publicUrl, registry } = context;
  const described = { publicUrl, registry, evidence: false };
  for (const { profile, quads } of documentsIn(whole, judgedProfiles(profiles), described)) {
    const { conforms, paths } = violatedPaths(whole, profile.rules, quads, context);
    if (conforms) readyFor.push(profile.code);
    for (const path of paths) missing.add(missingStatement(profile.code, path));
  }
  return { fairScore: assess(whole).score, readyFor, missingStatements: [...missing].sort() };
}

/** The profiles of the vocabulary of which there is a release, by their codes. */
function* judgedProfiles(
  profiles: Profiles,
): Generator<{ code: MetadataProfile; rules: Profile; settings: Profile['settings'] }> {
  for (const code of codesOf(MetadataProfile)) {
    const rules = profiles.find(profileName(code));
    if (rules) yield { code, rules, settings: rules.settings };
  }
}

const documentIn = (whole: WholeRecord, profile: Profile, { publicUrl, registry }: AssessmentContext) =>
  documentOf(whole, { publicUrl, registry, profile, evidence: false });

/** How a violated path is kept. */
export const missingStatement = (profile: MetadataProfile, path: string): string =>
  `${profile} ${path}`.trim();

/** A text that differs if other values may follow: of the version, the rules of the profiles, and the terms of the declarations. */
export const assessmentRules = ({ all }: Registry, profiles: Profiles): string =>
  JSON.stringify([
    assessmentVersion,
    codesOf(MetadataProfile).map((code) => profiles.find(profileName(code)) ?? null),
    all.map(({ type, term, attributes, references, ends, lists }) => [
      type,
      term,
      [...attributes, ...references, ...ends, ...lists].map((each) => [each.name, each.term ?? null]),
    ]),
  ]);
