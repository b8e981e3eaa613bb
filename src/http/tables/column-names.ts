/** What the columns of a table are called: as short as the columns can still be told apart. */
import type { Column, NamelessColumn } from './column';

/**
 * The names that a column may have, each longer than the one before. The fields that hold the records of a page say little, so the
 * shortest leaves them out. The longest is the whole way from the root, which is another for each column.
 */
const forms: readonly ((column: NamelessColumn, way: readonly string[]) => readonly string[])[] = [
  ({ steps }) => steps.filter(({ ofPage }) => !ofPage).map(({ name }) => name),
  ({ steps }) => steps.map(({ name }) => name),
  ({ of, steps }, way) => [...(of === 'record' ? way : []), ...steps.map(({ name }) => name)],
];

/**
 * Gives each column a name of its own. Which names two columns would have in common cannot be seen in a query, so it is no fault of it.
 * @param way the fields from the root down to the records.
 */
export function withNames(columns: readonly NamelessColumn[], way: readonly string[]): Column[] {
  const lengths = columns.map(() => 0);
  for (;;) {
    const named = columns.map((column, index) => ({
      ...column,
      name: (forms[lengths[index] ?? 0]?.(column, way) ?? []).join('.'),
    }));
    const longer = indicesOfTwins(named).filter((index) => (lengths[index] ?? 0) < forms.length - 1);
    if (longer.length === 0) return named;
    for (const index of longer) lengths[index] = (lengths[index] ?? 0) + 1;
  }
}

/** Which columns have a name that another one has, too. */
function indicesOfTwins(columns: readonly Column[]): number[] {
  const count = new Map<string, number>();
  for (const { name } of columns) count.set(name, (count.get(name) ?? 0) + 1);
  return [...columns.keys()].filter((index) => (count.get(columns[index]?.name ?? '') ?? 0) > 1);
}
