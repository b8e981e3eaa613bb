/** The values of fields in a list, as the API counts them. */
import type { Attribute } from '../../../resource/description';
import { enumCode } from '../../../resource/field-names';
import { wordsOf, type Site } from '../site';

export interface AnsweredBucket {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The values of an attribute in the list, with how many records have each. */
export interface AnsweredFacet {
  readonly by: string;
  readonly buckets: readonly AnsweredBucket[];
}

/** The facet of an attribute; null where no record has a value of it. */
export const facetOf = (facets: readonly AnsweredFacet[], { name }: Attribute): AnsweredFacet | null =>
  facets.find(({ by, buckets }) => by === enumCode(name) && buckets.length > 0) ?? null;

/** What people call a value. */
export function facetLabel(site: Site, { scheme }: Attribute, { value, label }: AnsweredBucket): string {
  if (scheme) return label;
  const words = wordsOf(site);
  return value === 'true' ? words.yes : value === 'false' ? words.no : label;
}
