/** The rows, columns and cells of the matrix, from its answers. */
import { shortNameOf } from '../choices/query';
import { shortNames } from '../sites';
import type { ListsAnswer } from './lists-query';
import type { CellLink, LineRecord, MatrixAnswer } from './query';
import { verdictOf, type CellVerdict } from './verdict';

export interface Cell {
  readonly known: CellVerdict;
  readonly links: readonly CellLink[];
}

export interface Cells {
  readonly rows: readonly LineRecord[];
  readonly columns: readonly LineRecord[];
  readonly truncated: boolean;
  at(row: number, column: number): Cell;
}

type Matrix = NonNullable<MatrixAnswer['matrix']>;

/** Those of the first list, then what only the second one has. */
const united = (first: readonly LineRecord[], second: readonly LineRecord[]): LineRecord[] => {
  const known = new Set(first.map(({ iri }) => iri));
  return [...first, ...second.filter(({ iri }) => !known.has(iri))];
};

const isComplete = ({ list }: ListsAnswer['institutions']['nodes'][number]): boolean =>
  list.completeness.status === 'COMPLETE';

/**
 * @param lists of sites and infrastructures; null for other matrices, in which nothing is known to be a no
 */
export function cellsOf(matrix: Matrix, lists: ListsAnswer | null, isOfDay: boolean): Cells {
  const rows = united(lists?.institutions.nodes ?? [], matrix.rows);
  const columns = united(lists?.infrastructures.nodes ?? [], matrix.columns);
  const links = new Map(matrix.cells.map((cell) => [`${cell.row.iri} ${cell.column.iri}`, cell.links]));
  const complete = new Set(
    [...(lists?.institutions.nodes ?? []), ...(lists?.infrastructures.nodes ?? [])]
      .filter(isComplete)
      .map(({ iri }) => iri),
  );
  const gone = new Set(
    (lists?.infrastructures.nodes ?? []).filter(({ holding }) => holding === 'REFUTED').map(({ iri }) => iri),
  );
  return {
    rows,
    columns,
    truncated: matrix.truncated,
    at: (row, column) => {
      const [from, to] = [rows[row]?.iri ?? '', columns[column]?.iri ?? ''];
      const own = links.get(`${from} ${to}`) ?? [];
      const excluding = {
        isListComplete: complete.has(from) || complete.has(to),
        isOutOfTime: gone.has(to),
      };
      return { links: own, known: verdictOf(own, excluding, isOfDay) };
    },
  };
}

/** Short names for lines: sites by their cities, others by their acronyms. */
export function namesOf(lines: readonly LineRecord[]): string[] {
  const sites = shortNames(
    lines
      .filter(({ city }) => city != null)
      .map(({ slug, iri, name, city }) => ({ slug, iri, name, names: [], city: city ?? null })),
  );
  return lines.map((line) => (line.city == null ? shortNameOf(line) : (sites.get(line.slug) ?? line.name)));
}
