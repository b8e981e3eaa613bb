/** Records of which only some attributes are read: nothing else is asked of the store. */
import { referenceColumn, valueColumns } from './columns';
import type { Description } from './description';
import { recordMaker, type RecordMaker } from './record';

/** How records of a class are read in part. */
export interface NarrowRecords {
  /** The columns that are read. */
  columns: readonly string[];
  /** Makes a record of a row with these columns; like `recordOf`, without the attributes that were not asked for. */
  recordOf: RecordMaker;
}

/** @param names attributes and references; `source` and `target` are the ends of a link. Others are nothing to be read. */
export function narrowRecords(description: Description, names: ReadonlySet<string>): NarrowRecords {
  const references = description.references.filter(({ name }) => names.has(name));
  const attributes = description.attributes.filter(({ name }) => names.has(name));
  return {
    columns: [
      'id',
      ...(description.kind === 'link' ? ['source_id', 'target_id'] : []),
      ...references.map(referenceColumn),
      ...attributes.flatMap(valueColumns).map(({ name }) => name),
    ],
    recordOf: recordMaker(description, attributes, references),
  };
}
