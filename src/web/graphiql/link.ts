// A query as a link: /graphql?query=…&variables=…&operationName=…
import { plainJson } from './variables';

/** What a link carries; the variables are JSON text. */
export interface LinkedQuery {
  readonly query: string;
  readonly variables: string;
  readonly operationName: string;
}

/** Reads the query that a link carries, if it carries one. */
export function readLink(search: string): LinkedQuery | undefined {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (!query?.trim()) return undefined;
  return {
    query,
    variables: indented(parameters.get('variables') ?? ''),
    operationName: parameters.get('operationName') ?? '',
  };
}

/** Writes the part of the link behind the path, which the endpoint understands as well; what is empty is left out. */
export function writeLink({ query, variables, operationName }: LinkedQuery): string {
  const parameters = new URLSearchParams({ query });
  const plain = plainJson(variables);
  if (plain) parameters.set('variables', plain);
  if (operationName) parameters.set('operationName', operationName);
  return `?${parameters}`;
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
