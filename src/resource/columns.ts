/** The columns in which a record is stored, derived from its description. */
import type { Attribute, Description, Reference } from './description';
import { languages, type LanguageTag } from './text';

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

/** Column by which an attribute sorts in a language. */
export function sortColumn(attribute: Attribute, language: LanguageTag): string {
  if (attribute.kind === 'localized') return columnOf(attribute, `sort_${language}`);
  if (attribute.kind === 'text') return foldedColumn(attribute);
  if (attribute.kind === 'money') return columnOf(attribute, 'amount');
  return columnOf(attribute);
}

const storage: Record<Attribute['kind'], ColumnType | Record<string, ColumnType>> = {
  slug: 'text',
  text: 'text',
  localized: 'json',
  texts: 'json',
  names: 'json',
  iri: 'text',
  integer: 'integer',
  flag: 'boolean',
  day: { '': 'text', precision: 'text' },
  period: { from: 'text', until: 'text' },
  instant: 'text',
  concept: 'text',
  concepts: 'json',
  money: { amount: 'real', currency: 'text' },
  place: { latitude: 'real', longitude: 'real', precision: 'text' },
};

/** The columns of one attribute: its value, its sort keys where one can order by it, and its folded text where one can filter by it. */
export function columnsOfAttribute(attribute: Attribute): Column[] {
  const stored = storage[attribute.kind];
  const parts: Record<string, ColumnType> = typeof stored === 'string' ? { '': stored } : stored;
  const nullable = !attribute.required;
  const values = Object.entries(parts).map(([part, type]) => ({
    name: columnOf(attribute, part),
    type,
    nullable,
  }));
  return [...values, ...helpersOf(attribute).map(({ name, type }) => ({ name, type, nullable }))];
}

function helpersOf(attribute: Attribute): Pick<Column, 'name' | 'type'>[] {
  const { kind, order, filter } = attribute;
  const folded = foldedColumn(attribute);
  if (kind === 'text') return order || filter ? [{ name: folded, type: 'text' }] : [];
  if (kind !== 'localized') return [];
  const sorted = order ? languages.map((language) => sortColumn(attribute, language)) : [];
  return [
    ...sorted.map((name) => ({ name, type: 'text' as const })),
    ...(filter ? [{ name: folded, type: 'json' as const }] : []),
  ];
}

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
