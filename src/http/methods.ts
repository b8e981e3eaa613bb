/** The allowed HTTP methods. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { Refusal } from './errors';

/** Whether the method is GET, or HEAD, which is handled in the same way. */
export const isReading = ({ method }: Pick<IncomingMessage, 'method'>): boolean =>
  method === 'GET' || method === 'HEAD';

/** Middleware that answers other methods with 405. */
const onlyBy =
  (...methods: readonly string[]): RequestHandler =>
  ({ method, path }, _response, next) =>
    next(methods.includes(method) ? undefined : methodRefusal(path, method, methods));

/** The error 405 with the allowed methods. */
export function methodRefusal(path: string, method: string, methods: readonly string[]): Refusal {
  const allowed = methods.join(', ');
  const message = `${path} answers ${allowed}, not ${method}.`;
  return new Refusal(405, message, { code: 'METHOD_NOT_ALLOWED' }, { Allow: allowed });
}

/** Allows GET and HEAD only. */
export const onlyToRead: RequestHandler = onlyBy('GET', 'HEAD');

/** Adds `Allow` to answers of OPTIONS. CORS preflight headers are set separately. */
export const allowHeader: RequestHandler = ({ method, path }, response, next) => {
  if (method === 'OPTIONS')
    response.set(
      'Allow',
      /^(\/graphql\/?|\*)$/i.test(path) ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS',
    );
  next();
};
