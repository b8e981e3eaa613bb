/** Plans the table of a request, once its document is known to be within the limits and valid. */
import { GraphQLError, parse, validate } from 'graphql';
import { estimate, type Measuring, type Question } from '../../graphql/cost/estimate';
import { PageFailed } from './failures';
import { planOf, type Plan } from './plan';
import type { PageAnswer } from './read-pages';

/**
 * The plan of a table.
 * @param ask answers the client's own query, which tells what is wrong with it.
 * @throws QueryTooComplex, BadUserInput and PageFailed
 */
export async function checkedPlan(
  question: Question,
  measuring: Measuring,
  { joins, ask }: { joins: boolean; ask: (question: Question) => Promise<PageAnswer> },
): Promise<Plan> {
  const plan = planned(question, measuring, joins);
  if (plan) return plan;
  const { errors = [] } = await ask(question);
  throw new PageFailed(errors);
}

/** The plan; null where the document or its variables are wrong. */
function planned(question: Question, measuring: Measuring, joins: boolean): Plan | null {
  if (!isMeasured(question, measuring)) return null;
  const { schema, limits } = measuring;
  const document = parse(question.query, { maxTokens: limits.tokens });
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return null;
  return planOf(schema, document, question, { records: limits.tableRecords, joins });
}

/** Whether a document can be parsed. What it costs is measured page by page. @throws QueryTooComplex for one beyond the other limits. */
function isMeasured(question: Question, measuring: Measuring): boolean {
  const { refusal } = tryToMeasure(question, measuring) ?? {};
  if (refusal === undefined) return false;
  if (refusal !== null && refusal.extensions.cost === undefined) throw refusal;
  return true;
}

function tryToMeasure(question: Question, measuring: Measuring) {
  try {
    return estimate(question, measuring);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
