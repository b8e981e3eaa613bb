/** What a record shows where several origins state it: of each field, what the first of them says that says anything. */
import { columnsOfAttribute, innerColumns, referenceColumn } from '../resource/columns';
import { isStated, type Description } from '../resource/description';
import type { Row } from '../resource/values';

/** The columns of each field; those of one field are taken from one origin, as they belong together. */
const fieldsOf = ({ attributes, references }: Description): string[][] => [
  ...references.filter(isStated).map((reference) => [referenceColumn(reference)]),
  ...attributes
    .filter(({ derived }) => !derived)
    .map((attribute) => columnsOfAttribute(attribute).map(({ name }) => name)),
];

const states = (row: Row, columns: readonly string[]): boolean =>
  columns.some((column) => row[column] != null);

/**
 * Merges what origins say of one record.
 * @param rows in the order in which the origins are believed, at least one; what tells the record from others is the same in all.
 */
export function mergedRow(description: Description, [first = {}, ...others]: readonly Row[]): Row {
  const merged = { ...first };
  for (const columns of fieldsOf(description)) {
    const from = [first, ...others].find((row) => states(row, columns));
    if (from) for (const column of columns) merged[column] = from[column] ?? null;
  }
  return merged;
}

/** Of a row of a table, what an origin states: nothing that the gateway sets itself. */
export function statedRow(description: Description, row: Row): Row {
  const derived = description.attributes.filter((attribute) => attribute.derived).flatMap(columnsOfAttribute);
  const pointers = description.references.filter((each) => !isStated(each)).map(referenceColumn);
  const unstated = new Set([
    ...[...innerColumns(description), ...derived].map(({ name }) => name),
    ...pointers,
  ]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => !unstated.has(name)));
}
