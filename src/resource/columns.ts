/** The columns in which a record is stored, derived from its description. */
import type { Attribute, Description, Reference } from './description';
import type { Parts } from './kinds/kind';
import type { LanguageTag } from './text';

/** Storage types that mean the same in every store. Dates are ISO text, so that order and comparison are the same too. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Name of the table of a class, `funding_period`. */
export const tableOf = ({ type }: Description): string => snakeCase(type).slice(1);

/** Column of an attribute; `part` names one of several, such as `precision`. */
export const columnOf = ({ name }: Pick<Attribute, 'name'>, part?: string): string =>
  snakeCase(name) + (part ? `_${part}` : '');

/** Column of a reference. */
export const referenceColumn = ({ name }: Reference): string => `${snakeCase(name)}_id`;

/** Column with a text as `collationKey` folds it, in which parts of it are found; of a localised text a map by language. */
export const foldedColumn = (attribute: Pick<Attribute, 'name'>): string => columnOf(attribute, 'folded');

/** Column with the value, or the part of it, that is compared and measured. */
export const mainColumn = (attribute: Attribute): string => columnOf(attribute, attribute.kind.main);

/** Column by which an attribute sorts in a language. */
export const sortColumn = (attribute: Attribute, language: LanguageTag): string =>
  columnOf(attribute, attribute.kind.orderedBy?.(language) ?? attribute.kind.main);

const columnsOfParts = (attribute: Attribute, parts: Parts<ColumnType>): Column[] =>
  Object.entries(parts).map(([part, type]) => ({
    name: columnOf(attribute, part),
    type,
    nullable: !attribute.required,
  }));

/** The columns with the value of an attribute. */
export const valueColumns = (attribute: Attribute): Column[] =>
  columnsOfParts(attribute, attribute.kind.columns);

/** All columns of an attribute: its value, and what is computed of it to find and to order it. */
export const columnsOfAttribute = (attribute: Attribute): Column[] => [
  ...valueColumns(attribute),
  ...columnsOfParts(attribute, attribute.kind.computed?.(attribute) ?? {}),
];

/** All columns of a class: the key, the ends of a link, references, attributes, and the digest by which imports see a change. */
export function columnsOf(description: Description): Column[] {
  const text = (name: string, nullable: boolean): Column => ({ name, type: 'text', nullable });
  return [
    text('id', false),
    ...(description.kind === 'link' ? [text('source_id', false), text('target_id', false)] : []),
    ...description.references.map((reference) => text(referenceColumn(reference), !reference.required)),
    ...description.attributes.flatMap(columnsOfAttribute),
    text('digest', false),
  ];
}
