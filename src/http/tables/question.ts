/** The query of which a request wants a table: its parameters were read before. */
import type { Request } from 'express';
import type { Question } from '../../graphql/cost/estimate';
import { Refusal } from '../errors';
import { questionOf, type GraphQLParams } from '../graphql/params';

/** @throws Refusal where there is no query. */
export function questionAsked({ body }: Request): Question {
  const question = questionOf(body as GraphQLParams);
  if (question) return question;
  throw new Refusal(400, 'A table needs a query. Give it as ?query=… or in the body.', {
    code: 'BAD_REQUEST',
  });
}
