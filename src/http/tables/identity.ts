/** The ETag of a table, by everything that it depends on. A client with a current copy gets 304. */
import { statSync } from 'node:fs';
import type { Request } from 'express';
import tagOf from 'etag';
import isFresh from 'fresh';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import type { DataVersion } from '../../query/summary';
import { cacheControlOfData } from '../cache-control';
import { isAnonymous } from '../cacheability';
import { preferredLanguage } from '../language';
import type { TableParameters } from './table-parameters';
import type { Format } from './formats';

/** Build time of this program, as another build may write tables differently. */
const builtAt = statSync(__filename).mtimeMs;

/** What tables depend on beside query and data. @param publicUrl base of the web addresses in them */
export const editionOf = (publicUrl: string): string => `${builtAt} ${publicUrl}`;

/** Everything that determines a table, except for the data. */
export interface Identity {
  readonly request: Request;
  readonly params: GraphQLParams;
  readonly format: Format;
  /** Which list, and whether with labels. */
  readonly parameters: TableParameters;
  /** See `editionOf`; null if tables contain data of other subgraphs, which may change at any time. */
  readonly edition: string | null;
}

/** The ETag, which is the same in each encoding; null if the table has none. */
function tagOfTable(
  { request, params, format, parameters, edition }: Identity,
  data: DataVersion,
): string | null {
  if (edition === null || request.method === 'POST') return null;
  const { query, variables = {}, operationName = null } = params;
  const language = preferredLanguage(request);
  // The time of the last change distinguishes databases with the same version.
  const { version, changedAt } = data;
  const { list, labels } = parameters;
  const parts = [
    query,
    variables,
    operationName,
    format.name,
    list,
    labels,
    language,
    version,
    changedAt,
    edition,
  ];
  return tagOf(JSON.stringify(parts), { weak: true });
}

/** The version of the data if the client's copy is current; otherwise null. */
export async function versionHeldByClient(
  identity: Identity,
  now: () => Promise<DataVersion>,
): Promise<DataVersion | null> {
  const { headers } = identity.request;
  if (headers['if-none-match'] === undefined) return null;
  const data = await now();
  const tag = tagOfTable(identity, data);
  return tag !== null && isFresh(headers, { etag: tag }) ? data : null;
}

/** The caching headers of a table. */
export function validators(identity: Identity, data: DataVersion): Record<string, string> {
  const tag = tagOfTable(identity, data);
  const forAll = identity.edition !== null && isAnonymous(identity.request);
  return { 'Cache-Control': cacheControlOfData(forAll), ...(tag !== null && { ETag: tag }) };
}
