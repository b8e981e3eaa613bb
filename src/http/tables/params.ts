/** The GraphQL parameters of a request for a table, which were already parsed. */
import type { Request } from 'express';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import { Refusal } from '../errors';
import { graphQLParamsOf, type ReceivedParams } from '../graphql/params';

/** @throws Refusal when there is no query */
export function paramsOfTable({ body }: Request): GraphQLParams {
  const params = graphQLParamsOf(body as ReceivedParams);
  if (params) return params;
  throw new Refusal(400, 'A table needs a query. Give it as ?query=… or in the body.', {
    code: 'BAD_REQUEST',
  });
}
