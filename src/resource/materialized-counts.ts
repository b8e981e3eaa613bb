/**
 * The counts that the store keeps with each write, since counting them afresh would read every link or record of a large class: how many
 * records of a class have each value of a list of texts, and how many are linked with each record through a list that is declared `counted`.
 */
import { columnOf, tableOf } from './columns';
import {
  describe,
  endOf,
  otherSide,
  type Attribute,
  type Description,
  type RecordClass,
  type ThroughList,
} from './description';
import type { Registry } from './registry';

/** A field whose values are counted. */
interface MaterializedField {
  /** Its coordinate, such as `Dataset.keywords`. */
  readonly name: string;
  /** The class whose table has the values. */
  readonly from: Description;
}

/** A list of texts in a column of the records themselves. */
export interface MaterializedColumn extends MaterializedField {
  readonly column: string;
}

/** A list of linked records. `mixed` tells whether its end of the links may be of another class, too. */
export interface MaterializedLinks extends MaterializedField {
  readonly list: ThroughList;
  readonly near: Description;
  readonly far: Description;
  readonly mixed: { readonly near: boolean; readonly far: boolean };
}

/** The table with the counts of the fields whose values are in the table of a class. */
export const countTableOf = (from: Description): string => countTableNamed(tableOf(from));

/** The same, by the name of the table of the class. */
export const countTableNamed = (table: string): string => `${table}_count`;

/** The field under which stands how many records have a value at all. */
export const anyValueOf = (name: string): string => `any ${name}`;

/** Whether the counts of an attribute are kept: those of vocabularies are counted in an index. */
export const isCountMaterialized = ({ facet, kind }: Attribute): boolean =>
  facet && kind.holds === 'values' && !kind.few;

export const materializedColumnsOf = (from: Description): MaterializedColumn[] =>
  from.attributes
    .filter(isCountMaterialized)
    .map((attribute) => ({ name: `${from.type}.${attribute.name}`, from, column: columnOf(attribute) }));

export function materializedLinksOf(near: Description): MaterializedLinks[] {
  return near.lists.flatMap((list) => {
    if (list.kind !== 'through' || !list.to || !list.counted) return [];
    const from = describe(list.link());
    const isMixed = (classes: RecordClass[]): boolean => classes.length !== 1;
    const mixed = {
      near: isMixed(endOf(from, list.as).to()),
      far: isMixed(endOf(from, otherSide(list.as)).to()),
    };
    return [{ name: `${near.type}.${list.name}`, from, list, near, far: describe(list.to()), mixed }];
  });
}

/** The classes with kept counts in their own tables, or in those of their links. */
export const classesWithCounts = ({ all }: Registry): Description[] => {
  const materialized = all.flatMap((each) => [...materializedColumnsOf(each), ...materializedLinksOf(each)]);
  return all.filter((each) => materialized.some(({ from }) => from === each));
};
