/** The gateway's own queries, such as those of pages: measured and planned once, as those of clients are. */
import type { Estimate, GraphQLParams } from '../../graphql/cost/estimate';
import { canonical, type OperationCache } from './operation-cache';
import type { PreparedRequest } from './prepared';

/** The key of a query in the cache of requests, apart from what clients have sent. */
const textOf = ({ query, variables = {}, operationName = '' }: GraphQLParams): string =>
  `own ${operationName} ${canonical(variables)} ${query}`;

export class InternalOperations {
  constructor(private readonly operations: OperationCache) {}

  /** The cost of a query. @throws GraphQLError for a syntax error */
  estimate(params: GraphQLParams): Estimate {
    const { cost, refusal, fault } = this.prepare(params);
    if (cost === null) throw fault ?? new Error('A query without a cost has a syntax error.');
    return { cost, refusal };
  }

  prepare(params: GraphQLParams): PreparedRequest {
    const { operations } = this;
    const text = textOf(params);
    const cached = operations.ofText(text);
    if (cached) return cached;
    const prepared = operations.prepare(params);
    operations.keep(text, prepared);
    return prepared;
  }
}
