/** The headers of a table. */
import { stripIgnoredCharacters } from 'graphql';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import { exposed } from '../api-headers';
import type { Format } from './formats';
import type { Plan } from './plan';
import type { TablePage } from './read-pages';

/** Many servers and proxies refuse headers of more than 8 kB. */
const longestLocation = 4_000;

/** Headers that scripts of other origins may read. */
const readable = [
  ...exposed,
  'Content-Disposition',
  'Content-Location',
  'X-Data-Version',
  'X-Total-Count',
  'X-Truncated',
].join();

/** File names are commonly limited to 255 bytes. Version and extension are appended to this part. */
const longestName = 100;

export function headersOf(
  plan: Plan,
  { data: { version }, total, truncated }: TablePage,
  format: Format,
  params: GraphQLParams,
  publicPath: string,
): Record<string, string> {
  // Only letters, digits, underscores and hyphens, which are safe in headers and file names.
  const name = (plan.operationName ?? plan.steps.join('-')).slice(0, longestName);
  const location = publicPath + locationOf(params, format);
  return {
    'Access-Control-Expose-Headers': readable,
    'Content-Type': format.contentType,
    'Content-Disposition': `attachment; filename="${name}-v${version}.${format.name}"`,
    'X-Data-Version': String(version),
    ...(truncated && { 'X-Truncated': 'true' }),
    ...(total !== null && { 'X-Total-Count': String(total) }),
    ...(location.length <= longestLocation && { 'Content-Location': location }),
  };
}

/** The URL of this table, for clients that used POST or `Accept`. */
function locationOf({ query, variables, operationName }: GraphQLParams, { name }: Format): string {
  const parameters = new URLSearchParams({ query: stripIgnoredCharacters(query) });
  if (variables && Object.keys(variables).length > 0) parameters.set('variables', JSON.stringify(variables));
  if (operationName !== undefined) parameters.set('operationName', operationName);
  parameters.set('format', name);
  return `/graphql?${parameters.toString()}`;
}
