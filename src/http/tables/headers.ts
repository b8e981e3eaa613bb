/** The headers of a table. */
import { stripIgnoredCharacters } from 'graphql';
import type { GraphQLParams } from '../../graphql/cost/estimate';
import { exposed } from '../api-headers';
import type { DataVersion } from '../../query/summary';
import type { TableParameters } from './table-parameters';
import type { StartedTable } from './start-tables';
import type { Format, OneOrMore } from './formats';

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
  tables: OneOrMore<StartedTable>,
  { version }: DataVersion,
  format: Format,
  location: string,
): Record<string, string> {
  const [{ plan, first }, ...others] = tables;
  // Of several lists there is no one number; the sheet "About" has each.
  const total = others.length === 0 ? (first?.total ?? null) : null;
  const truncated = tables.some((table) => table.first?.truncated);
  // Only letters, digits, underscores and hyphens, which are safe in headers and file names.
  const steps = others.length === 0 ? plan.steps : plan.steps.slice(0, 1);
  const name = (plan.operationName ?? steps.join('-')).slice(0, longestName);
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
export function locationOf(
  { query, variables, operationName }: GraphQLParams,
  { name }: Format,
  { list, labels }: TableParameters,
): string {
  const parameters = new URLSearchParams({ query: stripIgnoredCharacters(query) });
  if (variables && Object.keys(variables).length > 0) parameters.set('variables', JSON.stringify(variables));
  if (operationName !== undefined) parameters.set('operationName', operationName);
  parameters.set('format', name);
  if (list !== null) parameters.set('list', list);
  if (labels !== null) parameters.set('labels', labels);
  return `/graphql?${parameters.toString()}`;
}
