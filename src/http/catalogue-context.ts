/** What the resolvers of the catalogue have at hand during one request. */
import type { Limits } from '../config';
import { requestContext, type RequestContext } from '../graphql/context';
import { BoundedReader } from '../query/bounded-reader';
import type { RowCache } from '../query/rows/row-cache';
import type { ReadBatcher } from '../query/read-batcher';
import type { SizeOf } from '../query/sizes';
import type { Reader } from '../query/sql';
import type { Registry } from '../resource/registry';
import { watchedReader } from '../telemetry/watched-reader';
import type { Asking } from './graphql/execution';
import { changesByItself } from './lasting';
import { traceOf } from './watch-requests';

/** Where the catalogue is read, the same for all requests. */
export interface CatalogueAccess {
  registry: Registry;
  reader: Reader;
  /** Reads for several requests together; null where each reads alone. */
  shared: ReadBatcher | null;
  /** What is cached of the data between requests; left out where nothing is. */
  rowCache?: RowCache;
  /** Base of the web addresses of records. */
  publicUrl: () => string;
  limits: Limits;
  /** How many records there are of a type. */
  sizeOf: SizeOf;
  /** How the subgraphs are that others link in. */
  subgraphs?: RequestContext['subgraphs'];
}

/** Makes the context of each request: its reader is bounded and watched, its language the one that the client prefers. */
export const catalogueContext =
  (access: CatalogueAccess) =>
  ({ response, language, cancellation, schema }: Asking): RequestContext => {
    const { registry, rowCache, limits, sizeOf, publicUrl, subgraphs } = access;
    const reader = new BoundedReader(access.reader, access.shared, { rows: limits.rows, cancellation });
    const trace = traceOf(response);
    const traced = watchedReader(reader, (run, textOf) => trace.statement(run, textOf));
    return requestContext({
      registry,
      schema,
      limits,
      sizeOf,
      reader: traced,
      rows: rowCache?.forRequest(cancellation),
      language,
      publicUrl: publicUrl(),
      subgraphs: subgraphs && (() => (changesByItself(response), subgraphs())),
    });
  };
