/** For the matrix of sites and infrastructures: all of both, and which lists sources call complete, as these alone tell a no. */
import type { LineRecord } from './query';

interface Listed extends LineRecord {
  readonly list: { readonly completeness: { readonly status: string } };
}

export interface ListsAnswer {
  readonly institutions: { readonly nodes: readonly Listed[] };
  readonly infrastructures: { readonly nodes: readonly (Listed & { readonly holding: string })[] };
}

export const listsQuery = /* GraphQL */ `
  query WhichListsAreComplete($asOf: Date, $day: Date!) {
    institutions(
      filter: { kind: { eq: UNIVERSITY_MEDICAL_CENTRE } }
      orderBy: [{ field: CITY }]
      first: 100
    ) {
      nodes {
        __typename
        iri
        name
        slug
        city
        list: infrastructures(asOf: $asOf, first: 1) {
          completeness {
            status
          }
        }
      }
    }
    infrastructures(orderBy: [{ field: NAME }], first: 100) {
      nodes {
        __typename
        iri
        name
        slug
        acronym
        holding(on: $day)
        list: institutions(asOf: $asOf, first: 1) {
          completeness {
            status
          }
        }
      }
    }
  }
`;
