/** Records as the query layer returns them: instances of their class, with common properties. */
import { columnOf, endColumn, referenceColumn, valueColumns } from './columns';
import { describe, type Attribute, type Description, type RecordClass, type Reference } from './description';
import type { Row } from './values';

/** A resource, link or source from the store. */
export interface StoredRecord {
  /** Its key, such as `institutions/marburg`. */
  key: string;
  /** For links: the keys of the ends. */
  fromKey?: string;
  toKey?: string;
  /** Attribute values by name; references as keys. */
  [field: string]: unknown;
}

const texts = Symbol('texts');

/** A record that several requests share, so it is frozen. */
export interface SharedRecord extends StoredRecord {
  readonly [texts]: string[];
}

/** Makes a record shareable. */
export function shareable(record: StoredRecord): SharedRecord {
  Object.defineProperty(record, texts, { value: [] });
  return Object.freeze(record) as SharedRecord;
}

/** A shared record's cache for the JSON texts of its fields, indexed by the numbers that writers assign. */
export const textsOf = (record: StoredRecord): string[] | undefined =>
  (record as Partial<SharedRecord>)[texts];

/** Makes a record of a row. A reference becomes the key of the other record. */
export type RecordMaker = (row: Row) => StoredRecord;

/** Makes the converter for records with some attributes and references. */
export function recordMaker(
  { class: type, kind }: Description,
  attributes: readonly Attribute[],
  references: readonly Reference[],
): RecordMaker {
  const prototype = (type as { prototype: object }).prototype;
  const pointers = references.map((reference) => [reference.name, referenceColumn(reference)] as const);
  const readings = attributes.map(readingOf);
  return (row) => {
    const record = Object.create(prototype) as StoredRecord;
    record.key = row.id as string;
    if (kind === 'link') {
      record.fromKey = row[endColumn('from')] as string;
      record.toKey = row[endColumn('to')] as string;
    }
    for (const [name, column] of pointers) record[name] = row[column] ?? null;
    for (const read of readings) read(record, row);
    return record;
  };
}

const wholeRecords = new WeakMap<Description, RecordMaker>();

/** Makes a record with all attributes. */
export function recordOf(description: Description, row: Row): StoredRecord {
  let make = wholeRecords.get(description);
  if (!make) {
    make = recordMaker(description, description.attributes, description.references);
    wholeRecords.set(description, make);
  }
  return make(row);
}

/** Sets an attribute and, if its kind has one, the additional field. */
function readingOf(attribute: Attribute): (record: StoredRecord, row: Row) => void {
  const { name, kind } = attribute;
  const columns = valueColumns(attribute).map((column) => column.name);
  const [only = '', ...others] = columns;
  const beside = besideOf(attribute);
  return (record, row) => {
    record[name] =
      others.length === 0
        ? kind.read(row[only] ?? null)
        : kind.read(...columns.map((column) => row[column] ?? null));
    if (beside) record[beside.name] = row[beside.column] ?? null;
  };
}

/** The additional field of an attribute with its column, such as the precision of a day. */
export function besideOf(attribute: Attribute): { name: string; column: string } | null {
  const { beside } = attribute.kind;
  return beside ? { name: attribute.name + beside.suffix, column: columnOf(attribute, beside.part) } : null;
}

/** The description of a record's class. */
export const descriptionOf = (record: StoredRecord): Description =>
  describe((Object.getPrototypeOf(record) as { constructor: RecordClass }).constructor);
