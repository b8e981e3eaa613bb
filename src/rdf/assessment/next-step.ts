/** The next best step: the one field whose statement gains most, over FAIR metrics and profiles. */
import type { Label } from '../../vocabulary/label';
import type { MetadataProfile } from '../../vocabulary/metadata-profile';
import type { FairAssessment, FairResult } from './fair-assessment';
import { statingRemedy, type Lacking } from './remedies';
import type { Readiness } from './readiness';

export interface NextStep {
  /** What to state. */
  readonly lacking: Lacking;
  /** The FAIR points that it adds. */
  readonly points: number;
  /** The profiles to which the record then conforms, as far as the statement is right. */
  readonly completes: readonly MetadataProfile[];
  /** The profiles of which it mends a violation, without the former. */
  readonly advances: readonly MetadataProfile[];
  /**
   * How much it gains: the share of the FAIR points that it adds, and for each profile the share of the violated properties that it
   * mends.
   */
  readonly gain: number;
  readonly remedy: Label;
}

const idOf = (lacking: Lacking): string =>
  'property' in lacking ? lacking.property : `${lacking.type} ${lacking.name} ${lacking.code ?? ''}`;

/** The points that a test gains by one of the statements that it lacks. */
function gainOf({ test, outcome, lacks, reached }: FairResult): number {
  if (lacks.length === 1) return test.points - reached;
  return outcome === 'FAIL' ? test.points / 2 : 0;
}

/** What a record violates in a profile: by each field that mends something, and how many things there are. */
function violatedIn({ findings }: Readiness): { byField: Map<string, Lacking>; count: number } {
  const violations = findings.filter(({ severity }) => severity === 'violation');
  const byField = new Map<string, Lacking>();
  const others = new Set<string>();
  for (const { field, path } of violations)
    if (field) byField.set(idOf(field), field);
    else others.add(path);
  return { byField, count: byField.size + others.size };
}

/** @returns null if nothing is left that a statement of one field would mend */
export function nextStep(
  fair: FairAssessment,
  readiness: ReadonlyMap<MetadataProfile, Readiness>,
): NextStep | null {
  const candidates = new Map<string, Lacking>();
  const violated = [...readiness].map(([code, one]) => ({ code, ...violatedIn(one) }));
  for (const { outcome, lacks } of fair.results)
    if (outcome !== 'PASS') for (const each of lacks) candidates.set(idOf(each), each);
  for (const { byField } of violated) for (const [id, field] of byField) candidates.set(id, field);
  let best: NextStep | null = null;
  for (const [id, lacking] of candidates) {
    const gaining = fair.results.filter(({ lacks }) => lacks.some((each) => idOf(each) === id));
    const mended = violated.filter(({ byField }) => byField.has(id));
    const points = gaining.reduce((sum, result) => sum + gainOf(result), 0);
    const gain = mended.reduce((sum, { count }) => sum + 1 / count, points / fair.testable);
    if (gain <= (best?.gain ?? 0)) continue;
    const [only] = gaining;
    best = {
      lacking,
      points,
      completes: mended.filter(({ count }) => count === 1).map(({ code }) => code),
      advances: mended.filter(({ count }) => count > 1).map(({ code }) => code),
      gain,
      // A test may say better what to do than to state something.
      remedy:
        gaining.length === 1 && mended.length === 0 && only?.test.remedy
          ? only.test.remedy
          : statingRemedy([lacking]),
    };
  }
  return best;
}
