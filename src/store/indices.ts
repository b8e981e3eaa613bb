/** The indices of a class, derived from its declaration: for what points elsewhere, for each order, for each filter that an index serves, and for its facets. */
import { columnOf, mainColumn, referenceColumn, sortColumn } from '../resource/columns';
import type { Attribute, Description } from '../resource/description';
import { languages } from '../resource/text';

/** Columns that are looked up together. Rows are listed by the first, in the order of their own keys; what follows is read without a look at the row. */
export interface Index {
  columns: readonly string[];
  /** Whether the first column descends, with null values last all the same: no database reads that from an index the other way round. */
  descends?: true;
  /** Only rows in which this column has a value. */
  where?: string;
}

/** The name of an index, by which migrations know it. */
export const indexName = (table: string, { columns, descends }: Index): string =>
  `ix_${table}_${columns.join('_')}${descends ? '_desc' : ''}`;

export function indicesOf(description: Description): Index[] {
  const ends = description.kind === 'link' ? ['source_id', 'target_id'] : [];
  const pointers = [...ends, ...description.references.map(referenceColumn)];
  const all = [
    ...pointers.map((column) => listedBy(column)),
    // Lists of the records at one end of links are read by the other end.
    ...(ends.length > 0 ? [{ columns: ends }, { columns: [...ends].reverse() }] : []),
    ...description.attributes.flatMap((attribute) => {
      const beside = countedBeside(attribute, description);
      return [...ordersBy(attribute, beside), ...filtersBy(attribute, beside), ...facetsBy(attribute)];
    }),
  ];
  const byName = new Map(all.map((index) => [indexName('', index), index]));
  return [...byName.values()];
}

const listedBy = (column: string, beside: readonly string[] = []): Index => ({
  columns: [column, 'id', ...beside],
});

/** What a list that is narrowed by a vocabulary is counted by: the other vocabularies of its class. */
const countedBeside = (attribute: Attribute, { attributes }: Description): string[] =>
  attribute.facet && attribute.kind.few
    ? attributes
        .filter((other) => other !== attribute && other.facet && other.kind.few)
        .map((other) => columnOf(other))
    : [];

function ordersBy(attribute: Attribute, beside: readonly string[]): Index[] {
  if (!attribute.order) return [];
  const columns = new Set(languages.map((language) => sortColumn(attribute, language)));
  return [...columns].flatMap((column): Index[] => [
    listedBy(column, beside),
    { ...listedBy(column), descends: true },
  ]);
}

/** Parts of texts and items of lists are found by no such index. */
const filtersBy = (attribute: Attribute, beside: readonly string[]): Index[] =>
  attribute.filter && attribute.kind.indexed ? [listedBy(mainColumn(attribute), beside)] : [];

/** Lists of values from a vocabulary are compared as a whole where they are counted: equal ones are counted first. */
const facetsBy = (attribute: Attribute): Index[] =>
  attribute.facet && attribute.kind.few && attribute.kind.holds === 'values'
    ? [listedBy(columnOf(attribute))]
    : [];
