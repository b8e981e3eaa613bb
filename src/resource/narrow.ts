/** Reads only some attributes of records, so that unneeded columns are not selected. */
import { endColumns, referenceColumn, valueColumns } from './columns';
import type { Description } from './description';
import { recordMaker, type RecordMaker } from './record';

/** How records of a class are read in part. */
export interface NarrowRecords {
  /** The columns to select. */
  columns: readonly string[];
  /** Makes a record of a row with these columns, without the other attributes. */
  recordOf: RecordMaker;
}

/** @param names attributes and references; `from` and `to` are the ends of a link. Other names are ignored. */
export function narrowRecords(description: Description, names: ReadonlySet<string>): NarrowRecords {
  const references = description.references.filter(({ name }) => names.has(name));
  const attributes = description.attributes.filter(({ name }) => names.has(name));
  return {
    columns: [
      'id',
      ...(description.kind === 'link' ? endColumns : []),
      ...references.map(referenceColumn),
      ...attributes.flatMap(valueColumns).map(({ name }) => name),
    ],
    recordOf: recordMaker(description, attributes, references),
  };
}
