// Links to queries: /graphql?query=…&variables=…&operationName=…
import { plainJson } from './variables';

/** The content of a link. The variables are JSON text. */
export interface LinkedQuery {
  readonly query: string;
  readonly variables: string;
  readonly operationName: string;
  /** How the answer is shown, if not as JSON. */
  readonly view?: string;
}

/** Parses a link; undefined if it has no query. */
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

/** The query string of a link, which the endpoint understands, too. Empty parts are left out. */
export function writeLink({ query, variables, operationName, view }: LinkedQuery): string {
  const parameters = new URLSearchParams({ query });
  const plain = plainJson(variables);
  if (plain) parameters.set('variables', plain);
  if (operationName) parameters.set('operationName', operationName);
  if (view) parameters.set('view', view);
  return `?${parameters}`;
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
