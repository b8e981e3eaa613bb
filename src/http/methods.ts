/** The methods of HTTP by which each address is asked. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { Refusal } from './errors';

/** Whether a request asks by its address alone: HEAD is answered as GET, but for the body. */
export const isReading = ({ method }: Pick<IncomingMessage, 'method'>): boolean =>
  method === 'GET' || method === 'HEAD';

/** Lets requests with these methods pass; all others are told which there are. */
const onlyBy =
  (...methods: readonly string[]): RequestHandler =>
  ({ method, path }, _response, next) =>
    next(methods.includes(method) ? undefined : methodRefusal(path, method, methods));

/** The refusal of another method, which says which there are. */
export function methodRefusal(path: string, method: string, methods: readonly string[]): Refusal {
  const allowed = methods.join(', ');
  const message = `${path} answers ${allowed}, not ${method}.`;
  return new Refusal(405, message, { code: 'METHOD_NOT_ALLOWED' }, { Allow: allowed });
}

/** Lets pass what only reads. */
export const onlyToRead: RequestHandler = onlyBy('GET', 'HEAD');

/** Says to OPTIONS which methods there are; what a page of another origin may send is said beside it. */
export const tellMethods: RequestHandler = ({ method, path }, response, next) => {
  if (method === 'OPTIONS')
    response.set(
      'Allow',
      /^(\/graphql\/?|\*)$/i.test(path) ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS',
    );
  next();
};
