/** Pages of changes between two days. Page and count are read on demand. */
import type { Registry } from '../../resource/registry';
import type { Row } from '../../resource/values';
import { openedList, PageInfo } from '../requested-connection';
import { noParent, pageOf, readCounts, readPages } from '../connection';
import type { ListedPage } from '../listed-page';
import { placeIn } from '../order';
import type { PageArguments } from '../page';
import type { Reader } from '../sql';
import { changeOrder, changesBetween, type ChangeKind, type ChangesQuery } from './changes';

/** A beginning, an end, or a first sight. */
export interface Change {
  what: ChangeKind;
  /** The first or last day of the link or record, or the first for which it is shown. */
  date: string;
  datePrecision: string | null;
  /** Key of the link or record. */
  subject: string;
}

/** A page of changes. */
export interface ChangePages {
  edges(): Promise<{ cursor: string; node: Change }[]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
}

/**
 * The changes between two days in chronological order.
 * @throws BadUserInput for invalid page arguments
 */
export function changePages(
  reader: Reader,
  registry: Registry,
  query: ChangesQuery,
  pageArguments: PageArguments,
): ChangePages {
  const listing = changesBetween(registry, query);
  const { window, cursorAt } = openedList(listing.name, changeOrder, pageArguments);
  let reading: Promise<ListedPage<Row>> | undefined;
  const readPage = async (): Promise<ListedPage<Row>> => {
    const [page = pageOf([], window)] = await readPages(reader, listing, changeOrder, window, [noParent]);
    const { rows: records, ...sides } = page;
    return { ...sides, records, placeOf: (index) => placeIn(changeOrder, records[index] ?? {}) };
  };
  const page = () => (reading ??= readPage());
  return {
    edges: async () => {
      const read = await page();
      return read.records.map((row, index) => ({
        cursor: cursorAt(read.placeOf(index)),
        node: changeOf(row),
      }));
    },
    pageInfo: async () => new PageInfo(await page(), cursorAt),
    totalCount: async () => {
      const [total = 0] = await readCounts(reader, listing, [noParent]);
      return total;
    },
  };
}

const changeOf = (row: Row): Change => ({
  what: row.what as Change['what'],
  date: row.date as string,
  datePrecision: row.date_precision as string | null,
  subject: row.id as string,
});
