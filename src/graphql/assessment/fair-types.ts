/** The types of FAIR assessments. */
import { Float, Int } from 'type-graphql';
import type { FairAssessment, FairResult } from '../../rdf/assessment/fair-assessment';
import type { Stated } from '../../rdf/assessment/statements';
import { FairPrinciple } from '../../vocabulary/fair-principle';
import { TestOutcome } from '../../vocabulary/test-outcome';
import { resolversOf } from '../define';
import { enumOf } from '../enums';
import { plainType } from '../plain-type';
import { IriScalar } from '../scalars';
import { placeFields } from './evidence-of';
import { textField } from './labelled-texts';
import { NextStepType } from './next-step-type';

const statementType = plainType('AssessedStatement', 'Something that a test read, and who says so.', {
  field: [String, 'The field in which it stands.'],
  property: [IriScalar, 'IRI of its RDF property.'],
  value: [String, 'The value: a text, a code, an IRI, or the key of a linked record.'],
});

const testType = plainType('FairTest', 'A test of a FAIR metric, and what a record came to in it.', {
  code: [String, 'Its name in F-UJI 0.8, such as `FsF-R1.1-01M-1`.'],
  metric: [String, 'The metric to which it belongs, such as `FsF-R1.1-01M`.'],
  principle: [enumOf(FairPrinciple), 'The part of the FAIR principles to which it belongs.'],
  outcome: [enumOf(TestOutcome), 'What it came to.'],
  points: [Float, 'The points that can be reached.'],
  reachedPoints: [Float, 'The points that were reached: all for `PASS`, half for `PARTLY`.'],
  found: [[statementType], 'What was read; empty if nothing is stated.'],
  missingFields: [
    [String],
    'The fields in which what is missing would be stated; the IRI of the property where no field states it.',
  ],
});

export const FairAssessmentType = plainType(
  'FairAssessment',
  'How FAIR a record is, by the metrics of F-UJI 0.8 as far as a record alone can tell.',
  {
    score: [Int, 'The reached share of the points that can be reached, from 0 to 100.'],
    reachedPoints: [Float, 'The points that were reached.'],
    testablePoints: [Float, 'The points that can be reached, without those of `NOT_TESTED`.'],
    tests: [[testType], 'The tests in the order of the metrics.'],
    nextStep: [
      NextStepType,
      'The one field whose statement gains most, over FAIR metrics and profiles; null if nothing is missing that a field would state.',
      'nullable',
    ],
  },
);

const statements = resolversOf(statementType, 'AssessedStatement');
placeFields(statements, ({ key, field }: Stated) => ({ key, field }));

const tests = resolversOf(testType, 'FairTest');
textField(tests, { name: 'about', about: 'What is tested.' }, ({ test }: FairResult) => test.about);
textField(
  tests,
  { name: 'remedy', about: 'What to do, in one sentence; null if nothing is missing.', nullable: true },
  ({ remedy }: FairResult) => remedy,
);

export const fairResolvers = [statements, tests];

/** An assessment as the schema shows it. */
export const shownFairAssessment = ({ results, reached, testable, score }: FairAssessment) => ({
  score,
  reachedPoints: reached,
  testablePoints: testable,
  tests: results.map((result) => ({
    ...result,
    code: result.test.id,
    metric: result.test.metric,
    principle: result.test.principle,
    points: result.test.points,
    reachedPoints: result.reached,
    missingFields: result.lacks.map((each) => ('property' in each ? each.property : each.name)),
  })),
});
