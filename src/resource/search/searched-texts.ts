/** The texts of a record for full-text search, with the declared weights. For codes, the labels. */
import type { Attribute, Description } from '../description';
import { getOrMake } from '../../maps';
import type { Registry } from '../registry';

/** A text of a record. */
export interface SearchedText {
  /** The attribute that contains it. */
  readonly field: string;
  /** BCP 47 tag; null if it is not localized. */
  readonly language: string | null;
  readonly weight: number;
  readonly text: string;
}

type Values = Readonly<Record<string, unknown>>;

export const searchedIn = ({ attributes }: Description): Attribute[] =>
  attributes.filter(({ search }) => search > 0);

/** Whether records of a class are searchable: resources with weighted texts. */
export const isSearched = (description: Description): boolean =>
  description.kind === 'resource' && searchedIn(description).length > 0;

/** The distinct weights, largest first. */
export const weightsIn = ({ resources }: Registry): number[] =>
  [...new Set(resources.flatMap(searchedIn).map(({ search }) => search))].sort((a, b) => b - a);

/** The texts of a record, by weight, largest first. */
export const searchedTexts = (description: Description, record: Values): SearchedText[] =>
  byWeight(description).flatMap((attribute) => textsOf(attribute, record[attribute.name]));

const inOrder = new WeakMap<Description, readonly Attribute[]>();

const byWeight = (description: Description): readonly Attribute[] =>
  getOrMake(inOrder, description, () =>
    searchedIn(description).sort((one, other) => other.search - one.search),
  );

function textsOf(attribute: Attribute, value: unknown): SearchedText[] {
  const { name: field, kind, search: weight } = attribute;
  if (value == null) return [];
  if (!kind.searched) throw new Error(`"${field}" holds no text and cannot be searched.`);
  return kind.searched(value, attribute).map((each) => ({ field, weight, ...each }));
}
