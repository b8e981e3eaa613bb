/** Records as the query layer hands them out: instances of their class, with what every record has besides. */
import { describe, type Attribute, type Description, type RecordClass } from './description';
import { columnOf, referenceColumn } from './columns';
import { readValue, type Row } from './values';

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

/** Where the JSON texts of the fields of a shared record may be kept beside it, by whatever number their writer gives them. */
export const textsOf = (record: StoredRecord): string[] | undefined =>
  (record as Partial<SharedRecord>)[texts];

/** Makes a record of a row. Attributes keep their names; a reference holds the key of the record it points to. */
export function recordOf(description: Description, row: Row): StoredRecord {
  const record = Object.create((description.class as { prototype: object }).prototype) as StoredRecord;
  record.key = row.id as string;
  if (description.kind === 'link') {
    record.sourceKey = row.source_id as string;
    record.targetKey = row.target_id as string;
  }
  for (const reference of description.references)
    record[reference.name] = row[referenceColumn(reference)] ?? null;
  for (const attribute of description.attributes) readAttribute(record, attribute, row);
  return record;
}

/** Puts the value of an attribute into a record. */
export function readAttribute(record: StoredRecord, attribute: Attribute, row: Row): void {
  record[attribute.name] = readValue(attribute, row);
  if (attribute.kind === 'day')
    record[precisionField(attribute)] = row[columnOf(attribute, 'precision')] ?? null;
}

/** The field that says how exactly a day is known. */
export const precisionField = ({ name }: Pick<Attribute, 'name'>): string => `${name}Precision`;

/** The description of the class a record belongs to. */
export const descriptionOf = (record: StoredRecord): Description =>
  describe((Object.getPrototypeOf(record) as { constructor: RecordClass }).constructor);
