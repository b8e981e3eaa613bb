/** Names a table by all that it is made of, so that whoever has it already need not be sent it again. */
import { statSync } from 'node:fs';
import type { Request } from 'express';
import tagOf from 'etag';
import isFresh from 'fresh';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import type { DataVersion } from '../../query/summary';
import { cacheControlOfData } from '../cache-control';
import { isAnonymous } from '../lasting';
import { preferredLanguage } from '../language';
import type { Format } from './formats';

/** When this program was built: another one may write other tables of the same data. */
const builtAt = statSync(__filename).mtimeMs;

/** What the tables of this program depend on beside query and data. @param publicUrl base of the web addresses in them */
export const editionOf = (publicUrl: string): string => `${builtAt} ${publicUrl}`;

/** What tables have in common that are the same: the data apart, everything that they are made of. */
export interface Identity {
  readonly request: Request;
  readonly params: GraphQLParams;
  readonly format: Format;
  /** What all tables depend on; null where they change by themselves, as they hold what others say. */
  readonly edition: string | null;
}

/** The tag of a table, the same in each encoding; null for one that has none. */
function tagOfTable({ request, params, format, edition }: Identity, data: DataVersion): string | null {
  if (edition === null || request.method === 'POST') return null;
  const { query, variables = {}, operationName = null } = params;
  const language = preferredLanguage(request);
  // The time of the last change tells databases apart that count their versions alike.
  const { version, changedAt } = data;
  const parts = [query, variables, operationName, format.name, language, version, changedAt, edition];
  return tagOf(JSON.stringify(parts), { weak: true });
}

/** The data as it is now, where the client has its table already; else null. */
export async function dataHeld(
  identity: Identity,
  now: () => Promise<DataVersion>,
): Promise<DataVersion | null> {
  const { headers } = identity.request;
  if (headers['if-none-match'] === undefined) return null;
  const data = await now();
  const tag = tagOfTable(identity, data);
  return tag !== null && isFresh(headers, { etag: tag }) ? data : null;
}

/** What caches may do with a table, and how they ask for it again. */
export function validators(identity: Identity, data: DataVersion): Record<string, string> {
  const tag = tagOfTable(identity, data);
  const forAll = identity.edition !== null && isAnonymous(identity.request);
  return { 'Cache-Control': cacheControlOfData(forAll), ...(tag !== null && { ETag: tag }) };
}
