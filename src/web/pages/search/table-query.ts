/** All that a search finds, for a table. */

export const searchTableQuery = /* GraphQL */ `
  query SearchTable(
    $text: String!
    $types: [ResourceType!]
    $linkedWith: [ResourceReference!]
    $citedFrom: [String!]
  ) {
    search(text: $text, types: $types, linkedWith: $linkedWith, citedFrom: $citedFrom) {
      edges {
        score
        node {
          __typename
          slug
          iri
          name
          description
        }
      }
    }
  }
`;
