/** In which of its types a client takes an answer, as its `Accept` says. https://www.rfc-editor.org/rfc/rfc9110#name-accept */
import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** JSON comes as either of these: https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types */
export const responseType = 'application/graphql-response+json';
export const jsonTypes: readonly string[] = ['application/json', responseType];

/** Parameters such as a charset: we have one form of each type. A weight is none. */
const parameters = /;(?!\s*q\s*=)[^;,]*/gi;

/** Which of some types a client prefers, the first where it does not say; null where it takes none of them. */
export function preferredType(
  { headers: { accept = '' } }: Pick<IncomingMessage, 'headers'>,
  types: readonly string[],
): string | null {
  if (accept.trim() === '') return types[0] ?? null;
  const negotiator = new Negotiator({ headers: { accept: accept.replace(parameters, '') } });
  return negotiator.mediaType([...types]) ?? null;
}
