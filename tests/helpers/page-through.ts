/** Pages through connections from end to end, as a client does that follows `pageInfo`. */
import { enumCode } from '../../src/graphql/enums';
import { answer, type Asking } from './ask';
import type { ReferenceOrder } from './reference-catalogue';
import type { SmallWorld } from './small-world';

/** A connection of the schema. */
export interface ConnectionField {
  /** Name of the field. */
  field: string;
  /** Where it stands: a type and the id of one of its records; on Query where it is missing. */
  under?: { type: string; id: string };
}

/** What a client has seen when it has read a list to its end. */
export interface Reading {
  ids: string[];
  /** The `totalCount` of each page on the way. */
  totals: number[];
}

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

const orderText = (order: readonly ReferenceOrder[]): string =>
  order.length === 0
    ? ''
    : `orderBy: [${order.map(({ field, direction }) => `{field: ${enumCode(field)}, direction: ${direction}}`).join(', ')}]`;

/** One operation that reads a page of the connection in each of the orders. */
function operation(
  { field, under }: ConnectionField,
  orders: readonly (readonly ReferenceOrder[])[],
): string {
  const variables = orders.map(
    (_, index) => `$on${index}: Boolean!, $from${index}: String, $to${index}: String`,
  );
  const lists = orders.map(
    (order, index) => `list${index}: ${field}(
      first: $first, last: $last, after: $from${index}, before: $to${index} ${orderText(order)}
    ) @include(if: $on${index}) { ...Page }`,
  );
  const fields = `
    nodes { id } edges { cursor node { id } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  const body = lists.join('\n').replaceAll('...Page', fields);
  const placed = under ? `node(id: $id) { ... on ${under.type} { ${body} } }` : body;
  return `query (${under ? '$id: ID!, ' : ''}$first: Int, $last: Int, ${variables.join(', ')}) { ${placed} }`;
}

/** Reads a connection to its end in each of the orders, so many records a page. */
export async function pageThrough(
  world: SmallWorld,
  connection: ConnectionField,
  orders: readonly (readonly ReferenceOrder[])[],
  size: number,
  direction: 'forwards' | 'backwards',
  asking: Asking = {},
): Promise<Reading[]> {
  const forwards = direction === 'forwards';
  const query = operation(connection, orders);
  const readings = orders.map((): Reading => ({ ids: [], totals: [] }));
  const cursors = orders.map((): string | null => null);
  let open = orders.map((_, index) => index);
  while (open.length > 0) {
    const variables: Record<string, unknown> = {
      ...(connection.under && { id: connection.under.id }),
      [forwards ? 'first' : 'last']: size,
    };
    orders.forEach((_, index) => {
      variables[`on${index}`] = open.includes(index);
      variables[`${forwards ? 'from' : 'to'}${index}`] = cursors[index];
    });
    const data = await answer<Record<string, Page> & { node: Record<string, Page> | null }>(world, query, {
      ...asking,
      variables,
    });
    const lists: Record<string, Page> = (connection.under ? data.node : data) ?? {};
    open = open.filter((index) => {
      const page = lists[`list${index}`];
      const reading = readings[index];
      if (!page || !reading) throw new Error('The list was not answered.');
      check(page, size);
      const ids = page.nodes.map(({ id }) => id);
      reading.ids = forwards ? [...reading.ids, ...ids] : [...ids, ...reading.ids];
      reading.totals.push(page.totalCount);
      cursors[index] = forwards ? page.pageInfo.endCursor : page.pageInfo.startCursor;
      return forwards ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
    });
  }
  return readings;
}

/** What must be true of every page; no `expect`, as this runs some ten thousand times. */
function check({ nodes, edges, pageInfo }: Page, size: number): void {
  const faults = [
    nodes.length > size && `more than ${size} records`,
    edges.map(({ node }) => node.id).join() !== nodes.map(({ id }) => id).join() && 'other edges than nodes',
    pageInfo.startCursor !== (edges.at(0)?.cursor ?? null) && 'a startCursor that is not the first edge',
    pageInfo.endCursor !== (edges.at(-1)?.cursor ?? null) && 'an endCursor that is not the last edge',
  ].filter(Boolean);
  if (faults.length > 0) throw new Error(`A page has ${faults.join(' and ')}.`);
}
