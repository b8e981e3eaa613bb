/** Which sites meet all requirements, which some, and of which it is not known. */
interface Verdict {
  readonly reason: string;
  readonly requirement: { readonly values: readonly { readonly label: string }[] };
}

export interface CoveredSite {
  readonly institution: { readonly slug: string };
  readonly meets: readonly Verdict[];
  readonly lacks: readonly Verdict[];
  readonly unknown: readonly Verdict[];
}

export interface VerdictsAnswer {
  readonly coverage: {
    readonly full: readonly CoveredSite[];
    readonly partial: readonly CoveredSite[];
    readonly open: readonly CoveredSite[];
  } | null;
}

export const verdictsQuery = /* GraphQL */ `
  query WhoMeetsTheRequirements($requires: CoverageInput!, $sites: InstitutionFilter, $day: Date) {
    coverage(requires: $requires, filter: $sites, asOf: $day, first: 40) {
      full {
        ...Verdicts
      }
      partial {
        ...Verdicts
      }
      open {
        ...Verdicts
      }
    }
  }

  fragment Verdicts on CoveredInstitution {
    institution {
      slug
    }
    meets {
      ...Verdict
    }
    lacks {
      ...Verdict
    }
    unknown {
      ...Verdict
    }
  }

  fragment Verdict on CoverageAnswer {
    reason
    requirement {
      values {
        label
      }
    }
  }
`;
