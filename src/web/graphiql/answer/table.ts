// An answer as tables, one for each of its outermost lists: with the columns that a download has, of the rows that are shown.

export type Cell = string | number | boolean | null;

export interface AnswerTable {
  /** The fields down to its list; empty for an answer without lists. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many records the whole list has, where that was asked. */
  readonly total: number | null;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOfObjects = (value: unknown): value is Fields[] => Array.isArray(value) && value.some(isObject);
const wraps = new Set(['nodes', 'edges', 'node']);

export function tablesIn(data: unknown): AnswerTable[] {
  if (!isObject(data)) return [];
  const tables = tablesOf(data, []);
  if (tables.length > 0) return tables;
  const single = tableOf('', [data], null);
  return single.columns.length > 0 && single.rows.some((row) => row.some((cell) => cell !== null))
    ? [single]
    : [];
}

function tablesOf(value: Fields, path: readonly string[]): AnswerTable[] {
  return Object.entries(value).flatMap(([name, inner]): AnswerTable[] => {
    const further = wraps.has(name) ? path : [...path, name];
    if (isObject(inner)) return tablesOf(inner, further);
    if (!isListOfObjects(inner)) return [];
    const total = typeof value.totalCount === 'number' && wraps.has(name) ? value.totalCount : null;
    return [tableOf(further.join('.'), inner.filter(isObject).flatMap(itemsOf), total)];
  });
}

/** Facets have a row for each value. */
function itemsOf(record: Fields): Fields[] {
  const { buckets, ...facet } = record;
  return isListOfObjects(buckets) ? buckets.map((bucket) => ({ ...facet, buckets: bucket })) : [record];
}

function tableOf(name: string, records: readonly Fields[], total: number | null): AnswerTable {
  const cells = records.map((record) => {
    const row = new Map<string, Cell[]>();
    flatten(record, [], row);
    return row;
  });
  const names = [...new Set(cells.flatMap((row) => [...row.keys()]))];
  // A record that is null in one row has columns of its own in others.
  const columns = names.filter((column) => !names.some((other) => other.startsWith(`${column}.`)));
  const rows = cells.map((row) => columns.map((column) => joined(row.get(column))));
  return { name, columns, rows, total };
}

/** The values of a record by the names of their columns; those of a list within it come one after the other. */
function flatten(value: unknown, path: readonly string[], row: Map<string, Cell[]>): void {
  if (Array.isArray(value)) {
    for (const each of value) flatten(each, path, row);
    return;
  }
  if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'pageInfo') continue;
      flatten(inner, wraps.has(name) ? path : [...path, name], row);
    }
    return;
  }
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  add(row, path, [isPlain ? (value as Cell) : null]);
}

function add(row: Map<string, Cell[]>, path: readonly string[], cells: readonly Cell[]): void {
  if (path.length === 0) return;
  const column = path.join('.');
  row.set(column, [...(row.get(column) ?? []), ...cells]);
}

const joined = (cells: readonly Cell[] | undefined): Cell => {
  if (!cells || cells.every((cell) => cell === null)) return null;
  return cells.length === 1 ? (cells[0] ?? null) : cells.map((cell) => String(cell ?? '')).join(' | ');
};
