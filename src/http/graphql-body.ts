/** What the endpoint takes for a request: GET or POST, a JSON object in UTF-8, neither too large nor too deep. */
import { isUtf8 } from 'node:buffer';
import express, { type Request, type RequestHandler } from 'express';
import type { Limits } from '../config';
import { jsonSize } from '../graphql/cost/json-size';
import { Refusal } from './errors';

const badRequest = (message: string): Refusal => new Refusal(400, message, { code: 'BAD_REQUEST' });

/** The steps that read a body, in order. */
export const graphqlBody = ({ bodyBytes, jsonDepth, listItems }: Limits): RequestHandler[] => [
  onlyGetAndPost,
  onlyJson,
  express.json({ limit: bodyBytes, type: () => true, verify: utf8 }),
  (request, _response, next) => {
    checkBody(request);
    for (const part of partsOf(request)) checkSize(part, { jsonDepth, listItems });
    next();
  },
];

const onlyGetAndPost: RequestHandler = ({ method }, _response, next) => {
  if (method === 'GET' || method === 'POST') {
    next();
    return;
  }
  const message = `The endpoint answers GET and POST, not ${method}.`;
  next(new Refusal(405, message, { code: 'METHOD_NOT_ALLOWED' }, { Allow: 'GET, POST' }));
};

/** Whether a body is JSON in UTF-8, as its `Content-Type` says. */
export const isJson = (contentType: string | undefined): boolean => json.test(contentType ?? '');

const json = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

const onlyJson: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || isJson(request.get('content-type'))) {
    next();
    return;
  }
  const message = 'The body must be JSON in UTF-8: Content-Type: application/json.';
  next(new Refusal(415, message, { code: 'UNSUPPORTED_MEDIA_TYPE' }));
};

function utf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw badRequest('The body is not UTF-8.');
}

function checkBody({ method, body }: Request): void {
  if (method === 'GET') return;
  if (Array.isArray(body)) throw badRequest('The body is a list. Send each query in a request of its own.');
  if (typeof body !== 'object' || body === null)
    throw badRequest('The body must be an object with the member "query".');
}

/** The JSON that a request brings: its body, or what stands in its address. */
function partsOf({ method, body, url }: Request): unknown[] {
  if (method !== 'GET') return [body];
  return ['variables', 'extensions'].map((name) => jsonParameter(url, name));
}

/** A parameter of an address that holds JSON; undefined where it is not given or cannot be read. */
export function jsonParameter(url: string, name: string): unknown {
  const text = new URL(url, 'http://gateway').searchParams.get(name);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws Refusal for JSON that is too deep, or has too long a list. */
export function checkSize(value: unknown, most: Pick<Limits, 'jsonDepth' | 'listItems'>): void {
  const { levels, items } = jsonSize(value);
  if (levels > most.jsonDepth)
    throw badRequest(`The JSON has ${levels} levels; at most ${most.jsonDepth} are read.`);
  if (items > most.listItems)
    throw badRequest(
      `A list has ${items} items; at most ${most.listItems} are read. Ask in several requests.`,
    );
}
