/** Findings for people: what follows from another finding is left out. */
import type { Finding } from './check';
import type { ConstraintKind } from './constraint';
import { termKey } from './graph';

/** If a text stands where a node has to be, it has no class and is no code of a list either. */
const followFromKind = new Set<string>([
  'class',
  'node',
  'or',
  'and',
  'datatype',
  'pattern',
] satisfies ConstraintKind[]);

/** The findings that say something new, in their order. */
export function concise(findings: readonly Finding[]): readonly Finding[] {
  const ofWrongKind = new Set(findings.filter(({ constraint }) => constraint === 'nodeKind').map(placeOf));
  const ofMissing = new Set(findings.filter(({ constraint }) => constraint === 'minCount').map(placeOf));
  const reported = new Set<string>();
  return findings.filter((finding) => {
    const { constraint } = finding;
    const place = placeOf(finding);
    if (followFromKind.has(constraint) && ofWrongKind.has(place)) return false;
    // What is missing does not have the value that is demanded.
    if (constraint === 'hasValue' && ofMissing.has(place)) return false;
    if (constraint !== 'nodeKind' && constraint !== 'minCount') return true;
    // Violations come first: that the same is recommended, too, says nothing new.
    const same = `${constraint} ${place}`;
    if (reported.has(same)) return false;
    reported.add(same);
    return true;
  });
}

const placeOf = ({ focus, path, value }: Finding) =>
  [focus && termKey(focus), path, value && termKey(value)].join('\n');
