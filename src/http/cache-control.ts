/** What caches between the gateway and its clients may do with an answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAnonymous } from './known/asked';
import { isLasting, learnedOf } from './known/lessons';

/** Whether an answer is the same for everybody who asks so, until the data changes. */
export const isForAll = (request: IncomingMessage, response: ServerResponse): boolean =>
  learnedOf(response) !== undefined && isAnonymous(request) && isLasting(response);

/**
 * Data is public and may be stored anywhere, but is asked about each time: a correction is seen at once, and what has not changed
 * costs a 304. Errors pass, and what somebody was told by name concerns nobody else.
 */
export const cacheControlOf = (request: IncomingMessage, response: ServerResponse): string =>
  learnedOf(response) === undefined ? 'no-store' : cacheControlOfData(isForAll(request, response));

/** The same for an answer without errors. */
export const cacheControlOfData = (forAll: boolean): string =>
  forAll ? 'public, max-age=0, must-revalidate' : 'private, no-cache';
