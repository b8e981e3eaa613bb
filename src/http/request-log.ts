/** One line in the log for each request: id, operation, duration, status. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** What the line says beside id and duration. */
const line = (request: IncomingMessage, response: ServerResponse, values: object): object => ({
  ...values,
  method: request.method,
  path: (request as Request).originalUrl.split('?')[0],
  operationName: (response as Response).locals.operationName as string | undefined,
  status: response.statusCode,
});

/** Gives every request an id (the client's X-Request-Id, if it is a plain one), answers with it and logs the request at its end. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (request: IncomingMessage, response: ServerResponse) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    quietReqLogger: true,
    serializers: { req: () => undefined, res: () => undefined },
    customAttributeKeys: { reqId: 'id', responseTime: 'durationMs' },
    customSuccessObject: line,
    customErrorObject: (request, response, _error, values: object) => line(request, response, values),
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  });
}
