/** What the page of the disputes asks: each record on which sources disagree, with what each of them says. */

export const disputesQuery = /* GraphQL */ `
  query Disputes($first: Int = 20, $after: String) {
    disputed(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        __typename
        iri
        name
        names {
          language
        }
        disputes {
          property
          statements {
            property
            statedValue
            quotation
            note
            confidence
            confidenceLabel
            complete
            statedOn
            statedOnPrecision
            citedFrom {
              slug
              title
              url
              publisher
            }
            during {
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
    }
  }
`;
