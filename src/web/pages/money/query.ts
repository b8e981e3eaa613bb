/** What funding periods paid, who received it, and which awards have a stated amount. */
import type { Mentioned } from '../answered';

export interface Amount {
  readonly amount: string;
  readonly currency: string;
  readonly qualifier: string | null;
  readonly qualifierLabel: string | null;
}

/** What awards amount to together, and of how many of them that is known. */
export interface Added {
  readonly sums: readonly Amount[];
  readonly known: number;
}

/** Awards that are counted and added up together. */
export interface Awards {
  readonly count: number;
  readonly amount: Added;
}

export interface PaidPeriod extends Mentioned {
  readonly slug: string;
  readonly amount: Amount | null;
  readonly awards: {
    readonly aggregate: { readonly groups: readonly Awards[] };
  };
}

export interface Recipient extends Mentioned {
  readonly acronym?: string | null;
}

export interface PaidAward {
  readonly id: string;
  readonly grantNumber: string | null;
  readonly amount: Amount;
  readonly recipient: Recipient;
  readonly fundingPeriod: Mentioned;
}

export interface MoneyAnswer {
  readonly fundingPeriods: { readonly nodes: readonly PaidPeriod[] } | null;
  /** All awards together: one group, or none where there are no awards. */
  readonly all: { readonly aggregate: { readonly groups: readonly Awards[] } } | null;
  readonly recipients: {
    readonly aggregate: {
      readonly groups: readonly (Awards & {
        readonly keys: readonly { readonly record: Recipient | null }[];
      })[];
    };
  } | null;
  readonly awards: { readonly totalCount: number; readonly nodes: readonly PaidAward[] } | null;
}

export const moneyQuery = /* GraphQL */ `
  query MoneyByPeriodAndRecipient($of: AwardFilter, $known: AwardFilter) {
    fundingPeriods(orderBy: [{ field: NUMBER }], first: 10) {
      nodes {
        __typename
        slug
        iri
        name
        names {
          language
        }
        amount {
          amount
          currency
          qualifier
          qualifierLabel
        }
        awards(first: 1) {
          aggregate(by: []) {
            groups {
              count
              amount {
                ...Added
              }
            }
          }
        }
      }
    }
    all: awards(filter: $of, first: 1) {
      aggregate(by: []) {
        groups {
          count
          amount {
            ...Added
          }
        }
      }
    }
    recipients: awards(filter: $of, first: 1) {
      aggregate(by: [RECIPIENT], first: 100) {
        groups {
          keys {
            record {
              __typename
              iri
              name
              names {
                language
              }
              ... on Infrastructure {
                acronym
              }
              ... on Project {
                acronym
              }
            }
          }
          count
          amount {
            ...Added
          }
        }
      }
    }
    awards(filter: $known, orderBy: [{ field: AMOUNT, direction: DESC }], first: 50) {
      totalCount
      nodes {
        id
        grantNumber
        amount {
          amount
          currency
          qualifier
          qualifierLabel
        }
        recipient {
          __typename
          iri
          name
          names {
            language
          }
          ... on Infrastructure {
            acronym
          }
          ... on Project {
            acronym
          }
        }
        fundingPeriod {
          __typename
          iri
          name
          names {
            language
          }
        }
      }
    }
  }

  fragment Added on MoneySums {
    sums {
      amount
      currency
      qualifier
      qualifierLabel
    }
    known
  }
`;
