/** Hands what is asked to Apollo Server, as it was read and checked before. */
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler, Request } from 'express';
import { jsonTypes, preferredType } from './accept';
import type { Asked } from './asked';
import { notAcceptable, Refusal } from './errors';
import { isReading } from './methods';

/** Has Apollo's handler see a request as it was read: its type decided, its address with what was read of it, and HEAD as the GET that it is. */
export const forApollo =
  (apollo: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const asked = request.body as Asked;
    if (asked.query === undefined && asked.extensions?.persistedQuery === undefined)
      throw new Refusal(400, 'The request has no query. Give it as ?query=… or in the body.', {
        code: 'BAD_REQUEST',
      });
    const headers = { ...request.headers, accept: jsonTypeFor(request) };
    return apollo(asRead(request, asked, headers), response, next);
  };

/** The type of JSON in which a client takes an answer. @throws Refusal where it takes none */
function jsonTypeFor(request: Request): string {
  const type = preferredType(request, jsonTypes);
  if (type === null) throw notAcceptable(request, `answers come as ${jsonTypes.join(' or ')}`);
  return type;
}

function asRead(request: Request, asked: Asked, headers: IncomingHttpHeaders): Request {
  const seen: PropertyDescriptorMap = { headers: { value: headers } };
  if (isReading(request)) {
    seen.method = { value: 'GET' };
    seen.url = { value: addressOf(asked) };
  }
  return Object.create(request, seen) as Request;
}

function addressOf({ query, operationName, variables, extensions }: Asked): string {
  const parameters = new URLSearchParams();
  if (query !== undefined) parameters.set('query', query);
  if (operationName !== undefined) parameters.set('operationName', operationName);
  if (variables) parameters.set('variables', JSON.stringify(variables));
  if (extensions) parameters.set('extensions', JSON.stringify(extensions));
  return `/graphql?${parameters.toString()}`;
}
