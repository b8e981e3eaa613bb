/** The head of a table: what it is, of which version of the data, and where it can be had again. */
import { stripIgnoredCharacters } from 'graphql';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import { exposed } from '../api-headers';
import type { Format } from './formats';
import type { Plan } from './plan';
import type { TablePage } from './read-pages';

/** Servers and proxies commonly refuse heads of more than 8 kB. */
const longestLocation = 4_000;

/** What pages of other origins may read of the head. */
const readable = [
  ...exposed,
  'Content-Disposition',
  'Content-Location',
  'X-Data-Version',
  'X-Total-Count',
  'X-Truncated',
].join();

/** File systems commonly take names of 255 bytes; a version and an ending come behind this part. */
const longestName = 100;

export function headersOf(
  plan: Plan,
  { data: { version }, total, truncated }: TablePage,
  format: Format,
  params: GraphQLParams,
  publicPath: string,
): Record<string, string> {
  // Letters, digits and underscores: nothing that means something in a header or to a file system.
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

/** The address of the very table, for whoever got it by POST or by `Accept`. */
function locationOf({ query, variables, operationName }: GraphQLParams, { name }: Format): string {
  const parameters = new URLSearchParams({ query: stripIgnoredCharacters(query) });
  if (variables && Object.keys(variables).length > 0) parameters.set('variables', JSON.stringify(variables));
  if (operationName !== undefined) parameters.set('operationName', operationName);
  parameters.set('format', name);
  return `/graphql?${parameters.toString()}`;
}
