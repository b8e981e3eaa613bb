/** Records read as one JSON list of their values: what a driver takes per column is more than what it takes to parse the list. */
import { endColumn, referenceColumn, valueColumns, type Column } from './columns';
import type { Attribute, Description } from './description';
import { besideOf, type RecordMaker, type StoredRecord } from './record';
import type { Row } from './values';

/** How records of a class are read compactly. */
export interface CompactRecords {
  /** The columns of each list, in this order. */
  readonly lists: readonly (readonly string[])[];
  /** The columns that are no part of a list: SQLite writes only 15 digits of a number as JSON. */
  readonly others: readonly string[];
  /**
   * Makes a record of a row that has the lists as `listColumn`. Of its own it has only the fields that are stated; it inherits what
   * the others are.
   */
  readonly recordOf: RecordMaker;
}

/** The name of the column with a list. */
export const listColumn = (index: number): string => `list_${index}`;

/** A function of PostgreSQL takes at most 100 arguments. */
const longestList = 100;

/** Sets a field of a record from the values of its columns, if there is one. */
type Setter = (record: StoredRecord, listed: readonly unknown[], row: Row) => void;

export function compactRecords(description: Description): CompactRecords {
  const columns = description.attributes.flatMap(valueColumns);
  const links = description.kind === 'link' ? (['from', 'to'] as const) : [];
  const keys: readonly (readonly [string, string])[] = [
    ['key', 'id'],
    ...links.map((side) => [`${side}Key`, endColumn(side)] as const),
    ...description.references.map((each) => [each.name, referenceColumn(each)] as const),
  ];
  const listed = [...keys.map(([, column]) => column), ...columns.filter(isListed).map(({ name }) => name)];
  const placeOf = new Map(listed.map((name, place) => [name, place]));
  const prototype = unstated(description);
  const setters = [
    ...keys.map(([name], place) => setValue(name, place)),
    ...description.attributes.map((attribute) => setterOf(attribute, placeOf)),
  ];
  const lists = inPieces(listed, longestList);
  const parsed = (row: Row, index: number) => JSON.parse(row[listColumn(index)] as string) as unknown[];
  return {
    lists,
    others: columns.flatMap((column) => (isListed(column) ? [] : [column.name])),
    recordOf: (row) => {
      const values = lists.length === 1 ? parsed(row, 0) : lists.flatMap((_, index) => parsed(row, index));
      const record = Object.create(prototype) as StoredRecord;
      for (const set of setters) set(record, values, row);
      return record;
    },
  };
}

const inPieces = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

const isListed = ({ type }: Column): boolean => type !== 'real';

/** A record of which nothing is stated. */
function unstated({ class: type, attributes, references }: Description): StoredRecord {
  const record = Object.create((type as { prototype: object }).prototype) as StoredRecord;
  for (const { name } of references) record[name] = null;
  for (const attribute of attributes) {
    record[attribute.name] = Object.freeze(attribute.kind.read(...valueColumns(attribute).map(() => null)));
    const beside = besideOf(attribute);
    if (beside) record[beside.name] = null;
  }
  return record;
}

const setValue =
  (name: string, place: number): Setter =>
  (record, listed) => {
    const value = listed[place];
    if (value !== null) record[name] = value;
  };

function setterOf(attribute: Attribute, placeOf: ReadonlyMap<string, number>): Setter {
  const { name, kind } = attribute;
  const columns = valueColumns(attribute).map((column) => ({
    column: column.name,
    place: placeOf.get(column.name),
  }));
  const [only, ...others] = columns;
  if (others.length === 0 && only?.place !== undefined) {
    const { place } = only;
    return (record, listed) => {
      const stored = listed[place];
      if (stored !== null) record[name] = kind.read(stored);
    };
  }
  const beside = besideOf(attribute);
  const setBeside = beside && setValue(beside.name, placeOf.get(beside.column) ?? -1);
  return (record, listed, row) => {
    const stored = columns.map(({ column, place }) => (place === undefined ? row[column] : listed[place]));
    if (stored.every((value) => value === null)) return;
    record[name] = kind.read(...stored);
    setBeside?.(record, listed, row);
  };
}
