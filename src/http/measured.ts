/** Measures a request of the endpoint before Apollo sees it; what asks for too much goes no further. */
import type { ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { GraphQLError } from 'graphql';
import { estimate, type Cost, type Estimate, type Measuring } from '../graphql/cost/estimate';
import { questionOf, type Asked } from './asked';
import { Refusal } from './errors';
import { shortTurn } from '../query/turns';
import { noteCost } from './logged';
import type { Rate } from './rate';

/** What the query of a request costs; undefined where it could not be measured. */
export const costOf = (response: Response): Cost | undefined => response.locals.cost as Cost | undefined;

/** On the response, as a set of responses would cost more than a small answer. */
const paid = Symbol('paid');

interface Paid extends ServerResponse {
  [paid]?: boolean;
}

/** The client has paid for the answer already. */
export const markPaid = (response: Paid): void => void (response[paid] = true);

/** Charges the client with the cost of its query, and refuses what is beyond the limits. */
export function measured(measuring: Measuring, rate: Rate): RequestHandler {
  return async (request, response, next) => {
    // Parsing and measuring is work of its own: other requests, such as health checks, come between.
    const turn = shortTurn();
    if (turn) await turn;
    const found = estimateOf(request, measuring);
    response.locals.cost = found?.cost;
    if (found) noteCost(response, found.cost.estimated);
    const price = found && !found.refusal ? found.cost.estimated : 1;
    if (!(response as Paid)[paid]) await rate.charge(request, price);
    if (found?.refusal) {
      const { message } = found.refusal;
      throw new Refusal(400, message, { code: 'QUERY_TOO_COMPLEX', cost: found.cost });
    }
    next();
  };
}

/** A text that cannot be parsed is left to Apollo, which says where. */
function estimateOf(request: Request, measuring: Measuring): Estimate | undefined {
  const question = questionOf(request.body as Asked);
  if (!question) return undefined;
  try {
    return estimate(question, measuring);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
