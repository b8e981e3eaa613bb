/** Names the columns of a table: as short as possible, but unique. */
import type { Column, NamelessColumn, Step } from './column';

/**
 * Candidates for a column's name, from short to long. The shortest leaves out fields such as `nodes`. The longest is the whole path
 * from the root, which is unique.
 */
const shownAs = ({ name, shown }: Step): string => shown ?? name;
const forms: readonly ((column: NamelessColumn, way: readonly string[]) => readonly string[])[] = [
  ({ steps }) => steps.filter(({ ofPage }) => !ofPage).map(shownAs),
  ({ steps }) => steps.map(shownAs),
  ({ of, steps }, way) => [...(of === 'record' ? way : []), ...steps.map(shownAs)],
];

/**
 * Gives each column a unique name, lengthening only names that collide.
 * @param way the fields from the root to the records
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

/** The columns whose name is not unique. */
function indicesOfTwins(columns: readonly Column[]): number[] {
  const count = new Map<string, number>();
  for (const { name } of columns) count.set(name, (count.get(name) ?? 0) + 1);
  return [...columns.keys()].filter((index) => (count.get(columns[index]?.name ?? '') ?? 0) > 1);
}
