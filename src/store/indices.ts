/** The indices of a class, derived from its declaration: for references and ends of links, orders, filters that an index can serve, and facets. */
import { columnOf, endColumns, mainColumn, referenceColumn, sortColumn } from '../resource/columns';
import type { Attribute, Description } from '../resource/description';
import { languages } from '../resource/text';

/**
 * The columns of an index. After the first one usually follows `id`, so that a page is read in the order of the keys; further
 * columns make it a covering index.
 */
export interface Index {
  columns: readonly string[];
  /** Whether the first column descends with nulls last. Scanning an ascending index backwards would give nulls first. */
  descends?: true;
  /** Partial index: only rows in which this column is not null. */
  where?: string;
}

/** The name of an index, as used in migrations. */
export const indexName = (table: string, { columns, descends }: Index): string =>
  `ix_${table}_${columns.join('_')}${descends ? '_desc' : ''}`;

export function indicesOf(description: Description): Index[] {
  const ends = description.kind === 'link' ? endColumns : [];
  const pointers = [...ends, ...description.references.map(referenceColumn)];
  const all = [
    ...pointers.map((column) => listedBy(column)),
    // Lists of the records at one end of links read both ends from the index.
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

/** So many vocabularies stand together in an index: those that a class declares first, so that indices stay narrow. */
const countedTogether = 3;

/**
 * Further columns in the index of a vocabulary filter: the other vocabularies, whose facets are counted in the filtered list. Not those
 * that are derived, as each change of another record may change them.
 */
function countedBeside(attribute: Attribute, { attributes }: Description): string[] {
  const isFacet = ({ facet, kind }: Attribute): boolean => facet && kind.few === true;
  if (!isFacet(attribute)) return [];
  const first = attributes.filter((each) => isFacet(each) && !each.derived).slice(0, countedTogether);
  return attribute.derived || first.includes(attribute)
    ? first.filter((other) => other !== attribute).map((other) => columnOf(other))
    : [];
}

function ordersBy(attribute: Attribute, beside: readonly string[]): Index[] {
  if (!attribute.order) return [];
  const columns = new Set(languages.map((language) => sortColumn(attribute, language)));
  return [...columns].flatMap((column): Index[] => [
    listedBy(column, beside),
    { ...listedBy(column), descends: true },
  ]);
}

/** Only kinds that a b-tree can serve. It cannot find parts of texts or items of lists. */
const filtersBy = (attribute: Attribute, beside: readonly string[]): Index[] =>
  attribute.filter && attribute.kind.indexed ? [listedBy(mainColumn(attribute), beside)] : [];

/** For lists of vocabulary values: equal lists are counted first, and then split into their items. */
const facetsBy = (attribute: Attribute): Index[] =>
  attribute.facet && attribute.kind.few && attribute.kind.holds === 'values'
    ? [listedBy(columnOf(attribute))]
    : [];
