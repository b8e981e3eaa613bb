/** The JSON of a record or list: the result of a GraphQL query, page by page. */
import type { GraphQLParams } from '../../graphql/cost/estimate';
import { largestPageSize } from '../../query/page';
import { jsonTypes } from '../accept';
import { Refusal } from '../errors';
import { faultOf } from './faults';
import { addressOf } from './page-asked';
import type { Asked, Representation } from './representation';
import type { AnsweredPage, SubjectQuery } from './subject-query';
import { targetOf, type QueryOf } from './subject-queries';

/** As a program reads it. */
export function json(queryOf: QueryOf): Representation {
  return {
    name: 'json',
    extension: 'json',
    types: jsonTypes,
    of: ['record', 'list'],
    isProfiled: false,
    write: async (asked) => {
      const query = queryOf(asked.subject);
      const { data, endCursor } = await answered(asked, query);
      const next = endCursor === null ? null : addressOf(asked.iri, { ...asked.page, after: endCursor });
      return {
        text: JSON.stringify({ data, extensions: { next } }),
        links: next === null ? [] : [{ rel: 'next', href: next }],
      };
    },
  };
}

async function answered(asked: Asked, { paramsOf, pageIn }: SubjectQuery): Promise<AnsweredPage> {
  const { params, cost } = affordable(asked, paramsOf);
  const { data, errors } = await asked.ask(params, cost);
  const found = errors || !data ? null : pageIn(data, asked.publicUrl);
  if (found) return found;
  throw faultOf(errors?.[0]);
}

/** The requested page, reduced if its cost exceeds the limit of one query. @throws Refusal */
function affordable(
  asked: Asked,
  paramsOf: SubjectQuery['paramsOf'],
): { params: GraphQLParams; cost: number } {
  const target = targetOf(asked);
  const { after } = target.page;
  for (let first = target.page.first ?? largestPageSize; ; first = Math.floor(first / 2)) {
    const params = paramsOf({ ...target, page: { first, after } });
    const { cost, refusal } = asked.estimate(params);
    if (refusal === null) return { params, cost: cost.estimated };
    if (first <= 1) throw new Refusal(400, refusal.message, { code: 'QUERY_TOO_COMPLEX' });
  }
}
