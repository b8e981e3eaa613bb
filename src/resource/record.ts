/** Records as the query layer hands them out: instances of their class, with what every record has besides. */
import { columnOf, referenceColumn, valueColumns } from './columns';
import { describe, type Attribute, type Description, type RecordClass, type Reference } from './description';
import type { Row } from './values';

/** Any node, link or source read from the store. */
export interface StoredRecord {
  /** Key in the store, `institutions/marburg`. */
  key: string;
  /** Of a link: the keys of its ends. */
  sourceKey?: string;
  targetKey?: string;
  /** Values of attributes by name; references as keys. */
  [field: string]: unknown;
}

const texts = Symbol('texts');

/** A record that several requests share: nobody may change it. */
export interface SharedRecord extends StoredRecord {
  readonly [texts]: string[];
}

/** Makes a record one that may be shared. */
export function shareable(record: StoredRecord): SharedRecord {
  Object.defineProperty(record, texts, { value: [] });
  return Object.freeze(record) as SharedRecord;
}

/** Where the JSON texts of the fields of a shared record may be cached beside it, by whatever number their writer gives them. */
export const textsOf = (record: StoredRecord): string[] | undefined =>
  (record as Partial<SharedRecord>)[texts];

/** Makes a record of a row. Attributes keep their names; a reference holds the key of the record it points to. */
export type RecordMaker = (row: Row) => StoredRecord;

/** Makes records of a class with some of their attributes and references. */
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
      record.sourceKey = row.source_id as string;
      record.targetKey = row.target_id as string;
    }
    for (const [name, column] of pointers) record[name] = row[column] ?? null;
    for (const read of readings) read(record, row);
    return record;
  };
}

const wholeRecords = new WeakMap<Description, RecordMaker>();

/** Makes a record with all that a row holds. */
export function recordOf(description: Description, row: Row): StoredRecord {
  let make = wholeRecords.get(description);
  if (!make) {
    make = recordMaker(description, description.attributes, description.references);
    wholeRecords.set(description, make);
  }
  return make(row);
}

/** Puts the value of an attribute into a record, and what stands beside it. */
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

/** The field that records hold beside an attribute, and its column: how exactly a day is known. */
export function besideOf(attribute: Attribute): { name: string; column: string } | null {
  const { beside } = attribute.kind;
  return beside ? { name: attribute.name + beside.suffix, column: columnOf(attribute, beside.part) } : null;
}

/** The description of the class a record belongs to. */
export const descriptionOf = (record: StoredRecord): Description =>
  describe((Object.getPrototypeOf(record) as { constructor: RecordClass }).constructor);
