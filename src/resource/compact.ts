/** Records read as JSON lists of their values: what a driver takes per column is more than what it takes to parse the list. */
import { endColumn, referenceColumn, valueColumns, type Column } from './columns';
import type { Attribute, Description } from './description';
import { besideOf, type StoredRecord } from './record';

/** How records of a class are read compactly. */
export interface CompactRecords {
  /** The columns, in this order. SQLite writes only 15 digits of a number as JSON, so those of type `real` are read as texts. */
  readonly columns: readonly Pick<Column, 'name' | 'type'>[];
  /**
   * Makes a record of the values of these columns. Of its own it has only the fields that are stated; it inherits what the others are.
   */
  readonly recordOf: CompactMaker;
}

/** Makes a record of a list of values. */
export type CompactMaker = (values: readonly unknown[]) => StoredRecord;

/** Sets a field of a record from the values of its columns, if there is one. */
type Setter = (record: StoredRecord, values: readonly unknown[]) => void;

/** @param names of the attributes and references that are read; without it, all */
export function compactRecords(description: Description, names?: ReadonlySet<string>): CompactRecords {
  const isAsked = ({ name }: { name: string }): boolean => names?.has(name) ?? true;
  const attributes = description.attributes.filter(isAsked);
  const links = description.kind === 'link' ? (['from', 'to'] as const) : [];
  const keys: readonly (readonly [string, string])[] = [
    ['key', 'id'],
    ...links.map((side) => [`${side}Key`, endColumn(side)] as const),
    ...description.references.filter(isAsked).map((each) => [each.name, referenceColumn(each)] as const),
  ];
  const columns = [
    ...keys.map(([, name]) => ({ name, type: 'text' as const })),
    ...attributes.flatMap(valueColumns),
  ];
  const placeOf = new Map(columns.map(({ name }, place) => [name, place]));
  const prototype = unstated(description);
  const setters = [
    ...keys.map(([name], place) => setValue(name, place)),
    ...attributes.map((attribute) => setterOf(attribute, placeOf)),
  ];
  return {
    columns,
    recordOf: (values) => {
      const record = Object.create(prototype) as StoredRecord;
      for (const set of setters) set(record, values);
      return record;
    },
  };
}

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
  (record, values) => {
    const value = values[place];
    if (value !== null) record[name] = value;
  };

function setterOf(attribute: Attribute, placeOf: ReadonlyMap<string, number>): Setter {
  const { name, kind } = attribute;
  const columns = valueColumns(attribute).map((column) => ({
    place: placeOf.get(column.name) ?? -1,
    isReal: column.type === 'real',
  }));
  const stored = (values: readonly unknown[], { place, isReal }: (typeof columns)[number]): unknown => {
    const value = values[place];
    return isReal && value !== null ? Number(value) : value;
  };
  const [only, ...others] = columns;
  if (only && others.length === 0)
    return (record, values) => {
      const value = stored(values, only);
      if (value !== null) record[name] = kind.read(value);
    };
  const beside = besideOf(attribute);
  const setBeside = beside && setValue(beside.name, placeOf.get(beside.column) ?? -1);
  return (record, values) => {
    const all = columns.map((column) => stored(values, column));
    if (all.every((value) => value === null)) return;
    record[name] = kind.read(...all);
    setBeside?.(record, values);
  };
}
