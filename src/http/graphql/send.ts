/** The last step: status, headers and text of an answer, in the client's preferred encoding. */
import type { AnswerText, Head } from '../answer-text';
import { sendText } from '../answer-text';
import { notStored } from '../cache-control';
import { isCacheable } from '../cacheability';
import type { Exchange } from './exchange';
import { varied } from './vary';

/** Whether a successful answer is the same for everybody until the data change. */
export const isForAll = ({ client, response }: Exchange): boolean =>
  client.isAnonymous && isCacheable(response);

/** Sends an answer without errors. */
export const sendWhole = (exchange: Exchange, answer: AnswerText): void | Promise<void> =>
  send(exchange, isForAll(exchange) ? exchange.client.forAll : exchange.client.forOne, answer);

/**
 * Sends any other answer.
 * @param own headers of this answer, as alternating names and values
 */
export function sendErrors(
  exchange: Exchange,
  status: number,
  answer: AnswerText,
  own: readonly string[] = [],
): void | Promise<void> {
  const { client, variesByAccept, hasLanguage } = exchange;
  const fieldsWithoutText = [
    ...client.fields,
    ...varied([
      ...client.vary,
      ...(variesByAccept ? ['Accept'] : []),
      ...(hasLanguage ? ['Accept-Language'] : []),
    ]),
    ...(hasLanguage ? ['Content-Language', client.language] : []),
    'Cache-Control',
    notStored,
    ...own,
  ];
  const type = `${client.jsonType ?? 'application/json'}; charset=utf-8`;
  const fields = [...fieldsWithoutText, 'Content-Type', type];
  return send(exchange, { status, fields, fieldsWithoutText, isTagged: true }, answer);
}

const send = (
  { request, response, client }: Exchange,
  head: Head,
  answer: AnswerText,
): void | Promise<void> =>
  sendText(request, response, head, answer, client.encoding, ['X-Request-Id', request.id ?? '']);
