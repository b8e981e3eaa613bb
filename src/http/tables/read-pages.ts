/** Reads a table page by page, on demand. All pages must be of the same version of the data, or reading fails. */
import type { GraphQLFormattedError } from 'graphql';
import type { Measuring, GraphQLParams } from '../../graphql/cost/estimate';
import type { DataVersion } from '../../query/summary';
import { rowOf, type Answered, type Cell } from './cells';
import type { Column } from './column';
import { crossTable } from './cross';
import { countOfAll } from './truncation-fields';
import { DataChanged, NoList, PageFailed, TooManyRecords } from './failures';
import { isListCut } from './truncation';
import { affordable } from './affordable';
import type { Plan, PlannedPage } from './plan';

/** The answer to a page query. */
export interface PageAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** What reading needs. */
export interface Reading {
  measuring: Measuring;
  ask: (params: GraphQLParams) => Promise<PageAnswer>;
  /** Charges for a page before it is read. */
  pay: (cost: number) => Promise<void> | undefined;
  dataVersion: () => Promise<DataVersion>;
}

/** One page of a table. */
export interface TablePage {
  /** The columns, which are those of the plan except for a cross table. */
  columns: readonly Column[];
  records: readonly Answered[];
  /** Total number of records, if this page has the count. */
  total: number | null;
  /** Whether a list without pages is truncated, as its query requested. */
  truncated: boolean;
  /** The version of the data. */
  data: DataVersion;
}

/** The pages of a table; at least one. */
export async function* readPages(plan: Plan, reading: Reading): AsyncGenerator<TablePage, void> {
  const { measuring, dataVersion } = reading;
  const { limits } = measuring;
  const data = await dataVersion();
  let { after } = plan;
  let wanted = plan.first ?? limits.tableRecords;
  let params = affordable(measuring, plan, plan.begin, { after, most: wanted });
  for (;;) {
    const answer = await answered(params, plan, reading);
    const { items, columns, total, endCursor, truncated } = pageIn(answer, plan);
    // A write changes the version together with the data. If the version is unchanged, everything read before belongs to it.
    if (!isSame(await dataVersion(), data)) throw new DataChanged();
    if (plan.first === null && total !== null && total > limits.tableRecords)
      throw new TooManyRecords(limits.tableRecords, total);
    const records = items.map((record) => ({ record, query: answer }));
    yield { columns: columns ?? plan.columns, records, total, truncated, data };
    wanted -= items.length;
    if (endCursor === null) return;
    if (wanted <= 0 && plan.first === null) throw new TooManyRecords(limits.tableRecords);
    if (wanted <= 0) return;
    after = endCursor;
    params = affordable(measuring, plan, plan.goOn, { after, most: wanted });
  }
}

/** A replaced database may have the same version, so the time of its last change is compared, too. */
export const isSame = (one: DataVersion, other: DataVersion): boolean =>
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

type Fields = Readonly<Record<string, unknown>>;

interface PageContent {
  items: readonly unknown[];
  /** Of a cross table. */
  columns?: readonly Column[];
  total: number | null;
  endCursor: string | null;
  truncated: boolean;
}

/** The content of a page: its records, the count if requested, and the cursor for the next page. */
function pageIn(data: unknown, plan: Plan): PageContent {
  const { steps, records, added } = plan;
  let at = data;
  let above: Record<string, unknown> = {};
  for (const step of steps) {
    above = at as Record<string, unknown>;
    at = above[step];
    if (at == null) throw new NoList(step);
  }
  if (records === null) return wholeList(at, above, plan);
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

/** The content of a list without pages. */
function wholeList(at: unknown, above: Fields, { steps, cut, added, items, cross }: Plan): PageContent {
  const isCut = (fields: Fields, list: string, some: readonly unknown[]): boolean =>
    cut !== null && isListCut(cut, fields, list, some, added);
  if (cross) {
    const matrix = at as Fields;
    const { columns, records } = crossTable(matrix, cross, added);
    const truncated = isCut(matrix, cross.cells, matrix[cross.cells] as unknown[]);
    return { items: records, columns, total: null, endCursor: null, truncated };
  }
  const found = at as Fields[];
  if (items !== null) {
    const truncated = found.filter((each) => isCut(each, items, each[items] as unknown[])).length > 0;
    return { items: found.flatMap((each) => eachItem(each, items)), total: null, endCursor: null, truncated };
  }
  const list = steps.at(-1) ?? '';
  return {
    items: found,
    total: countOfAll(above, list, added),
    endCursor: null,
    truncated: isCut(above, list, found),
  };
}

/** A record for each item of its list; one without any stays. */
function eachItem(record: Fields, list: string): Fields[] {
  const items = record[list] as unknown[];
  return items.length > 0
    ? items.map((item) => ({ ...record, [list]: item }))
    : [{ ...record, [list]: null }];
}

/** The rows of a page. */
export const rowsOf = ({ added }: Plan, { columns, records }: TablePage): Cell[][] =>
  records.map((record) => rowOf(columns, record, added));
