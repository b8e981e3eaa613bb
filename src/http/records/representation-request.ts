/** What answering a request for a representation may use: reading and queries within its limits. */
import type { Request, Response } from 'express';
import type { Limits } from '../../config';
import { Loaders } from '../../query/loaders';
import type { ReadSet } from '../../query/read-set';
import type { Registry } from '../../resource/registry';
import type { ReadingOf } from '../catalogue-context';
import { Refusal } from '../errors';
import type { InternalQueries } from '../graphql/endpoint';
import { noteCost } from '../logged';
import type { Rate } from '../rate';
import { TimeLimit } from '../time-limit';
import type { RepresentationRequest } from './representation';

/** What all requests share. */
export interface RepresentationRequestOptions {
  readonly registry: Registry;
  readonly readingOf: ReadingOf;
  /** The same without a limit of rows, for what is sent while it is read. */
  readonly readingWhileSent: ReadingOf;
  readonly rate: Rate;
  readonly limits: Limits;
  /** Base of the web addresses of records. */
  readonly publicUrl: () => string;
  /** Path prefix of the gateway. */
  readonly publicPath: string;
  readonly queries: InternalQueries;
}

/** What one request asks for. */
type Requested = Pick<
  RepresentationRequest,
  'subject' | 'iri' | 'page' | 'profile' | 'language' | 'languageInPath' | 'today'
>;

/** @param reads where the classes that are read are recorded; null if the answer is not cached */
export function representationRequest(
  { request, response, reads }: { request: Request; response: Response; reads: ReadSet | null },
  requested: Requested,
  {
    registry,
    readingOf,
    readingWhileSent,
    rate,
    limits,
    publicUrl,
    publicPath,
    queries,
  }: RepresentationRequestOptions,
): RepresentationRequest {
  const { language } = requested;
  const cancellation = new TimeLimit(response, limits.deadline);
  const asking = { response, cancellation, reads };
  const { reader, rows } = readingOf(asking);
  let charged = 0;
  const charge = async (cost: number): Promise<void> => {
    noteCost(response, (charged += cost));
    await rate.charge(request, cost);
  };
  return {
    ...requested,
    record: null,
    httpRequest: request,
    registry,
    publicUrl: publicUrl(),
    publicPath,
    reader,
    rows,
    readerWhileSent: () => {
      const long = new TimeLimit(response, limits.tableDeadline);
      return readingWhileSent({ response, cancellation: long, reads: null }).reader;
    },
    loaders: new Loaders(reader, registry, rows),
    charge,
    estimate: queries.estimate,
    ask: async (params, cost) => {
      await charge(cost ?? affordable(queries, params));
      return queries.ask(params, { ...asking, language });
    },
  };
}

/** @throws Refusal when a query may not cost so much */
function affordable(
  { estimate }: InternalQueries,
  params: Parameters<InternalQueries['estimate']>[0],
): number {
  const { cost, refusal } = estimate(params);
  if (refusal) throw new Refusal(400, refusal.message, { code: 'QUERY_TOO_COMPLEX', cost });
  return cost.estimated;
}
