/** The maximum size of an answer. A larger one is refused, whoever produced it. */
import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import { AnswerTooLarge } from '../errors';
import type { HttpContext } from './graphql/apollo-plugins';
import { noteRefusal } from './watch-requests';
import { WrittenData } from '../graphql/written-data';

/** Whether a text is longer in UTF-8. A UTF-16 unit takes at most three bytes, so most texts need not be counted. */
export const isLonger = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);

/** The answer that replaces a too large one. */
const refusalOf = ({ message, extensions }: AnswerTooLarge): GraphQLResponse => ({
  http: { status: 400, headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { errors: [{ message, extensions }] } },
});

/** Apollo plugin for answers of the fallback executor and of the federation's engine. Plans check the size while they write. */
export const boundAnswers: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        const { answerBytes } = contextValue;
        const { body, http } = response;
        if (answerBytes === undefined || body.kind !== 'single') return Promise.resolve();
        const { data, errors } = body.singleResult;
        // The data are serialised here, to measure them, and sent as this text.
        const written = data && !(data instanceof WrittenData) ? WrittenData.of(JSON.stringify(data)) : data;
        const text = written instanceof WrittenData ? written.text : '';
        if (isLonger(text, answerBytes) || (errors && isLonger(JSON.stringify(errors), answerBytes))) {
          noteRefusal(contextValue.response, 'QUERY_TOO_COMPLEX');
          const refusal = refusalOf(new AnswerTooLarge(answerBytes));
          response.body = refusal.body;
          if (refusal.http.status !== undefined) http.status = refusal.http.status;
        } else if (written !== data) body.singleResult.data = written;
        return Promise.resolve();
      },
    }),
};
