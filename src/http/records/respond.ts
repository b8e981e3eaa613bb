/** The last step: the headers of a representation, and its text or 304. */
import type { Request, Response } from 'express';
import { AnswerTooLarge } from '../../errors';
import { isLonger } from '../answer-bytes';
import { sendText } from '../answer-text';
import { cacheControlOfData } from '../cache-control';
import { encodingFor } from '../encoding';
import { isAnonymous, isCacheable } from '../cacheability';
import { WrittenText } from './cached-answer';
import type { RepresentationRequest, Representation, Written } from './representation';
import { locationOf } from './address-in';
import { linkHeader, type TypedLink } from './typed-link';

/** The header fields on which each answer at the address of a record depends. */
export const variesBy = ['Accept', 'Accept-Language', 'Accept-Profile'];

/** The text of a written representation with the headers that belong to it. @throws AnswerTooLarge */
export function textOf(
  { text }: Written,
  headers: Readonly<Record<string, string>>,
  { name }: Representation,
  { answerBytes }: { answerBytes: number },
): WrittenText {
  if (isLonger(text, answerBytes)) throw new AnswerTooLarge(answerBytes);
  return new WrittenText(text, headers, name);
}

/** The headers of a written representation. @param common the links that all representations of the record have */
export function headersOf(
  { headers, contentType, links = [] }: Written,
  request: RepresentationRequest,
  representation: Representation,
  common: readonly TypedLink[],
): Readonly<Record<string, string>> {
  const { profile } = request;
  const [type = ''] = representation.types;
  const location = locationOf(request, representation);
  return {
    // RDF has all languages beside one another.
    ...((!representation.isProfiled || representation.only !== undefined) && {
      'Content-Language': request.language,
    }),
    'Content-Type': contentType ?? `${type}; charset=utf-8`,
    ...(location !== null && { 'Content-Location': location }),
    ...(profile && { 'Content-Profile': `<${profile.iri}>` }),
    Link: linkHeader([...links, ...common]),
    ...headers,
  };
}

/** Sends a text, or 304 if the client's copy is current. */
export async function send(request: Request, response: Response, text: WrittenText): Promise<void> {
  const { 'Content-Type': type = '', ...others } = text.headers;
  const forAll = isAnonymous(request) && isCacheable(response);
  response.vary('Accept-Encoding').set(others).set('Cache-Control', cacheControlOfData(forAll));
  const head = { status: 200, fields: ['Content-Type', type], fieldsWithoutText: [] };
  await sendText(request, response, head, text, encodingFor(request.get('accept-encoding')), []);
}

/** Sends what is no text of a record, such as a redirect. */
export function sendOther(response: Response, { text, status = 200, headers = {} }: Written): void {
  response.set(headers).status(status).send(text);
}
