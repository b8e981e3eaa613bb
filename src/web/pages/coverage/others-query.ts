/** Which sites meet a part of what is required, and of which it is not known. */
import type { Covered } from './query';

export interface OthersAnswer {
  readonly coverage: {
    readonly partial: readonly Covered[];
    readonly open: readonly Covered[];
  } | null;
}

export const othersQuery = /* GraphQL */ `
  query WhoHasAPartOfIt($requires: CoverageInput!, $day: Date) {
    coverage(requires: $requires, asOf: $day, first: 40) {
      partial {
        ...Site
      }
      open {
        ...Site
      }
    }
  }

  fragment Site on CoveredInstitution {
    institution {
      __typename
      slug
      iri
      name
      names {
        language
      }
      stateLabel
      homepage
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
    contacts {
      contact {
        __typename
        iri
        name
        names {
          language
        }
        email
        homepage
      }
      of {
        __typename
        iri
        name
        names {
          language
        }
      }
    }
  }

  fragment Verdict on CoverageAnswer {
    reason
    requirement {
      kind
      values {
        value
        label
      }
    }
  }
`;
