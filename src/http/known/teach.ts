/** The steps of the long way by which the short way learns. */
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { RequestHandler, Response } from 'express';
import { AnswerText, sendText } from '../answer-text';
import { cacheControlOf } from '../cache-control';
import { encodingFor } from '../encoding';
import { preferredLanguage } from '../language';
import { costOf } from '../measured';
import type { Known } from './known';
import { answeredWell, learnedOf, lessonOf } from './lessons';

/** Notes each question that is answered without errors. */
export const noteGoodAnswers: ApolloServerPlugin<BaseContext & { response: Response }> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body }, contextValue, document, operation, source, request }) => {
        const { response } = contextValue;
        const cost = costOf(response);
        const isWhole = body.kind === 'single' && body.singleResult.errors === undefined;
        if (!isWhole || !document || !operation || !cost) return Promise.resolve();
        answeredWell(response, {
          question: {
            query: source,
            ...(request.operationName !== undefined && { operationName: request.operationName }),
            ...(request.variables && { variables: request.variables }),
          },
          document: {
            node: document,
            operationName: request.operationName,
            kind: operation.operation,
            name: operation.name?.value ?? null,
          },
          cost,
          language: preferredLanguage(response.req),
        });
        return Promise.resolve();
      },
    }),
};

/** Says what caches may do with an answer, and sends a good one as the short way does, which learns from it. */
export const sendAndLearn =
  (known: Known | null): RequestHandler =>
  (request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      response.vary('Accept-Encoding').set('Cache-Control', cacheControlOf(request, response));
      if (typeof body !== 'string' || !learnedOf(response)) return send(body);
      const answer = new AnswerText(body);
      const lesson = lessonOf(request);
      if (lesson) known?.learn(request, response, answer, lesson);
      const head = { status: response.statusCode, fields: [], fieldsWithoutText: [] };
      Promise.resolve(
        sendText(request, response, head, answer, encodingFor(request.get('accept-encoding'))),
      ).catch(next);
      return response;
    };
    next();
  };
