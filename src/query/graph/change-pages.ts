/** Pages of the changes between two days; a page and the count are read only when they are asked for. */
import type { Registry } from '../../resource/registry';
import type { Row } from '../../resource/values';
import { noParent, readCounts, readPages } from '../connection';
import { placeIn } from '../order';
import { cursorOf, fingerprint, windowOf, type PageArguments } from '../page';
import type { Reader } from '../sql';
import { changeOrder, changesBetween, type ChangesQuery } from './changes';

/** Something began or ended. */
export interface Change {
  what: 'BEGAN' | 'ENDED';
  /** First or last day on which it holds. */
  date: string;
  datePrecision: string | null;
  /** Key of the link or record. */
  subject: string;
}

/** A page of changes. */
export interface ChangePages {
  edges(): Promise<{ cursor: string; node: Change }[]>;
  pageInfo(): Promise<{
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  }>;
  totalCount(): Promise<number>;
}

/**
 * The changes between two days, in the order in which they happened.
 * @throws BadUserInput for page arguments that do not fit.
 */
export function changePages(
  reader: Reader,
  registry: Registry,
  query: ChangesQuery,
  asked: PageArguments,
): ChangePages {
  const listing = changesBetween(registry, query);
  const list = fingerprint(JSON.stringify([listing.name, changeOrder]));
  const window = windowOf(asked, list, changeOrder);
  let reading: ReturnType<typeof readPages> | undefined;
  const readPage = async () => {
    reading ??= readPages(reader, listing, changeOrder, window, [noParent]);
    const [page] = await reading;
    return page ?? { rows: [], hasNextPage: false, hasPreviousPage: false };
  };
  const cursor = (row: Row | undefined) => (row ? cursorOf(placeIn(changeOrder, row), list) : null);
  return {
    edges: async () =>
      (await readPage()).rows.map((row) => ({ cursor: cursor(row) ?? '', node: changeOf(row) })),
    pageInfo: async () => {
      const { rows, hasNextPage, hasPreviousPage } = await readPage();
      return {
        hasNextPage,
        hasPreviousPage,
        startCursor: cursor(rows.at(0)),
        endCursor: cursor(rows.at(-1)),
      };
    },
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
