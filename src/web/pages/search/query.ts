/** What the page of the search asks: what is found, where the words stand, and what was made of them. */

export const searchQuery = /* GraphQL */ `
  query Search(
    $text: String!
    $types: [ResourceType!]
    $linkedWith: [ResourceReference!]
    $citedFrom: [String!]
    $first: Int = 20
    $after: String
  ) {
    search(
      text: $text
      types: $types
      linkedWith: $linkedWith
      citedFrom: $citedFrom
      first: $first
      after: $after
    ) {
      totalCount
      someWordsOnly
      unknownWords
      corrections {
        word
        readAs
      }
      types {
        type
        count
      }
      facets(by: [INFRASTRUCTURE, INSTITUTION, SOURCE], first: 12) {
        by
        distinct
        buckets {
          value
          label
          count
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        score
        node {
          __typename
          iri
          name
          names {
            language
          }
        }
        highlights {
          field
          language
          fragments {
            startsText
            endsText
            parts {
              text
              matched
              concept {
                german
                english
              }
            }
          }
        }
      }
    }
  }
`;
