/** The first step: checks that a request can be read as GraphQL, and parses it. */
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../../config';
import { checkEncoding } from '../address';
import { checkContentType, isJson } from '../content-type';
import { isReading, methodRefusal } from '../methods';
import { paramsInAddress, paramsInBody, type ReceivedParams } from './params';

const methods: readonly string[] = ['GET', 'HEAD', 'POST'];
const path = '/graphql';
/** As in express: case-insensitive, with an optional slash at the end. */
const spellings = /^\/graphql\/?$/i;

/** The path of a URL without query string. */
export const pathIn = (url: string): string => (url === path ? url : (url.split('?', 1)[0] ?? ''));

/** Whether a request is for the endpoint. Preflight requests are answered in the same way for all URLs. */
export const isForEndpoint = ({ method, url = '' }: IncomingMessage): boolean =>
  (url === path || spellings.test(pathIn(url))) && method !== 'OPTIONS';

/** @throws Refusal for an unsupported method, URL or type of body */
export function checkHead(request: IncomingMessage): void {
  const { method = '', url = '', headers } = request;
  const reading = isReading(request);
  // For GET, the encoding is checked when the parameters are parsed.
  if (!reading && url.includes('%')) checkEncoding(url);
  if (!methods.includes(method)) throw methodRefusal(pathIn(url), method, methods);
  if (!reading && !isJson(headers['content-type'])) checkContentType(headers['content-type']);
}

/** The text by which a request is cached; null for a POST with parameters in the URL. */
export function textOf(request: IncomingMessage, body: Buffer): string | null {
  const { url = '' } = request;
  // Includes the method, since a body could contain the text of a URL.
  if (isReading(request)) return `GET ${url}`;
  return url === path ? `POST ${body.toString('latin1')}` : null;
}

/** @throws Refusal */
export const paramsOf = (request: IncomingMessage, body: Buffer, limits: Limits): ReceivedParams =>
  isReading(request) ? paramsInAddress(request.url ?? '', limits) : paramsInBody(body, limits);

/** Whether to let Apollo Server report the error: it refuses persisted queries, and GET with another content type. */
export const isForApollo = (request: IncomingMessage, { extensions }: ReceivedParams): boolean =>
  extensions?.persistedQuery !== undefined || hasOtherType(request);

/** Whether a GET has a content type other than JSON. */
export const hasOtherType = (request: IncomingMessage): boolean =>
  request.headers['content-type'] !== undefined &&
  isReading(request) &&
  !isJson(request.headers['content-type']);
