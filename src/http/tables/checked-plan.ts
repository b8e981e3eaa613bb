/** Plans the table of a request after its document was measured and validated. */
import { GraphQLError, parse, validate } from 'graphql';
import { estimate, type Measuring, type GraphQLParams } from '../../graphql/cost/estimate';
import { PageFailed } from './failures';
import { planOf, type Plan } from './plan';
import type { PageAnswer } from './read-pages';

/**
 * The plan of a table.
 * @param ask executes the client's own query, which reports what is wrong with it
 * @throws QueryTooComplex, BadUserInput and PageFailed
 */
export async function checkedPlan(
  params: GraphQLParams,
  measuring: Measuring,
  { joins, ask }: { joins: boolean; ask: (params: GraphQLParams) => Promise<PageAnswer> },
): Promise<Plan> {
  const plan = planned(params, measuring, joins);
  if (plan) return plan;
  const { errors = [] } = await ask(params);
  throw new PageFailed(errors);
}

/** The plan; null if the document or its variables are invalid. */
function planned(params: GraphQLParams, measuring: Measuring, joins: boolean): Plan | null {
  if (!isMeasured(params, measuring)) return null;
  const { schema, limits } = measuring;
  const document = parse(params.query, { maxTokens: limits.tokens });
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return null;
  return planOf(schema, document, params, { records: limits.tableRecords, joins });
}

/** Whether a document can be parsed. The cost limit does not apply, as each page is measured. @throws QueryTooComplex for the other limits */
function isMeasured(params: GraphQLParams, measuring: Measuring): boolean {
  const { refusal } = tryToMeasure(params, measuring) ?? {};
  if (refusal === undefined) return false;
  if (refusal !== null && refusal.extensions.cost === undefined) throw refusal;
  return true;
}

function tryToMeasure(params: GraphQLParams, measuring: Measuring) {
  try {
    return estimate(params, measuring);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
