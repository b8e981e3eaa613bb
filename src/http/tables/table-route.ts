/** Answers requests for tables. All other requests go on to the next handler. */
import type { Request, RequestHandler, Response } from 'express';
import { ClientGone, Unavailable } from '../../errors';
import type { Measuring, GraphQLParams } from '../../graphql/cost/estimate';
import type { Reader } from '../../query/sql';
import { dataVersion, type DataVersion } from '../../query/summary';
import { encodingFor } from '../encoding';
import { preferredLanguage, setContentLanguage } from '../language';
import { clientOf } from '../client-address';
import { noteCost } from '../logged';
import { checkTableReader, type Readers } from '../other-sites';
import type { Rate } from '../rate';
import { isGone, onFinished } from '../on-finished';
import { labelsIn, tableParametersIn } from './table-parameters';
import { startTables } from './start-tables';
import { checkedPlans } from './checked-plan';
import { PageFailed, refusalOf } from './failures';
import { requestedFormat, type Format } from './formats';
import { headersOf, locationOf } from './headers';
import { versionHeldByClient, validators, type Identity } from './identity';
import { lifetime } from './lifetime';
import { paramsOfTable } from './params';
import type { PageAnswer, Reading } from './read-pages';
import { TableAdmission } from './table-admission';
import { encoded, write } from './write';
import { aboutSheet } from './workbook/about';

/** What the route needs. */
export interface TableOptions {
  measuring: Measuring;
  reader: Reader;
  /** Called with each version of the data that is seen, so that no later page comes from an outdated cache. */
  learn: (version: number) => void;
  /** What tables depend on beside query and data (`editionOf`). Null if they contain data of other subgraphs, which may change at any time. */
  edition: (params: GraphQLParams) => string | null;
  /** Path prefix of the gateway. */
  publicPath: string;
  /** The base of the gateway's addresses. */
  publicUrl: () => string;
  now: () => Date;
  /** The origins whose pages may read tables. */
  readers: Readers;
  /** Charges the cost of tables. */
  rate: Rate;
  /** Executes the query of one page, with the limits of one query. */
  ask: (
    request: Request,
    response: Response,
    params: GraphQLParams,
    whole: AbortSignal,
  ) => Promise<PageAnswer>;
}

/** Middleware that answers requests for tables. */
export function tables(options: TableOptions): RequestHandler {
  const { rate } = options;
  const { limits } = options.measuring;
  const admission = new TableAdmission(limits.tables, limits.tablesPerClient);
  return async (request, response, next) => {
    response.vary('Accept');
    const format = requestedFormat(request);
    if (!format) {
      next();
      return;
    }
    checkTableReader(request, options.readers);
    await rate.charge(request, 1);
    if (isGone(request)) return;
    onFinished(request, response, admission.begin(clientOf(request)));
    try {
      await answer(request, response, format, options);
    } catch (error) {
      if (error instanceof ClientGone) return;
      if (!(error instanceof PageFailed)) throw refusalOf(error);
      if (error.code === 'SERVICE_UNAVAILABLE') response.set(Unavailable.headers);
      response.status(error.status).json({ errors: error.errors });
    }
  };
}

async function answer(
  request: Request,
  response: Response,
  format: Format,
  options: TableOptions,
): Promise<void> {
  const { measuring, rate, reader, learn, edition } = options;
  const { limits } = measuring;
  const params = paramsOfTable(request);
  const whole = lifetime(response, { stall: limits.deadline, longest: limits.tableDeadline });
  const ask = (of: GraphQLParams) => options.ask(request, response, of, whole);
  const parameters = tableParametersIn(request, format);
  const { joins, isWorkbook } = format;
  const wanted = {
    joins,
    days: isWorkbook,
    several: isWorkbook,
    list: parameters.list,
    labelsOf: labelsIn(parameters.labels),
  };
  const plans = await checkedPlans(params, measuring, wanted, ask);
  const dataNow = async () => {
    const data = await dataVersion(reader);
    learn(data.version);
    return data;
  };
  const identity: Identity = { request, params, format, parameters, edition: edition(params) };
  const held = await versionHeldByClient(identity, dataNow);
  if (held) {
    sayWhichOne(response, identity, held);
    response.status(304).end();
    return;
  }
  const client = clientOf(request);
  let paysLater = false;
  let paid = 0;
  const reading: Reading = {
    measuring,
    ask,
    // The first page is refused if the client's allowance is used up; further pages wait for it.
    pay: (cost) => {
      noteCost(response, (paid += cost));
      return paysLater ? rate.chargeInTime(client, cost, whole) : rate.charge(request, cost);
    },
    dataVersion: dataNow,
  };
  const begun = await startTables(plans, reading);
  const data = begun.find(({ first }) => first)?.first?.data ?? (await dataNow());
  const location = options.publicPath + locationOf(params, format, parameters);
  const about = isWorkbook
    ? await aboutSheet({ params, data, begun, ...facts(request, location, options) }, reading)
    : null;
  paysLater = true;
  sayWhichOne(response, identity, data);
  response.set(headersOf(begun, data, format, location));
  const encoding = format.isText ? encodingFor(request.get('accept-encoding')) : null;
  if (encoding !== null) response.set('Content-Encoding', encoding);
  if (request.method === 'HEAD') {
    await Promise.all(begun.map(({ end }) => end()));
    response.end();
    return;
  }
  await write(request.log, response, encoded(format.write(begun, about), encoding), whole);
}

const facts = (request: Request, location: string, { publicUrl, publicPath, now }: TableOptions) => ({
  language: preferredLanguage(request),
  address: publicUrl() + location.slice(publicPath.length),
  madeAt: now(),
});

/** Sets the headers that identify a table, also for 304: language, encoding and validators. */
function sayWhichOne(response: Response, identity: Identity, data: DataVersion): void {
  setContentLanguage(identity.request, response);
  if (identity.format.isText) response.vary('Accept-Encoding');
  response.set(validators(identity, data));
}
