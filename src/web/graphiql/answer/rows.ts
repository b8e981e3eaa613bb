// The lists of an answer, and the numbers of their rows.
import type { AnsweredObject } from './objects';

/** The objects of one list. */
export interface AnsweredRows {
  /** The fields down to the list, without those that only wrap it. */
  readonly path: readonly string[];
  readonly rows: readonly AnsweredObject[];
}

const wraps = new Set(['nodes', 'edges', 'node']);

/** All lists, also those within the records of others. */
export function rowsIn(object: AnsweredObject, path: readonly string[] = []): AnsweredRows[] {
  const lists = new Map<string, AnsweredObject[]>();
  const found: AnsweredRows[] = [];
  for (const each of object.inner) {
    const further = wraps.has(each.name) ? path : [...path, each.name];
    if (!each.isItem) {
      found.push(...rowsIn(each, further));
      continue;
    }
    const rows = lists.get(each.name);
    if (rows) rows.push(each);
    else {
      const own = [each];
      lists.set(each.name, own);
      found.push({ path: further, rows: own });
    }
  }
  return found;
}

/** A number of each row, by the path to it. */
export interface NumberColumn {
  readonly path: readonly string[];
  /** Null where a row has none. */
  readonly values: readonly (number | null)[];
  /** Set for amounts, which are all of this currency. */
  readonly currency: string | null;
}

/** Numbers that begin at nought, so that bars can show them; a score, a position or a latitude is none. */
const counted = /^(?:count|known|inexact|missing|met|notMet|unknown|numberOf[A-Z]\w*|\w*Count)$/;

/** The numbers of rows which can be compared, down to single objects below each row. */
export function numbersIn(rows: readonly AnsweredObject[]): NumberColumn[] {
  const columns = new Map<
    string,
    { path: readonly string[]; values: (number | null)[]; currencies: Set<string> }
  >();
  rows.forEach((row, index) => {
    for (const { path, value, currency } of numbersOf(row, [])) {
      const key = path.join('.');
      const column = columns.get(key) ?? { path, values: rows.map(() => null), currencies: new Set() };
      column.values[index] = value;
      if (currency !== null) column.currencies.add(currency);
      columns.set(key, column);
    }
  });
  return [...columns.values()]
    .filter(({ currencies }) => currencies.size < 2)
    .map(({ currencies, ...column }) => ({ ...column, currency: [...currencies][0] ?? null }));
}

interface Numbered {
  readonly path: readonly string[];
  readonly value: number;
  readonly currency: string | null;
}

function numbersOf(object: AnsweredObject, path: readonly string[]): Numbered[] {
  const own = [...object.values].flatMap(([field, value]): Numbered[] =>
    typeof value === 'number' && counted.test(field)
      ? [
          {
            path: field === 'totalCount' || field === 'count' ? path : [...path, field],
            value,
            currency: null,
          },
        ]
      : [],
  );
  const amount = object.values.get('amount');
  const currency = object.values.get('currency');
  if (typeof amount === 'string' && typeof currency === 'string')
    own.push({ path, value: Number(amount), currency });
  return [
    ...own,
    ...object.inner.filter(({ isItem }) => !isItem).flatMap((each) => numbersOf(each, [...path, each.name])),
  ];
}
