/** Answers queries by their plans, within Apollo's pipeline: in place of graphql-js's execution. */
import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { AnswerTooLarge } from '../errors';
import type { PlanContext } from '../query/plan/resolution';
import type { Plans } from '../query/plan/plans';
import { ownTurn } from '../query/turns';
import { refusalOf } from './answer-bytes';
import { WrittenData } from './written-data';

/** From so many characters on, making bytes of a text takes milliseconds, and is done in a turn of its own. */
const longText = 100_000;

/** Answers by a plan wherever there is one; everything else, and every error, comes from the ordinary executor. */
export const answerByPlan = <Context extends object>(plans: Plans): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async ({ document, operationName, request, contextValue }) => {
        // Where there are plans, the context of the catalogue is part of that of the endpoint.
        const context = contextValue as unknown as PlanContext;
        await ownTurn();
        const text = await plans
          .answer(document, operationName, request.variables, context)
          .catch((error: unknown) => {
            if (error instanceof AnswerTooLarge) return error;
            throw error;
          });
        if (text instanceof AnswerTooLarge) return refusalOf(text);
        if (text === null) return null;
        if (text.length > longText) await ownTurn();
        // Apollo sends what looks like data; the text goes out as it is.
        const data = new WrittenData(text) as unknown as Record<string, unknown>;
        return {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { data } },
        };
      },
    }),
});

/** An answer whose data are objects, for whoever goes on with them. */
export const withPlainData = ({ data, ...others }: FormattedExecutionResult): FormattedExecutionResult => ({
  ...others,
  ...(data !== undefined && { data: plain(data) }),
});

const plain = (data: FormattedExecutionResult['data']): FormattedExecutionResult['data'] =>
  data instanceof WrittenData ? (data.toJSON() as Record<string, unknown>) : data;

/** The text of an answer; data that are text already go into it as they are. */
export function stringifyAnswer(answer: FormattedExecutionResult): string {
  const { data, ...others } = answer;
  if (!(data instanceof WrittenData)) return `${JSON.stringify(answer)}\n`;
  const more = JSON.stringify(others);
  return `{"data":${data.text}${more === '{}' ? '' : `,${more.slice(1, -1)}`}}\n`;
}
