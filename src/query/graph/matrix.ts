/** Links of one kind as a matrix: what they lead from as rows, what they lead to as columns. */
import type { Description } from '../../resource/description';
import { recordOf, type StoredRecord } from '../../resource/record';
import { noParent, readPages } from '../connection';
import { allOfClass } from '../listing';
import { orderTerms } from '../order';
import type { Reader } from '../sql';

/** Links with the same source and the same target. */
export interface MatrixCell {
  /** Places of the source among the rows and of the target among the columns, from 0. */
  row: number;
  column: number;
  links: StoredRecord[];
}

export interface Matrix {
  /** Keys of the sources and of the targets, each once, in their order. */
  rows: string[];
  columns: string[];
  /** Row by row, in a row column by column. */
  cells: MatrixCell[];
  /** Whether there are more links than the matrix holds. */
  truncated: boolean;
}

/** Reads the first links of a kind, in the order of their keys, that is of their sources, as the list of that kind gives them. */
export async function readMatrix(
  reader: Reader,
  link: Description,
  asOf: string | null | undefined,
  first: number,
): Promise<Matrix> {
  const window = { size: first, backward: false, after: null, before: null };
  const listing = allOfClass(link, { asOf });
  const [page] = await readPages(reader, listing, orderTerms(listing, [], 'en'), window, [noParent]);
  const links = (page?.rows ?? []).map((row) => recordOf(link, row));
  return { ...arranged(links), truncated: page?.hasNextPage ?? false };
}

function arranged(links: readonly StoredRecord[]): Omit<Matrix, 'truncated'> {
  const places = (side: 'sourceKey' | 'targetKey') =>
    new Map([...new Set(links.map((link) => link[side] ?? ''))].sort().map((key, place) => [key, place]));
  const [rows, columns] = [places('sourceKey'), places('targetKey')];
  const cells = new Map<string, MatrixCell>();
  for (const link of links) {
    const row = rows.get(link.sourceKey ?? '') ?? 0;
    const column = columns.get(link.targetKey ?? '') ?? 0;
    const cell = cells.get(`${row} ${column}`) ?? { row, column, links: [] };
    cells.set(`${row} ${column}`, cell);
    cell.links.push(link);
  }
  return {
    rows: [...rows.keys()],
    columns: [...columns.keys()],
    cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
