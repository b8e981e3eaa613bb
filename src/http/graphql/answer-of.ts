/** Makes an answer of its data: adds the estimated cost, and checks the size. */
import { AnswerTooLarge } from '../../errors';
import type { Cost } from '../../graphql/cost/estimate';
import type { MaybePromise } from '../../query/maybe-promise';
import type { SharedTexts } from '../../query/plan/shared-texts';
import { isLonger } from '../answer-bytes';
import { AnswerText } from '../answer-text';

/**
 * @param data the JSON text of the data; null if there is none
 * @param most bytes of the answer
 * @throws AnswerTooLarge
 */
export function answerOf(
  data: string | null,
  shared: SharedTexts,
  cost: Cost | null,
  most: number,
): MaybePromise<AnswerText | null> {
  if (data === null) return null;
  if (isLonger(data, most)) throw new AnswerTooLarge(most);
  const text = `{"data":${data},"extensions":{"cost":${JSON.stringify(cost)}}}\n`;
  if (shared.isEmpty) return AnswerText.of(text);
  const answer = new AnswerText(shared.bytesOf(text));
  if (answer.length > most) throw new AnswerTooLarge(most);
  return answer;
}
