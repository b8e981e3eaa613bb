/** The fields that a record of a class may have in an import. */
import { endColumns, referenceColumn } from '../resource/columns';
import { isStated, type Description } from '../resource/description';
import { writeInto, type Row } from '../resource/values';
import { getOrMake } from '../maps';

export interface RecordFields {
  /** All that are allowed. */
  readonly fields: readonly string[];
  /** Those that evidence may refer to: any field of the class. */
  readonly properties: readonly string[];
  /** Those of them with several values or records. */
  readonly listed: readonly string[];
  /** The row of a record that states nothing: each row begins as a copy, so that all have their columns in one order. */
  readonly empty: Row;
}

const known = new WeakMap<Description, RecordFields>();

/** Computed once for each class: imports ask for them with every record. */
export const recordFields = (description: Description): RecordFields =>
  getOrMake(known, description, () => {
    const fields = fieldsOf(description);
    const { attributes, lists, uniqueIdentifiers } = description;
    const several = attributes.filter(({ kind }) => kind.holds === 'values');
    const named = (some: readonly { name: string }[]): string[] => some.map(({ name }) => name);
    return {
      fields,
      properties: [
        ...fields.filter((name) => name !== 'evidence'),
        ...named(uniqueIdentifiers),
        ...named(lists),
      ],
      listed: [...named(several), ...named(lists)],
      empty: emptyRow(description),
    };
  });

function emptyRow({ kind, attributes, references }: Description): Row {
  const row: Row = { id: null };
  if (kind === 'link') for (const end of endColumns) row[end] = null;
  for (const reference of references.filter(isStated)) row[referenceColumn(reference)] = null;
  for (const attribute of attributes.filter(({ derived }) => !derived)) writeInto(row, attribute, null);
  // An object that is parsed as a whole is copied many times faster than one that was filled key by key.
  return JSON.parse(JSON.stringify(row)) as Row;
}

function fieldsOf({ attributes, references, ends, kind }: Description): string[] {
  const stated = attributes.filter(({ derived }) => !derived);
  const declared = [...ends, ...references.filter(isStated), ...stated].map(({ name }) => name);
  if (kind === 'source') return declared;
  return [...declared, ...(kind === 'resource' ? ['identifiers'] : []), 'evidence'];
}
