/** Readiness of a record for a profile: what is missing or wrong, in which field it is mended, and how. */
import type { BaseQuad } from '@rdfjs/types';
import type { Registry } from '../../resource/registry';
import type { WholeRecord } from '../../resource/whole-record';
import type { Label } from '../../vocabulary/label';
import { conformity, type Conformity, type Finding } from '../profiles/check';
import { iriOf, nameOf } from '../profiles/names';
import type { Profile } from '../profiles/profile';
import type { Field } from './fields';
import { Places, type Place } from './places';
import { remedyInField } from './remedies';

export interface ReadinessFinding {
  readonly severity: Finding['severity'];
  /** The properties from the record to what is missing or wrong, such as `dcat:distribution/dct:license`. */
  readonly path: string;
  /** IRI of the property; null if it is none, or one of several. */
  readonly property: string | null;
  /** The constraint that is broken, under its name in SHACL. */
  readonly constraint: string;
  /** The record in which it is mended; null if that is none of the catalogue. */
  readonly key: string | null;
  /** The field in which it is mended; null if no declaration states the property. */
  readonly field: Field | null;
  /** The value that is wrong; null if it is missing. */
  readonly value: string | null;
  readonly message: Label;
  readonly remedy: Label;
}

export interface Readiness {
  readonly profile: Profile;
  /** The access level by which it was judged; null if the profile has none. */
  readonly level: string | null;
  readonly conforms: boolean;
  /** Violations first. */
  readonly findings: readonly ReadinessFinding[];
}

/** The address of records, and their classes. */
export interface AssessmentContext {
  readonly publicUrl: string;
  readonly registry: Registry;
}

/** @param document of the record, in the profile */
export function readinessOf(
  whole: WholeRecord,
  profile: Profile,
  document: Iterable<BaseQuad>,
  { publicUrl, registry }: AssessmentContext,
): Readiness {
  const { level, conforms, findings }: Conformity = conformity(document, profile);
  const places = new Places(whole, publicUrl, registry);
  return {
    profile,
    level,
    conforms,
    findings: withoutExplained(findings).map((finding) => shown(finding, profile, places)),
  };
}

/** The paths of what a record violates in a profile: what `readinessOf` finds, without values and words. */
export function violatedPaths(
  whole: WholeRecord,
  profile: Profile,
  document: Iterable<BaseQuad>,
  { publicUrl, registry }: AssessmentContext,
): { conforms: boolean; paths: readonly string[] } {
  const { conforms, findings } = conformity(document, profile);
  if (conforms) return { conforms, paths: [] };
  const places = new Places(whole, publicUrl, registry);
  const violations = withoutExplained(findings).filter(({ severity }) => severity === 'violation');
  return {
    conforms,
    paths: violations.map((finding) => pathOf(finding, profile, placeOf(finding, profile, places))),
  };
}

/** That a value does not satisfy a shape says nothing more where findings about the value itself say why. */
function withoutExplained(findings: readonly Finding[]): readonly Finding[] {
  const judged = new Set(findings.map(({ focus }) => focus?.value));
  return findings.filter(({ constraint, value }) => constraint !== 'node' || !judged.has(value?.value));
}

/** The property of a finding, if it is one. */
const onlyProperty = ({ path }: Finding): string | null =>
  path !== null && !/[\^|]/.test(path) ? path : null;

function placeOf(finding: Finding, { prefixes }: Profile, places: Places): Place {
  const named = finding.property?.split('|')[0];
  const property = onlyProperty(finding) ?? (named === undefined ? null : iriOf(named, prefixes));
  return places.of(finding.focus?.value ?? null, property);
}

const pathOf = ({ property }: Finding, { prefixes }: Profile, { path }: Place): string =>
  [...path.map((each) => nameOf(each, prefixes)), ...(property ? [property] : [])].join('/');

function shown(finding: Finding, profile: Profile, places: Places): ReadinessFinding {
  const { value, severity, constraint, message, remedy } = finding;
  const place = placeOf(finding, profile, places);
  return {
    severity,
    path: pathOf(finding, profile, place),
    property: onlyProperty(finding),
    constraint,
    key: place.key,
    field: place.field,
    value: value?.value ?? null,
    message,
    remedy: place.field ? remedyInField(remedy, place.field) : remedy,
  };
}
