/** Documents without a bound, sent while they are read: with constant memory, at the speed of the client. */
import type { Request, Response } from 'express';
import tagOf from 'etag';
import isFresh from 'fresh';
import type { Limits } from '../../config';
import { cacheControlOfData } from '../cache-control';
import { encodingFor } from '../encoding';
import { isAnonymous, isCacheable } from '../cacheability';
import { lifetime } from '../tables/lifetime';
import { encoded, write } from '../tables/write';
import type { Written } from './representation';

/** The pieces of a document with the headers that belong to it. */
export class StreamedText {
  /** It cannot be made of a text that is not there yet: the same data give the same text. */
  readonly etag: string;

  /** @param form the address and the name of the representation */
  constructor(
    readonly stream: NonNullable<Written['stream']>,
    readonly headers: Readonly<Record<string, string>>,
    form: string,
  ) {
    this.etag = tagOf(`${form} ${stream.version}`, { weak: true });
  }
}

/** Sends the pieces, or 304 if the client's copy is current. One that fails is broken off, so that it does not look complete. */
export async function sendStreamed(
  request: Request,
  response: Response,
  { stream, headers, etag }: StreamedText,
  limits: Pick<Limits, 'deadline' | 'tableDeadline'>,
): Promise<void> {
  const forAll = isAnonymous(request) && isCacheable(response);
  const encoding = encodingFor(request.get('accept-encoding'));
  response.vary('Accept-Encoding').set(headers);
  response.set({ 'Cache-Control': cacheControlOfData(forAll), ETag: etag });
  if (isFresh(request.headers, { etag })) {
    response.status(304).end();
    return;
  }
  if (encoding !== null) response.set('Content-Encoding', encoding);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const whole = lifetime(response, { stall: limits.deadline, longest: limits.tableDeadline });
  await write(request.log, response, encoded(stream.pieces, encoding), whole, 'A document');
}
