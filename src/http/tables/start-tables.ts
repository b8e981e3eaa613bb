/** Begins to read the tables of a request: the first page of each list is read before anything is sent, so that errors are told as such. */
import type { Column } from './column';
import { DataChanged, NoList } from './failures';
import type { OneOrMore } from './formats';
import type { Plan } from './plan';
import { isSame, readPages, type Reading, type TablePage } from './read-pages';

/** A table of which the first page was read. */
export interface StartedTable {
  readonly plan: Plan;
  readonly columns: readonly Column[];
  /** Null if its list is below a record that does not exist, in a workbook with others. */
  readonly first: TablePage | null;
  /** All pages, the first one again. */
  readonly pages: AsyncIterable<TablePage>;
  /** Ends the reading. */
  readonly end: () => Promise<void>;
}

/** @throws DataChanged when the data change between two lists; NoList when no list is there; and what `readPages` throws */
export async function startTables(
  plans: readonly Plan[],
  reading: Reading,
): Promise<OneOrMore<StartedTable>> {
  const begun: StartedTable[] = [];
  let missing: NoList | null = null;
  for (const plan of plans) {
    try {
      begun.push(await startTable(plan, reading));
    } catch (error) {
      if (!(error instanceof NoList)) throw error;
      missing ??= error;
      begun.push(nothing(plan));
    }
  }
  const pages = begun.flatMap(({ first }) => (first ? [first] : []));
  const [data] = pages.map((page) => page.data);
  if (!data && missing) throw missing;
  if (data && !pages.every((page) => isSame(page.data, data))) throw new DataChanged();
  const [one, ...others] = begun;
  if (!one) throw new Error('A table has a list.');
  return [one, ...others];
}

async function startTable(plan: Plan, reading: Reading): Promise<StartedTable> {
  const pages = readPages(plan, reading);
  const { value: first } = await pages.next();
  if (!first) throw new Error('A table has at least one page.');
  const end = async (): Promise<void> => {
    await pages.return();
  };
  return { plan, columns: first.columns, first, pages: inOrder(first, pages), end };
}

const nothing = (plan: Plan): StartedTable => ({
  plan,
  columns: plan.cross?.ofRow ?? plan.columns,
  first: null,
  pages: none(),
  end: () => Promise.resolve(),
});

async function* none(): AsyncGenerator<TablePage> {
  // A list that is not there has no page.
}

async function* inOrder(first: TablePage, others: AsyncIterable<TablePage>) {
  yield first;
  for await (const page of others) {
    if (!isSame(page.data, first.data)) throw new DataChanged();
    yield page;
  }
}
