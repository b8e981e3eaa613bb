/** Tests of FAIR metrics that can be judged by a record alone. Metrics and points are those of F-UJI 0.8, doi:10.5281/zenodo.15045911 */
import type { FairPrinciple } from '../../vocabulary/fair-principle';
import type { Label } from '../../vocabulary/label';
import type { TestOutcome } from '../../vocabulary/test-outcome';
import type { Stated, Statements } from './statements';

/** A property that would have to be stated: of the record, or of the records of a list (`[list, property]`). */
export type Path = readonly string[];

export interface Judgement {
  readonly outcome: Exclude<TestOutcome, 'NOT_TESTED'>;
  /** What was read. */
  readonly found: readonly Stated[];
  /** What is missing for a pass; one thing may be stated in several ways, of which the first is named. */
  readonly lacks: readonly Path[];
}

export interface FairTest {
  readonly id: string;
  /** The metric, such as `FsF-R1.1-01M`. */
  readonly metric: string;
  readonly principle: FairPrinciple;
  readonly points: number;
  /** What is tested. */
  readonly about: Label;
  /** Judges a record; null if a record alone cannot tell. */
  readonly judge: ((statements: Statements) => Judgement) | null;
  /** What to do, where that is not simply to state what it lacks. */
  readonly remedy?: Label;
}

/** The share of a test's points. */
export const shareOf: Readonly<Record<TestOutcome, number>> = {
  PASS: 1,
  PARTLY: 0.5,
  FAIL: 0,
  NOT_TESTED: 0,
};

/** Passes if all of several things are stated; partly if some are. */
export function all(
  ...things: readonly { readonly stated: readonly Stated[]; readonly path: Path }[]
): Judgement {
  const missing = things.filter(({ stated }) => stated.length === 0);
  return {
    outcome: missing.length === 0 ? 'PASS' : missing.length < things.length ? 'PARTLY' : 'FAIL',
    found: things.flatMap(({ stated }) => stated.slice(0, 1)),
    lacks: missing.map(({ path }) => path),
  };
}

/** Passes if something is stated. @param path what to state otherwise */
export const any = (stated: readonly Stated[], path: Path): Judgement =>
  stated.length > 0
    ? { outcome: 'PASS', found: stated.slice(0, 1), lacks: [] }
    : { outcome: 'FAIL', found: [], lacks: [path] };

/** Passes if something stated is good, partly if it is stated at all. */
export function best(stated: readonly Stated[], isGood: (value: string) => boolean, path: Path): Judgement {
  const good = stated.find(({ value }) => isGood(value));
  if (good) return { outcome: 'PASS', found: [good], lacks: [] };
  return { outcome: stated.length > 0 ? 'PARTLY' : 'FAIL', found: stated.slice(0, 1), lacks: [path] };
}
