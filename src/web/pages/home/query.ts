/** What the front page asks: how much there is, by what one finds a way in, and what began or ended lately. */

export const frontPageQuery = /* GraphQL */ `
  query FrontPage($today: Date!) {
    catalogue {
      changedAt
    }
    sites: institutions(filter: { kind: { eq: UNIVERSITY_MEDICAL_CENTRE } }) {
      totalCount
      facets(by: [STATE], first: 20) {
        buckets {
          value
          label
          count
        }
      }
    }
    infrastructures(first: 30, orderBy: [{ field: ACRONYM }]) {
      totalCount
      nodes {
        iri
        acronym
        name
        names {
          language
        }
      }
    }
    datasets {
      totalCount
      facets(by: [THEMES, ACCESS_RIGHTS], first: 12) {
        by
        buckets {
          value
          label
          count
        }
      }
    }
    projects {
      totalCount
      facets(by: [FUNDING_PERIOD], first: 12) {
        buckets {
          value
          label
          count
        }
      }
    }
    fundingPeriods(orderBy: [{ field: STARTS_ON }]) {
      nodes {
        iri
        name
        names {
          language
        }
        startsOn
        startsOnPrecision
        endsOn
        endsOnPrecision
      }
    }
    strategicGoals(orderBy: [{ field: NAME }]) {
      nodes {
        iri
        name
        names {
          language
        }
      }
    }
    sources {
      totalCount
    }
    disputed {
      totalCount
    }
    changes(from: "1900-01-01", to: $today, last: 8) {
      nodes {
        date
        datePrecision
        what
        subject {
          __typename
          id
          ... on Resource {
            iri
            name
            names {
              language
            }
          }
          ... on Link {
            from {
              __typename
              iri
              name
              names {
                language
              }
            }
            to {
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
