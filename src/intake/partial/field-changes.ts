/** What changes in a record when an import says something else of it than before: field by field, as people read it. */
import { columnsOfAttribute, endColumn, referenceColumn, valueColumns } from '../../resource/columns';
import { isStated, type Attribute, type Description } from '../../resource/description';
import type { Evidence, Identifier } from '../../resource/evidence';
import type { Row } from '../../resource/values';

/** A field whose value changes. Null stands for none. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** What an origin says of a record. */
export interface OriginState {
  row: Row;
  identifiers: readonly Identifier[];
  evidence: readonly Evidence[];
}

/** The changed fields, in the order of their declaration. */
export function fieldChanges(
  description: Description,
  before: OriginState | null,
  after: OriginState,
): FieldChange[] {
  const fields: [string, (state: OriginState) => string | null][] = [
    ...description.ends.map(({ name, side }): [string, (state: OriginState) => string | null] => [
      name,
      ({ row }) => textOf(row[endColumn(side)]),
    ]),
    ...description.references
      .filter(isStated)
      .map((reference): [string, (state: OriginState) => string | null] => [
        reference.name,
        ({ row }) => textOf(row[referenceColumn(reference)]),
      ]),
    ...description.attributes
      .filter(({ derived }) => !derived)
      .map((attribute): [string, (state: OriginState) => string | null] => [
        attribute.name,
        ({ row }) => valueText(attribute, row),
      ]),
    ['identifiers', ({ identifiers }) => identifiersText(identifiers)],
    ['evidence', ({ evidence }) => evidenceText(evidence)],
  ];
  return fields.flatMap(([field, read]) => {
    const [was, is] = [before && read(before), read(after)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** The value of an attribute as one text; parts beside the value follow in parentheses. */
function valueText(attribute: Attribute, row: Row): string | null {
  const columns = valueColumns(attribute).map(({ name }) => name);
  const known = columns.length > 0 ? columns : columnsOfAttribute(attribute).map(({ name }) => name);
  const [main, ...beside] = known.map((name) => textOf(row[name])).filter((text) => text !== null);
  if (main === undefined) return null;
  return beside.length > 0 ? `${main} (${beside.join(', ')})` : main;
}

/** JSON is written the same way, whatever a database or a check made of it. */
function textOf(value: unknown): string | null {
  if (value == null) return null;
  if (typeof value === 'boolean') return String(Number(value));
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const identifiersText = (identifiers: readonly Identifier[]): string | null =>
  identifiers
    .map(({ scheme, value }) => `${scheme} ${value}`)
    .sort()
    .join(', ') || null;

/** Without document and day: these change with every fetch, and a record is not written because of them. */
const evidenceText = (evidence: readonly Evidence[]): string | null =>
  evidence
    .map(({ sourceId, property, statedValue, quotation, confidence, statedOn, note, document }) =>
      [
        `${property ?? 'the record'}: ${sourceId.slice(sourceId.indexOf('/') + 1)} (${confidence})`,
        statedValue,
        quotation,
        document ? null : statedOn,
        note,
      ]
        .filter((part) => part !== null)
        .join(' · '),
    )
    .join('; ') || null;
