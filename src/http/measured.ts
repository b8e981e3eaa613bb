/** Measures a request of the endpoint before Apollo sees it; what asks for too much goes no further. */
import type { Request, RequestHandler, Response } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Limits } from '../config';
import { estimate, type Cost, type Estimate, type Question } from '../graphql/cost/estimate';
import type { SizeOf } from '../query/sizes';
import { Refusal } from './errors';
import { jsonParameter } from './graphql-body';
import type { Rate } from './rate';

/** What the query of a request costs; undefined where it could not be measured. */
export const costOf = (response: Response): Cost | undefined => response.locals.cost as Cost | undefined;

/** What a request is measured by. */
interface Measuring {
  /** The schema as it is now. */
  schema: () => GraphQLSchema;
  limits: Limits;
  /** How many records there are of a type. */
  sizeOf: SizeOf;
  rate: Rate;
}

/** Charges the client with the cost of its query, and refuses what is beyond the limits. */
export function measured({ schema, limits, sizeOf, rate }: Measuring): RequestHandler {
  return async (request, response, next) => {
    const found = estimateOf(request, { schema, limits, sizeOf });
    response.locals.cost = found?.cost;
    await rate.charge(request, found && !found.refusal ? found.cost.estimated : 1);
    if (found?.refusal) {
      const { message } = found.refusal;
      throw new Refusal(400, message, { code: 'QUERY_TOO_COMPLEX', cost: found.cost });
    }
    next();
  };
}

/** A text that cannot be parsed is left to Apollo, which says where. */
function estimateOf(
  request: Request,
  { schema, limits, sizeOf }: Omit<Measuring, 'rate'>,
): Estimate | undefined {
  const question = questionOf(request);
  if (!question) return undefined;
  try {
    return estimate(schema(), question, limits, sizeOf);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function questionOf({ method, url, body }: Request): Question | undefined {
  const { searchParams } = new URL(url, 'http://gateway');
  const asked: Record<string, unknown> =
    method === 'GET'
      ? {
          query: searchParams.get('query'),
          operationName: searchParams.get('operationName'),
          variables: jsonParameter(url, 'variables'),
        }
      : (body as Record<string, unknown>);
  const { query, operationName, variables } = asked;
  if (typeof query !== 'string') return undefined;
  return {
    query,
    ...(typeof operationName === 'string' && { operationName }),
    ...(typeof variables === 'object' && variables !== null && { variables: { ...variables } }),
  };
}
