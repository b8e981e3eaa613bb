/** Links of one kind as a matrix, with sources as rows and targets as columns. */
import type { Description } from '../../resource/description';
import { recordOf, type StoredRecord } from '../../resource/record';
import { noParent, readPages } from '../connection';
import type { ListArguments } from '../listing';
import { allOfClass } from '../lists';
import { orderTerms } from '../order';
import type { Reader } from '../sql';

/** The links with the same two ends. */
export interface MatrixCell {
  /** Keys of the ends `from` and `to`. */
  row: string;
  column: string;
  links: StoredRecord[];
}

export interface Matrix {
  /** Distinct keys of the ends `from` and `to`, sorted. */
  rows: string[];
  columns: string[];
  /** Ordered by row, then by column. */
  cells: MatrixCell[];
  /** Whether there are more links than the matrix contains. */
  truncated: boolean;
}

/** Reads the first links of a kind, ordered by key (and so by `from`), like the list of that kind. */
export async function readMatrix(
  reader: Reader,
  link: Description,
  day: Pick<ListArguments, 'asOf' | 'holding'>,
  first: number,
): Promise<Matrix> {
  const window = { size: first, backward: false, after: null, before: null };
  const listing = allOfClass(link, day);
  const [page] = await readPages(reader, listing, orderTerms(listing, [], 'en'), window, [noParent]);
  const links = (page?.rows ?? []).map((row) => recordOf(link, row));
  return { ...arranged(links), truncated: page?.hasNextPage ?? false };
}

function arranged(links: readonly StoredRecord[]): Omit<Matrix, 'truncated'> {
  const cells = new Map<string, MatrixCell>();
  for (const link of links) {
    const { fromKey: row = '', toKey: column = '' } = link;
    const cell = cells.get(`${row} ${column}`) ?? { row, column, links: [] };
    cells.set(`${row} ${column}`, cell);
    cell.links.push(link);
  }
  const inOrder = [...cells.values()].sort(
    (a, b) => compareKeys(a.row, b.row) || compareKeys(a.column, b.column),
  );
  return {
    rows: [...new Set(inOrder.map(({ row }) => row))],
    columns: [...new Set(inOrder.map(({ column }) => column))].sort(),
    cells: inOrder,
  };
}

/** As `sort` orders keys by itself. */
const compareKeys = (one: string, other: string): number => Number(one > other) - Number(one < other);
