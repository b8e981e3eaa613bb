/** How many bytes an answer may have: what has more is refused instead of sent, whoever made it. */
import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import { AnswerTooLarge } from '../errors';
import type { HttpContext } from './graphql/apollo-plugins';
import { noteRefusal } from './watch-requests';
import { WrittenData } from './written-data';

/** Whether a text has more bytes. A character has three at most. */
export const isLonger = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);

/** The answer in place of one that is too large. */
const refusalOf = ({ message, extensions }: AnswerTooLarge): GraphQLResponse => ({
  http: { status: 400, headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { errors: [{ message, extensions }] } },
});

/** Refuses answers of the fallback executor and of subgraphs that are too large; those of plans are while they are written. */
export const boundAnswers: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        const { answerBytes } = contextValue;
        const { body, http } = response;
        if (answerBytes === undefined || body.kind !== 'single') return Promise.resolve();
        const { data, errors } = body.singleResult;
        // It is written here, and sent as it is.
        const written = data && !(data instanceof WrittenData) ? new WrittenData(JSON.stringify(data)) : data;
        const text = written instanceof WrittenData ? written.text : '';
        if (isLonger(text, answerBytes) || (errors && isLonger(JSON.stringify(errors), answerBytes))) {
          noteRefusal(contextValue.response, 'QUERY_TOO_COMPLEX');
          const refusal = refusalOf(new AnswerTooLarge(answerBytes));
          response.body = refusal.body;
          if (refusal.http.status !== undefined) http.status = refusal.http.status;
        } else if (written !== data) body.singleResult.data = written as unknown as Record<string, unknown>;
        return Promise.resolve();
      },
    }),
};
