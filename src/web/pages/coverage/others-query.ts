/** Which sites meet a part of what is required, and of which it is not known. */
import type { Covered } from './query';
import { siteFragment } from './site-fragment';

export interface OthersAnswer {
  readonly coverage: {
    readonly partial: readonly Covered[];
    readonly open: readonly Covered[];
  } | null;
}

export const othersQuery = /* GraphQL */ `
  query WhoHasAPartOfIt($requires: CoverageInput!, $sites: InstitutionFilter, $day: Date) {
    coverage(requires: $requires, filter: $sites, asOf: $day, first: 40) {
      partial {
        ...Site
      }
      open {
        ...Site
      }
    }
  }

  ${siteFragment}
`;
