/** The indices of a class, derived from its declaration: for what points elsewhere, for each order, and for each filter that an index serves. */
import { columnOf, referenceColumn, sortColumn } from '../resource/columns';
import type { Attribute, AttributeKind, Description } from '../resource/description';
import { languages } from '../resource/text';

/** Columns that are looked up together. Rows are listed by the first, in the order of their own keys. */
export interface Index {
  columns: readonly string[];
  /** Whether the first column descends, with null values last all the same: no database reads that from an index the other way round. */
  descends?: true;
}

/** The name of an index, by which migrations know it. */
export const indexName = (table: string, { columns, descends }: Index): string =>
  `ix_${table}_${columns.join('_')}${descends ? '_desc' : ''}`;

export function indicesOf(description: Description): Index[] {
  const ends = description.kind === 'link' ? ['source_id', 'target_id'] : [];
  const pointers = [...ends, ...description.references.map(referenceColumn)];
  const all = [
    ...pointers.map(listedBy),
    // Lists of the records at one end of links are read by the other end.
    ...(ends.length > 0 ? [{ columns: ends }, { columns: [...ends].reverse() }] : []),
    ...description.attributes.flatMap((attribute) => [...ordersBy(attribute), ...filtersBy(attribute)]),
  ];
  const byName = new Map(all.map((index) => [indexName('', index), index]));
  return [...byName.values()];
}

const listedBy = (column: string): Index => ({ columns: [column, 'id'] });

function ordersBy(attribute: Attribute): Index[] {
  if (!attribute.order) return [];
  const columns = new Set(languages.map((language) => sortColumn(attribute, language)));
  return [...columns].flatMap((column): Index[] => [
    listedBy(column),
    { ...listedBy(column), descends: true },
  ]);
}

/** Kinds of single values that are compared as they are stored; parts of texts and items of lists are found by no such index. */
const compared: readonly AttributeKind[] = ['text', 'integer', 'day', 'instant', 'concept', 'money'];

const filtersBy = (attribute: Attribute): Index[] =>
  attribute.filter && compared.includes(attribute.kind)
    ? [listedBy(columnOf(attribute, attribute.kind === 'money' ? 'amount' : undefined))]
    : [];
