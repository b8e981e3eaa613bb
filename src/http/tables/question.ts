/** The query of which a request wants a table. */
import type { Request } from 'express';
import type { Question } from '../../graphql/cost/estimate';
import { Refusal } from '../errors';
import { jsonParameter } from '../graphql-body';
import { questionOf } from '../measured';

const badRequest = (message: string): Refusal => new Refusal(400, message, { code: 'BAD_REQUEST' });

/** @throws Refusal where there is no query, or variables that cannot be read. */
export function questionAsked(request: Request): Question {
  const { searchParams } = new URL(request.url, 'http://gateway');
  const inAddress = request.method === 'GET';
  if (inAddress && searchParams.getAll('query').length > 1)
    throw badRequest('The address has several queries. Send each in a request of its own.');
  const question = questionOf(request);
  if (!question) throw badRequest('A table needs a query. Give it as ?query=… or in the body.');
  const written = inAddress && searchParams.has('variables');
  const given = written
    ? (jsonParameter(request.url, 'variables') ?? '')
    : (request.body as { variables?: unknown } | undefined)?.variables;
  if (given == null || (typeof given === 'object' && !Array.isArray(given))) return question;
  throw badRequest('The variables are no JSON object. Give one, such as {"first": 20}.');
}
