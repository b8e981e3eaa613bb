/** The size of the pages of a table, by what one query may cost. */
import { QueryTooComplex } from '../../errors';
import { estimate, type Measuring } from '../../graphql/cost/estimate';
import { largestPageSize } from '../../query/page';
import type { Plan, PlannedPage } from './plan';

/** Page sizes to try, from the largest. */
const pageSizes = [largestPageSize, 50, 20, 10, 5, 2, 1];

/**
 * The largest page within the cost limit of one query.
 * @param most number of records still to be read
 * @throws QueryTooComplex when even one record is too expensive
 */
export function affordable(
  measuring: Measuring,
  { variables, operationName, added }: Plan,
  query: string,
  { after, most }: { after: string | null; most: number },
): PlannedPage {
  const tried = pageSizes.map((size) => Math.min(size, most));
  // The client's query was measured before. The limits are raised for the added fields.
  const { limits } = measuring;
  const widened = { ...measuring, limits: { ...limits, aliases: limits.fields, fields: 2 * limits.fields } };
  let refusal = new QueryTooComplex('A table without records costs nothing.');
  for (const first of new Set(tried)) {
    const params = {
      query,
      variables: { ...variables, [added.first]: first, [added.after]: after },
      ...(operationName !== null && { operationName }),
    };
    const measured = estimate(params, widened);
    if (!measured.refusal) return { ...params, cost: measured.cost.estimated };
    refusal = measured.refusal;
  }
  throw refusal;
}
