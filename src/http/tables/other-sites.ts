/** A link may lead from anywhere to a table, but no page of another site may have tables made behind a visitor's back. */
import type { Request } from 'express';
import { Refusal } from '../errors';

/**
 * JSON is answered to GET only with a header that other sites cannot send unasked. A link has no headers, so a table asks what the
 * browser says of itself: a visitor who follows a link is answered, an image or a script of another site is not.
 * Programs say nothing of the kind. https://www.w3.org/TR/fetch-metadata/
 * @throws Refusal
 */
export function refuseOtherSites(request: Request): void {
  const site = request.get('sec-fetch-site');
  const ofAnotherSite = site === 'cross-site' || site === 'same-site';
  if (!ofAnotherSite || isLink(request) || isPreflighted(request)) return;
  throw new Refusal(
    403,
    'A page of another site asks for a table without a header that says so. Send Apollo-Require-Preflight: true, or let the visitor follow a link.',
    { code: 'FORBIDDEN' },
  );
}

const isLink = (request: Request): boolean =>
  request.get('sec-fetch-mode') === 'navigate' && request.get('sec-fetch-dest') === 'document';

/** What makes a browser ask first whether it may send the request. */
const isPreflighted = (request: Request): boolean =>
  request.get('apollo-require-preflight') !== undefined ||
  request.get('x-apollo-operation-name') !== undefined ||
  request.method === 'POST';
