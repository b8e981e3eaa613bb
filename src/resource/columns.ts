/** The columns of a class's table, derived from its description. */
import { getOrMake } from '../maps';
import { isTimed, type Attribute, type Description, type Reference, type Side } from './description';
import type { Parts } from './kinds/kind';
import type { LanguageTag } from './text';

/** Storage types with the same meaning in both databases. Dates are ISO text, so that they are compared and ordered in the same way. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
}

/** The names are those of the declarations, so they are few. */
const inSnakeCase = new Map<string, string>();

const snakeCase = (name: string): string =>
  getOrMake(inSnakeCase, name, () => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** Table name of a class, such as `funding_period`. */
export const tableOf = ({ type }: Description): string => snakeCase(type).slice(1);

/** Column of an attribute. `part` names one of several columns, such as `precision`. */
export const columnOf = ({ name }: Pick<Attribute, 'name'>, part?: string): string =>
  snakeCase(name) + (part ? `_${snakeCase(part)}` : '');

/** Column of a reference. */
export const referenceColumn = ({ name }: Reference): string => `${snakeCase(name)}_id`;

const ends: Record<Side, string> = { from: 'source_id', to: 'target_id' };

/** Column of an end of a link. The tables keep their first names for them, which no client sees. */
export const endColumn = (side: Side): string => ends[side];

/** The columns of both ends of a link, the one at which it begins first. */
export const endColumns: readonly string[] = [ends.from, ends.to];

/** Column with the text folded by `collationKey`, for finding parts of it. For a localized text it is a map by language. */
export const foldedColumn = (attribute: Pick<Attribute, 'name'>): string => columnOf(attribute, 'folded');

/** Column with the value, or the part of it, that is compared and measured. */
export const mainColumn = (attribute: Attribute): string => columnOf(attribute, attribute.kind.main);

/** Column by which an attribute is ordered in a language. */
export const sortColumn = (attribute: Attribute, language: LanguageTag): string =>
  columnOf(attribute, attribute.kind.orderedBy?.(language) ?? attribute.kind.main);

const columnsOfParts = (attribute: Attribute, parts: Parts<ColumnType>): Column[] =>
  Object.entries(parts).map(([part, type]) => ({
    name: columnOf(attribute, part),
    type,
    nullable: !attribute.required,
  }));

/** The columns of an attribute's value. */
export const valueColumns = (attribute: Attribute): Column[] =>
  columnsOfParts(attribute, attribute.kind.columns);

/** All columns of an attribute: of its value, and those computed from it for search and order. */
export const columnsOfAttribute = (attribute: Attribute): Column[] => [
  ...valueColumns(attribute),
  ...columnsOfParts(attribute, attribute.kind.computed?.(attribute) ?? {}),
];

/**
 * What decides whether a record holds on a day, beside the days for which it is attested; derived by `store/times` and read by
 * `query/holding`. Outside `possible_from` and `possible_until` it does not hold. Before `listed_from` it is not listed. `bounded` is 1
 * if beginning and end are stated. `left_out` lists the times for which a complete list leaves a link out, as `2024-01-01/2024-12-31`.
 */
const holdingColumns: readonly Column[] = [
  { name: 'possible_from', type: 'text', nullable: true },
  { name: 'possible_until', type: 'text', nullable: true },
  { name: 'listed_from', type: 'text', nullable: true },
  { name: 'bounded', type: 'integer', nullable: true },
  { name: 'left_out', type: 'json', nullable: true },
];

/** The columns that no origin states and no client sees. */
export const innerColumns = (description: Description): Column[] => [
  ...(isTimed(description) ? holdingColumns : []),
  { name: 'digest', type: 'text', nullable: false },
];

/** All columns of a class: key, ends of a link, references, attributes, what decides on which days it holds, and the digest by which imports detect changes. */
export function columnsOf(description: Description): Column[] {
  const text = (name: string, nullable: boolean): Column => ({ name, type: 'text', nullable });
  return [
    text('id', false),
    ...(description.kind === 'link' ? endColumns.map((end) => text(end, false)) : []),
    ...description.references.map((reference) => text(referenceColumn(reference), !reference.required)),
    ...description.attributes.flatMap(columnsOfAttribute),
    ...innerColumns(description),
  ];
}

const columnsOfRecords = new WeakMap<Description, readonly string[]>();

/** The names of the columns from which records are made. */
export const recordColumns = (description: Description): readonly string[] =>
  getOrMake(columnsOfRecords, description, () => {
    const inner = new Set(innerColumns(description).map(({ name }) => name));
    return columnsOf(description).flatMap(({ name }) => (inner.has(name) ? [] : [name]));
  });
