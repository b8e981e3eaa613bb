/** Creates the context for the catalogue's resolvers, once per request. */
import type { Limits } from '../config';
import { requestContext, type RequestContext } from '../graphql/context';
import { BoundedReader } from '../query/bounded-reader';
import { notingReader } from '../query/read-set';
import type { RowCache } from '../query/rows/row-cache';
import type { ReadBatcher } from '../query/read-batcher';
import type { SizeOf } from '../query/sizes';
import type { Reader } from '../query/sql';
import { StatementClasses } from '../query/statement-classes';
import type { Registry } from '../resource/registry';
import { watchedReader } from '../telemetry/watched-reader';
import type { Asking } from './graphql/execution';
import { changesByItself } from './lasting';
import { traceOf } from './watch-requests';

/** What the contexts of all requests share. */
export interface CatalogueAccess {
  registry: Registry;
  reader: Reader;
  /** Batches reads of concurrent requests; null if each request reads alone. */
  shared: ReadBatcher | null;
  /** The row cache, unless it is off. */
  rowCache?: RowCache;
  /** Base of the web addresses of records. */
  publicUrl: () => string;
  limits: Limits;
  /** The number of records of a class. */
  sizeOf: SizeOf;
  /** The state of linked subgraphs. */
  subgraphs?: RequestContext['subgraphs'];
}

/** Creates the context of a request: a bounded and traced reader, and the client's preferred language. */
export const catalogueContext = (access: CatalogueAccess) => {
  const known = new StatementClasses(access.registry);
  return ({ response, language, cancellation, schema, reads }: Asking): RequestContext => {
    const { registry, rowCache, limits, sizeOf, publicUrl, subgraphs } = access;
    const reader = new BoundedReader(access.reader, access.shared, { rows: limits.rows, cancellation });
    const trace = traceOf(response);
    const traced = watchedReader(reader, (run, textOf) => trace.statement(run, textOf));
    return requestContext({
      registry,
      schema,
      limits,
      sizeOf,
      reader: reads ? notingReader(traced, known, reads) : traced,
      rows: rowCache?.forRequest(cancellation, reads),
      language,
      publicUrl: publicUrl(),
      subgraphs: subgraphs && (() => (changesByItself(response), subgraphs())),
    });
  };
};
