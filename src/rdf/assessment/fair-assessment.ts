/** The FAIR metrics of a record: what each test read, and what it reached. */
import type { WholeRecord } from '../../resource/whole-record';
import type { Label } from '../../vocabulary/label';
import type { TestOutcome } from '../../vocabulary/test-outcome';
import { fieldOf } from './fields';
import { shareOf, type FairTest } from './fair-test';
import { statingRemedy, type Lacking } from './remedies';
import { Statements, type Stated } from './statements';
import { accessible } from './tests/accessible';
import { findable } from './tests/findable';
import { interoperable } from './tests/interoperable';
import { reusable } from './tests/reusable';

/** All tests, in the order of the metrics. */
export const fairTests: readonly FairTest[] = [...findable, ...accessible, ...interoperable, ...reusable];

export interface FairResult {
  readonly test: FairTest;
  readonly outcome: TestOutcome;
  /** The points that it reached. */
  readonly reached: number;
  /** What was read. */
  readonly found: readonly Stated[];
  /** The fields in which what is missing would be stated. */
  readonly lacks: readonly Lacking[];
  /** What to do; null if nothing is missing, or the record cannot tell. */
  readonly remedy: Label | null;
}

export interface FairAssessment {
  readonly results: readonly FairResult[];
  /** The points that were reached. */
  readonly reached: number;
  /** The points that can be reached by what the record alone tells. */
  readonly testable: number;
  /** The reached share of them, in whole percent. */
  readonly score: number;
}

export function assess(whole: WholeRecord): FairAssessment {
  const statements = new Statements(whole);
  const results = fairTests.map((test) => resultOf(test, statements));
  const testable = sum(results.map(({ test, outcome }) => (outcome === 'NOT_TESTED' ? 0 : test.points)));
  const reached = sum(results.map((result) => result.reached));
  return { results, reached, testable, score: Math.round((100 * reached) / testable) };
}

function resultOf(test: FairTest, statements: Statements): FairResult {
  const judgement = test.judge?.(statements);
  if (!judgement) return { test, outcome: 'NOT_TESTED', reached: 0, found: [], lacks: [], remedy: null };
  const { outcome, found } = judgement;
  const lacks = judgement.lacks.map(
    (path): Lacking => fieldOf(statements.whole.description, path) ?? { property: path.at(-1) ?? '' },
  );
  return {
    test,
    outcome,
    reached: test.points * shareOf[outcome],
    found,
    lacks,
    // Sentences are only made for those who read them: scores are derived by the thousands.
    get remedy() {
      return outcome === 'PASS' ? null : (test.remedy ?? statingRemedy(lacks));
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
