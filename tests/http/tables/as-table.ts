/** Asks a gateway for a table. */
import type { Answer, Gateway } from '../gateway';

export interface TableRequest {
  variables?: Record<string, unknown>;
  /** What stands as `format` in the address. */
  format?: string;
  /** By what the header Accept asks for a table, instead of the address. */
  accept?: string;
  language?: string;
  headers?: Record<string, string>;
}

/** By a link, or by POST where the header Accept says so. */
export function asTable(gateway: Gateway, query: string, request: TableRequest = {}): Promise<Answer> {
  const { variables, accept, format = 'csv', language = 'en', headers = {} } = request;
  const languages = { 'accept-language': language, ...headers };
  if (accept !== undefined)
    return gateway.get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, ...languages },
      body: JSON.stringify({ query, variables }),
    });
  const address = new URLSearchParams({ query, format });
  if (variables) address.set('variables', JSON.stringify(variables));
  return gateway.get(`/graphql?${address.toString()}`, { headers: languages });
}
