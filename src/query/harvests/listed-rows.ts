/** Pages of a table that holds no records of the catalogue, such as the runs of harvests. */
import type { Row } from '../../resource/values';
import { openedList, PageInfo } from '../requested-connection';
import { noParent, readCounts, readPages } from '../connection';
import type { Listing } from '../listing';
import { placeIn, type OrderTerm } from '../order';
import type { PageArguments } from '../page';
import type { Reader } from '../sql';

interface ListedRows<Item> {
  readonly listing: Listing;
  /** The last one tells rows apart. */
  readonly terms: readonly OrderTerm[];
  readonly page: PageArguments;
  readonly of: (row: Row) => Item;
}

/** A page, and the number of all. Each part is read only if it is selected. */
export function listedRows<Item>(reader: Reader, { listing, terms: ordered, page, of }: ListedRows<Item>) {
  const { terms, window, cursorAt } = openedList(listing.name, ordered, page);
  const read = async () => {
    const [found] = await readPages(reader, listing, terms, window, [noParent]);
    const { rows = [], hasNextPage = false, hasPreviousPage = false } = found ?? {};
    const placeOf = (index: number) => placeIn(terms, rows[index] ?? {});
    return { records: rows.map(of), hasNextPage, hasPreviousPage, placeOf };
  };
  let known: ReturnType<typeof read> | undefined;
  const pageRead = () => (known ??= read());
  return {
    nodes: async () => (await pageRead()).records,
    edges: async () => {
      const { records, placeOf } = await pageRead();
      return records.map((node, index) => ({ node, cursor: cursorAt(placeOf(index)) }));
    },
    pageInfo: async () => new PageInfo(await pageRead(), cursorAt),
    totalCount: async () => (await readCounts(reader, listing, [noParent]))[0] ?? 0,
  };
}
