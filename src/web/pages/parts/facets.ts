/** The values of fields in a list, as the API counts them. */
import type { NarrowingField } from '../documents/narrowing';
import { enumCode } from '../../../resource/field-names';
import { wordsOf, type Site } from '../site';

export interface AnsweredBucket {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The values of a field in the list, with how many records have each. */
export interface AnsweredFacet {
  readonly by: string;
  readonly buckets: readonly AnsweredBucket[];
}

/** The facet of a field; null where no record has a value of it. */
export const facetOf = (facets: readonly AnsweredFacet[], { name }: NarrowingField): AnsweredFacet | null =>
  facets.find(({ by, buckets }) => by === enumCode(name) && buckets.length > 0) ?? null;

/** What people call a value. */
export function facetLabel(site: Site, field: NarrowingField, { value, label }: AnsweredBucket): string {
  if (!('kind' in field) || ('scheme' in field && field.scheme)) return label;
  const words = wordsOf(site);
  return value === 'true' ? words.yes : value === 'false' ? words.no : label;
}
