/** Creates the context for the catalogue's resolvers, once per request. */
import type { Limits } from '../config';
import { requestContext, type RequestContext } from '../graphql/context';
import { BoundedReader } from '../query/bounded-reader';
import { notingReader } from '../query/read-set';
import type { RowSource } from '../query/rows/cached';
import type { RowCache } from '../query/rows/row-cache';
import type { ReadBatcher } from '../query/read-batcher';
import type { SizeOf } from '../query/sizes';
import type { Reader } from '../query/sql';
import { StatementClasses } from '../query/statement-classes';
import type { Profiles } from '../rdf/profiles/profiles';
import type { Registry } from '../resource/registry';
import { watchedReader } from '../telemetry/watched-reader';
import type { ExecutionContext } from './graphql/execution-context';
import { changesByItself } from './cacheability';
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
  /** The profiles by which records are judged. */
  profiles: Profiles;
  /** The number of records of a class. */
  sizeOf: SizeOf;
  /** The state of linked subgraphs. */
  subgraphs?: RequestContext['subgraphs'];
}

/** What one request reads with. */
export interface RequestReading {
  /** Bounded and traced. */
  readonly reader: Reader;
  readonly rows: RowSource | undefined;
}

/** Makes what each request reads with. */
export type ReadingOf = (
  context: Pick<ExecutionContext, 'response' | 'cancellation' | 'reads'>,
) => RequestReading;

export const requestReading = ({
  registry,
  reader,
  shared,
  rowCache,
  limits,
}: Pick<CatalogueAccess, 'registry' | 'reader' | 'shared' | 'rowCache' | 'limits'>): ReadingOf => {
  const known = new StatementClasses(registry);
  return ({ response, cancellation, reads }) => {
    const bounded = new BoundedReader(reader, shared, { rows: limits.rows, cancellation });
    const trace = traceOf(response);
    const traced = watchedReader(bounded, (run, textOf) => trace.statement(run, textOf));
    return {
      reader: reads ? notingReader(traced, known, reads) : traced,
      rows: rowCache?.forRequest(cancellation, reads),
    };
  };
};

/** Creates the context of a request: a bounded and traced reader, and the client's preferred language. */
export const catalogueContext = (access: CatalogueAccess) => {
  const readingOf = requestReading(access);
  return (context: ExecutionContext): RequestContext => {
    const { response, language, schema } = context;
    const { registry, limits, profiles, sizeOf, publicUrl, subgraphs } = access;
    return requestContext({
      registry,
      schema,
      limits,
      profiles,
      sizeOf,
      ...readingOf(context),
      language,
      publicUrl: publicUrl(),
      readsStates: () => changesByItself(response),
      subgraphs: subgraphs && (() => (changesByItself(response), subgraphs())),
    });
  };
};
