/** Answers with tables, by the executors of the endpoint. */
import { Router, type RequestHandler, type Response } from 'express';
import type { GraphQLParams, Measuring } from '../../graphql/cost/estimate';
import { cancellationBy } from '../../query/cancellation';
import { notStored } from '../cache-control';
import { preferredLanguage } from '../language';
import { Rate } from '../rate';
import { tables } from '../tables/table-route';
import { partOf } from '../time-limit';
import type { CatalogueOptions, EndpointOptions } from './endpoint';
import type { Execution } from './execution';
import type { OperationCache } from './operation-cache';

interface TableSurroundings {
  measuring: Measuring;
  execution: Execution;
  operations: OperationCache;
  /** Whether no other subgraph has a part in the answer. */
  isOurs: (params: GraphQLParams) => boolean;
}

/** The route for tables. All pages of a table must have the same version of the data. */
export const tableRoute = (
  { limits, readers }: EndpointOptions,
  { reader, learn, edition, publicPath, publicUrl }: CatalogueOptions,
  { measuring, execution, operations, isOurs }: TableSurroundings,
): Router =>
  // Matches exactly, without sub-paths.
  Router().all(
    '/graphql',
    failuresNotStored,
    tables({
      measuring,
      reader,
      readers,
      learn,
      publicPath,
      publicUrl,
      now: () => new Date(),
      edition: (params) => (isOurs(params) ? edition() : null),
      rate: new Rate(limits.tableCostPerMinute),
      ask: (request, response, params, whole) => {
        const { signal, done } = partOf(whole, limits.deadline);
        const asking = {
          response,
          cancellation: cancellationBy(signal),
          language: preferredLanguage(request),
        };
        return execution.result(operations.prepare(params), asking).finally(done);
      },
    }),
  );

/** Errors must not be cached. A table itself is streamed, so only errors are sent with `send`. */
const failuresNotStored: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body: unknown): Response => {
    response.vary('Accept-Encoding').set('Cache-Control', notStored);
    return send(body);
  };
  next();
};
