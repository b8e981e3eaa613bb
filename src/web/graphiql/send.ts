// Sends a query to the GraphQL endpoint, in the visitor's language.
import type { ExecutionResult } from 'graphql';
import { endpointAddress } from './addresses';
import { language } from './language';
import { words } from './words';

/** A request as GraphQL over HTTP has it. */
export interface QueryRequest {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

/**
 * @param given headers that the visitor entered; they have priority
 * @throws Error where the answer is no JSON
 */
export async function send(
  request: QueryRequest,
  given: Readonly<Record<string, unknown>> = {},
): Promise<ExecutionResult> {
  const headers = new Headers({
    accept: 'application/graphql-response+json, application/json',
    'accept-language': language(),
    'content-type': 'application/json',
  });
  for (const [name, value] of Object.entries(given)) headers.set(name, String(value));

  const response = await fetch(endpointAddress, { method: 'POST', headers, body: JSON.stringify(request) });
  const text = await response.text();
  try {
    return JSON.parse(text) as ExecutionResult;
  } catch {
    throw new Error(`${words[language()].noJson(response.status)} ${text.slice(0, 300)}`);
  }
}
