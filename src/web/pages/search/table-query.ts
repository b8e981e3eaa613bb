/** All that a search finds, for a table. */

export const searchTableQuery = /* GraphQL */ `
  query SearchTable($text: String!, $types: [ResourceType!]) {
    search(text: $text, types: $types) {
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
