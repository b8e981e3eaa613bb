/** Links of one kind as a matrix, with sources as rows and targets as columns. */
import type { Description } from '../../resource/description';
import { recordOf, type StoredRecord } from '../../resource/record';
import { noParent, readPages } from '../connection';
import { allOfClass } from '../listing';
import { orderTerms } from '../order';
import type { Reader } from '../sql';

/** The links with the same source and target. */
export interface MatrixCell {
  /** Indices of the source in `rows` and of the target in `columns`. */
  row: number;
  column: number;
  links: StoredRecord[];
}

export interface Matrix {
  /** Distinct keys of sources and targets, sorted. */
  rows: string[];
  columns: string[];
  /** Ordered by row, then by column. */
  cells: MatrixCell[];
  /** Whether there are more links than the matrix contains. */
  truncated: boolean;
}

/** Reads the first links of a kind, ordered by key (and so by source), like the list of that kind. */
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
