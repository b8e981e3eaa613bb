/** Plans the tables of a request after its document was measured and validated. */
import { GraphQLError, parse, validate } from 'graphql';
import { estimate, type Measuring, type GraphQLParams } from '../../graphql/cost/estimate';
import { PageFailed } from './failures';
import { plansOf, type Bounds, type Plan } from './plan';
import type { PageAnswer } from './read-pages';

/** How a table is asked for. */
export type RequestedBounds = Omit<Bounds, 'records'>;

/**
 * The plans of the tables of a request, one for each list.
 * @param ask executes the client's own query, which reports what is wrong with it
 * @throws QueryTooComplex, BadUserInput and PageFailed
 */
export async function checkedPlans(
  params: GraphQLParams,
  measuring: Measuring,
  bounds: RequestedBounds,
  ask: (params: GraphQLParams) => Promise<PageAnswer>,
): Promise<Plan[]> {
  const plans = planned(params, measuring, bounds);
  if (plans) return plans;
  const { errors = [] } = await ask(params);
  throw new PageFailed(errors);
}

/** The plans; null if the document or its variables are invalid. */
function planned(params: GraphQLParams, measuring: Measuring, bounds: RequestedBounds): Plan[] | null {
  if (!isMeasured(params, measuring)) return null;
  const { schema, limits } = measuring;
  const document = parse(params.query, { maxTokens: limits.tokens });
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return null;
  return plansOf(schema, document, params, { ...bounds, records: limits.tableRecords });
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
