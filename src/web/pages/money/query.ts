/** What funding periods paid, and which awards have a stated amount. */
import type { Mentioned } from '../answered';

export interface Amount {
  readonly amount: string;
  readonly currency: string;
  readonly qualifierLabel: string | null;
}

export interface PaidPeriod extends Mentioned {
  readonly slug: string;
  readonly amount: Amount | null;
  readonly awards: {
    readonly totalCount: number;
    readonly aggregate: {
      readonly groups: readonly {
        readonly amount: {
          readonly sums: readonly Omit<Amount, 'qualifierLabel'>[];
          readonly known: number;
          readonly missing: number;
        };
      }[];
    };
  };
}

export interface PaidAward {
  readonly id: string;
  readonly grantNumber: string | null;
  readonly amount: Amount;
  readonly recipient: Mentioned & { readonly acronym?: string | null };
  readonly fundingPeriod: Mentioned;
}

export interface MoneyAnswer {
  readonly fundingPeriods: { readonly nodes: readonly PaidPeriod[] } | null;
  readonly awards: { readonly totalCount: number; readonly nodes: readonly PaidAward[] } | null;
}

export const moneyQuery = /* GraphQL */ `
  query MoneyByPeriodAndRecipient($awards: AwardFilter) {
    fundingPeriods(orderBy: [{ field: NUMBER }], first: 20) {
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
          qualifierLabel
        }
        awards(first: 1) {
          totalCount
          aggregate(by: []) {
            groups {
              amount {
                sums {
                  amount
                  currency
                }
                known
                missing
              }
            }
          }
        }
      }
    }
    awards(filter: $awards, orderBy: [{ field: AMOUNT, direction: DESC }], first: 100) {
      totalCount
      nodes {
        id
        grantNumber
        amount {
          amount
          currency
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
`;
