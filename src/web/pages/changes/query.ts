/** What the page on changes asks: what began or ended between two days, and when the funding periods are, to choose these days. */
import type { ListAnswer, Mentioned, Timed } from '../answered';
import type { Happened } from '../parts/happened';

export interface ChangesAnswer {
  readonly changes: ListAnswer<Happened> | null;
  readonly fundingPeriods: {
    readonly nodes: readonly (Mentioned & Pick<Timed, 'startsOn' | 'endsOn'>)[];
  } | null;
}

export const changesQuery = /* GraphQL */ `
  query WhatChanged($from: Date!, $to: Date!, $what: [ChangeKind!], $first: Int = 40, $after: String) {
    changes(from: $from, to: $to, what: $what, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        date
        datePrecision
        what
        subject {
          __typename
          id
          ... on Resource {
            ...Named
          }
          ... on Link {
            from {
              ...Named
            }
            to {
              ...Named
            }
          }
        }
      }
    }
    fundingPeriods(orderBy: [{ field: NUMBER }]) {
      nodes {
        ...Named
        startsOn
        endsOn
      }
    }
  }

  fragment Named on Resource {
    __typename
    iri
    name
    names {
      language
    }
  }
`;
