/** What the endpoint takes for a request: GET, HEAD or POST, with a question that is neither too large nor too deep. */
import express, { type RequestHandler } from 'express';
import type { Limits } from '../config';
import { askedInAddress, askedInBody } from './asked';
import { checkContentType } from './content-type';
import { isReading, onlyBy } from './methods';

/** The steps that read what is asked into `request.body`, in order; `Asked` says what it is then. */
export const graphqlBody = ({ bodyBytes, jsonDepth, listItems }: Limits): RequestHandler[] => [
  onlyBy('GET', 'HEAD', 'POST'),
  onlyJson,
  express.raw({ limit: bodyBytes, type: () => true }),
  (request, _response, next) => {
    const most = { jsonDepth, listItems };
    const body: unknown = request.body;
    request.body = isReading(request)
      ? askedInAddress(request.url, most)
      : askedInBody(Buffer.isBuffer(body) ? body : Buffer.alloc(0), most);
    next();
  },
];

const onlyJson: RequestHandler = (request, _response, next) => {
  if (!isReading(request)) checkContentType(request.get('content-type'));
  next();
};
