/** Reads a table page by page, each only when it is wanted; all pages are of one version of the data, or reading fails. */
import type { GraphQLFormattedError } from 'graphql';
import type { Measuring, GraphQLParams } from '../../graphql/cost/estimate';
import type { DataVersion } from '../../query/summary';
import { rowOf, type Answered, type Cell } from './cells';
import { countOfAll } from './cut-lists';
import { DataChanged, NoList, PageFailed, TooManyRecords } from './failures';
import { isListCut } from './truncation';
import { affordable, type Plan, type PlannedPage } from './plan';

/** The answer to a query. */
export interface PageAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** What a table is read with. */
export interface Reading {
  measuring: Measuring;
  ask: (params: GraphQLParams) => Promise<PageAnswer>;
  /** Pays for a page before it is read. */
  pay: (cost: number) => Promise<void> | undefined;
  dataVersion: () => Promise<DataVersion>;
}

/** One page of a table. */
export interface TablePage {
  records: readonly Answered[];
  /** How many records the whole list has, where the first page was asked for it. */
  total: number | null;
  /** Whether a list without pages is cut, as its query asks for it. */
  truncated: boolean;
  /** The data from which every page is read. */
  data: DataVersion;
}

/** The pages of a table, of which there is at least one. */
export async function* readPages(plan: Plan, reading: Reading): AsyncGenerator<TablePage, void> {
  const { measuring, dataVersion } = reading;
  const { limits } = measuring;
  const data = await dataVersion();
  let { after } = plan;
  let wanted = plan.first ?? limits.tableRecords;
  let params = affordable(measuring, plan, plan.begin, { after, most: wanted });
  for (;;) {
    const answer = await answered(params, plan, reading);
    const { items, total, endCursor, truncated } = pageIn(answer, plan);
    // Whoever writes raises the version with the data: as it stands now, all that was read before is of this version.
    if (!isSame(await dataVersion(), data)) throw new DataChanged();
    if (plan.first === null && total !== null && total > limits.tableRecords)
      throw new TooManyRecords(limits.tableRecords, total);
    yield { records: items.map((record) => ({ record, query: answer })), total, truncated, data };
    wanted -= items.length;
    if (endCursor === null) return;
    if (wanted <= 0 && plan.first === null) throw new TooManyRecords(limits.tableRecords);
    if (wanted <= 0) return;
    after = endCursor;
    params = affordable(measuring, plan, plan.goOn, { after, most: wanted });
  }
}

/** A database that takes the place of another one may count its versions alike. */
const isSame = (one: DataVersion, other: DataVersion): boolean =>
  one.version === other.version && one.changedAt === other.changedAt;

async function answered(
  params: PlannedPage,
  { inOwnText }: Plan,
  { ask, pay }: Reading,
): Promise<Record<string, unknown>> {
  await pay(params.cost);
  const { data, errors } = await ask(params);
  if (errors || !data) throw new PageFailed(errors?.map(inOwnText) ?? []);
  return data;
}

/** What a page holds: its records, the count if it was asked for, and where the next page begins. */
function pageIn(data: unknown, { steps, records, cut, added }: Plan) {
  let at = data;
  let above: Record<string, unknown> = {};
  for (const step of steps) {
    above = at as Record<string, unknown>;
    at = above[step];
    if (at == null) throw new NoList(step);
  }
  if (records === null) {
    const items = at as unknown[];
    const list = steps.at(-1) ?? '';
    const truncated = cut !== null && isListCut(cut, above, list, items, added);
    return { items, total: countOfAll(above, list, added), endCursor: null, truncated };
  }
  const connection = at as Record<string, unknown>;
  const { hasNextPage, endCursor } = connection[added.page] as {
    hasNextPage: boolean;
    endCursor: string | null;
  };
  return {
    items: connection[records] as unknown[],
    total: (connection[added.count] as number | undefined) ?? null,
    endCursor: hasNextPage ? endCursor : null,
    truncated: false,
  };
}

/** The rows of some records. */
export const rowsOf = ({ columns, added }: Plan, records: readonly Answered[]): Cell[][] =>
  records.map((record) => rowOf(columns, record, added));
