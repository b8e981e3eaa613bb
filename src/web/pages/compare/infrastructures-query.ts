/** Two infrastructures side by side: what sources name for each. */
export const compareInfrastructuresQuery = /* GraphQL */ `
  query CompareTwoInfrastructures($a: ResourceReference!, $b: ResourceReference!, $day: Date) {
    a: infrastructure(by: $a) {
      ...Compared
    }
    b: infrastructure(by: $b) {
      ...Compared
    }
  }

  fragment Compared on Infrastructure {
    __typename
    iri
    name
    names {
      language
    }
    homepage
    institutions(asOf: $day, first: 100) {
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
    standards(first: 100) {
      totalCount
      completeness {
        status
      }
      nodes {
        ...Mentioned
      }
    }
    fundingPeriods(first: 20) {
      totalCount
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
