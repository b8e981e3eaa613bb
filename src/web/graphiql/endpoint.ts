// How GraphiQL asks the endpoint.
import type { Fetcher } from '@graphiql/toolkit';
import { takeFirstAnswer } from './first-answer';
import { inGerman, isIntrospection } from './german-schema';
import { language } from './language';
import { send } from './send';

/** The answer to the linked query was asked for already; everything else is sent now. */
export const endpoint: Fetcher = async (request, options) => {
  const first = await takeFirstAnswer(request);
  if (first) return first;
  const answer = await send(request, options?.headers ?? {});
  return language() === 'de' && isIntrospection(request) ? inGerman(answer) : answer;
};
