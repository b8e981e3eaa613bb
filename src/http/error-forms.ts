/**
 * Errors in the form that was asked for: a page for people, the envelope of GraphQL errors for programs that read our JSON, and
 * problem details (https://www.rfc-editor.org/rfc/rfc9457) for those that ask for other types, such as RDF.
 */
import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, Request } from 'express';
import { inShort } from '../errors';
import { rdfFormats } from '../rdf/formats';
import { jsonTypes } from './accept';
import { errorPage } from './error-page';
import { errorAnswerOf, textOf, type ErrorAnswer } from './errors';
import { preferredLanguage } from './language';
import { accepted, type Choosable } from './records/choose';
import { linksetTypes } from './records/linkset';

interface ErrorForm extends Choosable {
  readonly write: (answer: ErrorAnswer, request: Request, publicPath: string) => string;
}

/** Who asks for data of such a type gets problem details instead of the error. */
const data: readonly string[] = [
  'application/problem+json',
  ...rdfFormats.flatMap(({ types }) => types),
  ...linksetTypes,
];

const problem: ErrorForm = {
  name: 'problem',
  extension: 'problem',
  types: data,
  write: ({ status, message, extensions }) =>
    JSON.stringify({
      ...extensions,
      type: 'about:blank',
      title: STATUS_CODES[status] ?? 'Error',
      status,
      detail: inShort(message),
    }),
};

/** One form for each JSON media type, as an error has the one that a GraphQL client prefers. */
const envelopes = jsonTypes.map((type): ErrorForm => ({
  name: 'json',
  extension: 'json',
  types: [type],
  write: (answer) => textOf(answer),
}));

const page: ErrorForm = {
  name: 'html',
  extension: 'html',
  types: ['text/html'],
  write: (answer, request, publicPath) => errorPage(answer, preferredLanguage(request), publicPath),
};

/** The page of an error in the frame of the other pages, with its headers. */
export type ErrorPageOf = (
  answer: ErrorAnswer,
  request: Request,
) => { readonly text: string; readonly headers: Readonly<Record<string, string>> };

const [envelope] = envelopes;
const forms: readonly ErrorForm[] = [...envelopes, page, problem];

/** An error is answered in any case, if need be in a form that was not asked for. */
const formFor = ({ headers: { accept } }: Request): ErrorForm =>
  accepted(accept, forms) ?? envelope ?? problem;

/**
 * Express error handler.
 * @param publicPath path prefix of the gateway
 * @param pageOf absent where there are no other pages
 */
export const refused =
  (publicPath: string, pageOf?: ErrorPageOf): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const answer = errorAnswerOf(error, () => request.log);
    const form = formFor(request);
    response.vary('Accept');
    if (form === page) response.vary('Accept-Language').set('Content-Language', preferredLanguage(request));
    const [type = ''] = form.types;
    response.set(answer.headers).status(answer.status);
    if (form === page && pageOf) {
      const { text, headers } = pageOf(answer, request);
      response.set(headers).type(type).send(text);
      return;
    }
    response.type(type).send(form.write(answer, request, publicPath));
  };
