/** What is suggested while one types: the best few, in as little time as possible. */

export const suggestQuery = /* GraphQL */ `
  query Suggest($text: String!) {
    search(text: $text, first: 8) {
      totalCount
      nodes {
        __typename
        iri
        name
      }
    }
  }
`;
