/** Which sites meet what is required, what others lack, and whom to call. */
import type { CitedSource, Mentioned } from '../answered';
import { siteFragment } from './site-fragment';

export interface Requirement {
  readonly kind: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

export interface CountedRequirement extends Requirement {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly statements: readonly { readonly quotation: string | null; readonly citedFrom: CitedSource }[];
}

export interface Verdict {
  readonly reason: string;
  readonly requirement: Requirement;
}

export interface Covered {
  readonly institution: Mentioned & {
    readonly slug: string;
    readonly stateLabel: string | null;
    readonly homepage: string | null;
  };
  readonly meets: readonly Verdict[];
  readonly lacks: readonly Verdict[];
  readonly unknown: readonly Verdict[];
  readonly contacts: readonly {
    readonly contact: Mentioned & { readonly email: string | null; readonly homepage: string | null };
    readonly of: Mentioned;
  }[];
}

export interface CoverageAnswer {
  readonly coverage: {
    readonly requirements: readonly CountedRequirement[];
    readonly full: readonly Covered[];
    readonly fullCount: number;
    readonly partialCount: number;
    readonly openCount: number;
    readonly noneCount: number;
  } | null;
}

/** How many sites of each list a page shows: more than the network has. */
export const mostSites = 40;

export const coverageQuery = /* GraphQL */ `
  query WhoHasWhatIsNeeded($requires: CoverageInput!, $sites: InstitutionFilter, $day: Date) {
    coverage(requires: $requires, filter: $sites, asOf: $day, first: 40) {
      fullCount
      partialCount
      openCount
      noneCount
      requirements {
        kind
        values {
          value
          label
        }
        met
        notMet
        unknown
        statements {
          quotation
          citedFrom {
            slug
            title
            url
            publisher
          }
        }
      }
      full {
        ...Site
      }
    }
  }

  ${siteFragment}
`;
