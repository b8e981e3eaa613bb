/** Content negotiation of media types by `Accept`. https://www.rfc-editor.org/rfc/rfc9110#name-accept */
import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** Both media types of JSON answers: https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types */
export const responseType = 'application/graphql-response+json';
export const jsonTypes: readonly string[] = ['application/json', responseType];

/** Parameters of a media type, such as charset, are ignored, as each type has one form. The weight `q` is not a parameter. */
const parameters = /;(?!\s*q\s*=)[^;,]*/gi;

/** The type that a client prefers, or the first if it has no preference. Null if it accepts none of them. */
export function preferredType(
  { headers: { accept = '' } }: Pick<IncomingMessage, 'headers'>,
  types: readonly string[],
): string | null {
  if (accept.trim() === '') return types[0] ?? null;
  const negotiator = new Negotiator({ headers: { accept: accept.replace(parameters, '') } });
  return negotiator.mediaType([...types]) ?? null;
}
