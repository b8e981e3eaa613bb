/** Two sites side by side: what sources name for each. */
export const compareSitesQuery = /* GraphQL */ `
  query CompareTwoSites($a: ResourceReference!, $b: ResourceReference!, $day: Date) {
    a: institution(by: $a) {
      ...Compared
    }
    b: institution(by: $b) {
      ...Compared
    }
  }

  fragment Compared on Institution {
    __typename
    iri
    name
    names {
      language
    }
    stateLabel
    homepage
    infrastructures(asOf: $day, first: 100) {
      totalCount
      completeness {
        status
      }
      nodes {
        ...Mentioned
      }
    }
    projects(asOf: $day, first: 100) {
      totalCount
      completeness {
        status
      }
      nodes {
        ...Mentioned
      }
    }
    datasets(first: 100) {
      totalCount
      completeness {
        status
      }
      nodes {
        ...Mentioned
      }
    }
    services(first: 100) {
      totalCount
      completeness {
        status
      }
      nodes {
        ...Mentioned
      }
    }
    contacts(first: 20) {
      totalCount
      nodes {
        ...Mentioned
      }
    }
  }

  fragment Mentioned on Resource {
    __typename
    iri
    name
    names {
      language
    }
  }
`;
