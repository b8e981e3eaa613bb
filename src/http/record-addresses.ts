/** The web addresses of records. A browser is redirected to the record in GraphiQL; a program gets it as JSON. */
import { Router, type Request, type Response } from 'express';
import type { Limits } from '../config';
import { Unavailable } from '../errors';
import { BoundedReader } from '../query/bounded-reader';
import { Loaders } from '../query/loaders';
import { largestPageSize } from '../query/page';
import type { RowCache } from '../query/rows/row-cache';
import type { Reader } from '../query/sql';
import { withdrawnAt, type WithdrawnRecord } from '../query/withdrawn';
import { iriOf, recordKey, slugPattern } from '../resource/identity';
import type { Registry } from '../resource/registry';
import { inLanguage } from '../resource/text';
import { cacheControlOfData } from './cache-control';
import { Refusal } from './errors';
import type { OwnQueries } from './graphql/endpoint';
import { admission } from './admission-queue';
import { isAnonymous } from './lasting';
import { isLasting } from './lasting';
import { preferredLanguage } from './language';
import { onlyToRead } from './methods';
import { html, json, negotiated, type Renderer } from './negotiate';
import type { Rate } from './rate';
import { addressOf, pageAsked, pageIn, recordQuery, variablesOf, type LinkPage } from './record-query';
import { TimeLimit } from './time-limit';

/** The cost of the look-up itself. The record's content is charged like any query. */
const costOfAddress = 1;

/** A record and the requested page of its links. */
interface Addressed {
  iri: string;
  page: LinkPage;
}

/** A representation of a record. */
interface RecordRenderer extends Renderer {
  readonly send: (request: Request, response: Response, addressed: Addressed) => void | Promise<void>;
}

/** What the routes of records need. */
export interface RecordAddresses {
  registry: Registry;
  /** Looks up the current or withdrawn record with a key. */
  reader: Reader;
  rowCache: RowCache;
  /** Charges the clients. */
  rate: Rate;
  limits: Limits;
  /** Base of the web addresses of records. */
  publicUrl: () => string;
  /** Path prefix of the gateway. */
  publicPath: string;
  queries: OwnQueries;
}

/**
 * `GET /institutions/marburg` redirects a browser to the query that shows the record (303, https://www.w3.org/TR/cooluris/) and
 * answers a program with that query's result. 404 if there never was such a record; 410 with its former content if it was
 * withdrawn.
 */
export function recordAddresses(options: RecordAddresses): Router {
  const { registry, reader, rowCache, rate, limits, publicUrl, publicPath, queries } = options;
  const router = Router();
  const query = recordQuery(registry);
  const working = admission(limits);
  const usual: RecordRenderer = { ...json, types: ['application/json'], send: answer };
  const renderers = [usual, { ...html, send: lead }];
  for (const description of registry.resources) {
    router.all(`/${description.path}/:slug`, onlyToRead);
    router.get(
      `/${description.path}/:slug`,
      rate.fixed(costOfAddress),
      working,
      async (request: Request<{ slug: string }>, response, next) => {
        const { slug } = request.params;
        const key = recordKey(description, slug);
        const isKey = slugPattern.test(slug);
        const cancellation = new TimeLimit(response, limits.deadline);
        const bounded = new BoundedReader(reader, null, { rows: limits.rows, cancellation });
        const rows = rowCache.forRequest(cancellation);
        if (!isKey || !(await new Loaders(bounded, registry, rows).record(key))) {
          const was = isKey ? await withdrawnAt(bounded, key) : null;
          next(was ? gone(was, request, response) : undefined);
          return;
        }
        const iri = iriOf(publicUrl(), key);
        const page = pageAsked(request.url);
        response.vary('Accept');
        const { send } = negotiated(request, renderers) ?? usual;
        await send(request, response, { iri, page });
      },
    );
  }

  async function answer(request: Request, response: Response, { iri, page }: Addressed): Promise<void> {
    const { variables, cost } = affordable(iri, page);
    await rate.charge(request, cost);
    const result = await queries.ask(request, response, { query, variables });
    const found = pageIn(result, registry);
    if (result.errors || !found) {
      const code = result.errors?.[0]?.extensions?.code;
      if (code === 'SERVICE_UNAVAILABLE') response.set(Unavailable.headers);
      response.status(statusOf(code)).json(result);
      return;
    }
    const { data, endCursor } = found;
    const next = endCursor === null ? null : addressOf(iri, { ...page, after: endCursor });
    if (next !== null) response.links({ next });
    const forAll = isAnonymous(request) && isLasting(response);
    response.set('Cache-Control', cacheControlOfData(forAll)).json({ data, extensions: { next } });
  }

  function lead(_request: Request, response: Response, { iri, page }: Addressed): void {
    const variables = JSON.stringify(variablesOf(iri, page));
    const parameters = new URLSearchParams({ query, variables });
    response.redirect(303, `${publicPath}/graphql?${parameters.toString()}`);
  }

  /** The requested page, reduced to fewer links if its cost exceeds the limit of one query. @throws Refusal */
  function affordable(iri: string, { first, after }: LinkPage) {
    for (let size = first ?? largestPageSize; ; size = Math.floor(size / 2)) {
      const variables = variablesOf(iri, { first: size, after });
      const { cost, refusal } = queries.estimate({ query, variables });
      if (refusal === null) return { variables, cost: cost.estimated };
      if (size <= 1) throw new Refusal(400, refusal.message, { code: 'QUERY_TOO_COMPLEX' });
    }
  }

  return router;
}

const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  TIMEOUT: 503,
  SERVICE_UNAVAILABLE: 503,
};
const statusOf = (code: unknown): number => statuses[String(code)] ?? 500;

function gone({ type, names, withdrawnAt }: WithdrawnRecord, request: Request, response: Response): Refusal {
  response.vary('Accept-Language');
  const name = names && inLanguage(names, preferredLanguage(request));
  const what = [type, ...(name === null ? [] : [`"${name}"`])].join(' ');
  return new Refusal(
    410,
    `${what} was withdrawn on ${withdrawnAt.slice(0, 10)}: the catalogue holds it no longer.`,
    { code: 'GONE', type, name, withdrawnAt },
    // A withdrawn record may come back.
    { 'Cache-Control': 'no-cache' },
  );
}
