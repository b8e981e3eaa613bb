/** Records of which only some attributes are read: nothing else is asked of the store. */
import { columnsOfAttribute, foldedColumn, referenceColumn, sortColumn } from './columns';
import type { Attribute, Description } from './description';
import { readAttribute, type StoredRecord } from './record';
import { languages } from './text';
import type { Row } from './values';

/** How records of a class are read in part. */
export interface NarrowRecords {
  /** The columns that are read. */
  columns: readonly string[];
  /** Makes a record of a row with these columns; like `recordOf`, without the attributes that were not asked for. */
  recordOf: (row: Row) => StoredRecord;
}

/** @param names attributes and references; `source` and `target` are the ends of a link. Others are nothing to be read. */
export function narrowRecords(description: Description, names: ReadonlySet<string>): NarrowRecords {
  const prototype = (description.class as { prototype: object }).prototype;
  const isLink = description.kind === 'link';
  const references = description.references.filter(({ name }) => names.has(name));
  const attributes = description.attributes.filter(({ name }) => names.has(name));
  return {
    columns: [
      'id',
      ...(isLink ? ['source_id', 'target_id'] : []),
      ...references.map(referenceColumn),
      ...attributes.flatMap(valueColumns),
    ],
    recordOf: (row) => {
      const record = Object.create(prototype) as StoredRecord;
      record.key = row.id as string;
      if (isLink) {
        record.sourceKey = row.source_id as string;
        record.targetKey = row.target_id as string;
      }
      for (const reference of references) record[reference.name] = row[referenceColumn(reference)] ?? null;
      for (const attribute of attributes) readAttribute(record, attribute, row);
      return record;
    },
  };
}

/** The columns with the value of an attribute, without those by which it is sorted and filtered. */
function valueColumns(attribute: Attribute): string[] {
  const beside = new Set([
    foldedColumn(attribute),
    ...(attribute.kind === 'localized' ? languages.map((language) => sortColumn(attribute, language)) : []),
  ]);
  return columnsOfAttribute(attribute)
    .map(({ name }) => name)
    .filter((name) => !beside.has(name));
}
