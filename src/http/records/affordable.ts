/** A page of links or records that one query may cost. Documents of the same page cost as much as its JSON. */
import type { GraphQLParams } from '../../graphql/cost/estimate';
import { largestPageSize } from '../../query/page';
import { Refusal } from '../errors';
import type { RepresentationRequest } from './representation';
import { targetOf } from './subject-queries';
import type { SubjectQuery } from './subject-query';

export interface AffordablePage {
  readonly first: number;
  readonly params: GraphQLParams;
  readonly cost: number;
}

/** The requested page, reduced if its cost exceeds the limit of one query. @throws Refusal */
export function affordablePage(request: RepresentationRequest, { paramsOf }: SubjectQuery): AffordablePage {
  const target = targetOf(request);
  const { after } = target.page;
  for (let first = target.page.first ?? largestPageSize; ; first = Math.floor(first / 2)) {
    const params = paramsOf({ ...target, page: { first, after } });
    const { cost, refusal } = request.estimate(params);
    if (refusal === null) return { first, params, cost: cost.estimated };
    if (first <= 1) throw new Refusal(400, refusal.message, { code: 'QUERY_TOO_COMPLEX' });
  }
}
