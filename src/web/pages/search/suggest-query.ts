/** What is suggested while one types: the best few, in as little time as possible: how many there are would take as long again. */

export const suggestQuery = /* GraphQL */ `
  query Suggest($text: String!) {
    search(text: $text, first: 8) {
      nodes {
        __typename
        iri
        name
      }
    }
  }
`;
