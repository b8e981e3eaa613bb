// Sends the visitor's queries to the GraphQL endpoint.
import type { Fetcher } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { endpointAddress } from './addresses';
import { language } from './language';

/** Sends a query in the visitor's language. Headers that the visitor entered have priority. */
export const endpoint: Fetcher = async (request, options) => {
  const headers = new Headers({
    accept: 'application/graphql-response+json, application/json',
    'accept-language': language(),
    'content-type': 'application/json',
  });
  for (const [name, value] of Object.entries(options?.headers ?? {})) headers.set(name, String(value));

  const response = await fetch(endpointAddress, { method: 'POST', headers, body: JSON.stringify(request) });
  const text = await response.text();
  try {
    return JSON.parse(text) as ExecutionResult;
  } catch {
    throw new Error(`The server answered with status ${response.status} and no JSON: ${text.slice(0, 300)}`);
  }
};
