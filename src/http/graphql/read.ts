/** The first step: whether a request is one of GraphQL that can be read, and what it asks. */
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../../config';
import { checkEncoding } from '../address';
import { checkContentType, isJson } from '../content-type';
import { isReading, methodRefusal } from '../methods';
import { paramsInAddress, paramsInBody, type ReceivedParams } from './params';

const methods: readonly string[] = ['GET', 'HEAD', 'POST'];
const path = '/graphql';
/** As routers of express have it: in any case, and with one slash behind. */
const spellings = /^\/graphql\/?$/i;

/** The path of an address, without its parameters. */
export const pathIn = (url: string): string => (url === path ? url : (url.split('?', 1)[0] ?? ''));

/** Whether a request is for the endpoint; what browsers ask before another request is answered alike for all addresses. */
export const isForEndpoint = ({ method, url = '' }: IncomingMessage): boolean =>
  (url === path || spellings.test(pathIn(url))) && method !== 'OPTIONS';

/** @throws Refusal for a method, an address or a type of body that is not taken. */
export function checkHead(request: IncomingMessage): void {
  const { method = '', url = '', headers } = request;
  const reading = isReading(request);
  // Of a request without a body, it is checked with its parameters.
  if (!reading && url.includes('%')) checkEncoding(url);
  if (!methods.includes(method)) throw methodRefusal(pathIn(url), method, methods);
  if (!reading && !isJson(headers['content-type'])) checkContentType(headers['content-type']);
}

/** The very text of what is asked, by which it is known again; null where the address of a body says more. */
export function textOf(request: IncomingMessage, body: Buffer): string | null {
  const { url = '' } = request;
  // The method belongs to it: a body may have the text of an address.
  if (isReading(request)) return `GET ${url}`;
  return url === path ? `POST ${body.toString('latin1')}` : null;
}

/** @throws Refusal */
export const paramsOf = (request: IncomingMessage, body: Buffer, limits: Limits): ReceivedParams =>
  isReading(request) ? paramsInAddress(request.url ?? '', limits) : paramsInBody(body, limits);

/** Whether only Apollo Server tells what is wrong with a request: it refuses persisted queries, and a GET with another type. */
export const isForApollo = (request: IncomingMessage, { extensions }: ReceivedParams): boolean =>
  extensions?.persistedQuery !== undefined || hasOtherType(request);

/** Whether a request without a body names a type that is not JSON. */
export const hasOtherType = (request: IncomingMessage): boolean =>
  request.headers['content-type'] !== undefined &&
  isReading(request) &&
  !isJson(request.headers['content-type']);
