/** What lies around a record, for networks so large that the evidence of all links would cost more than one query may. */

export const largeQuery = /* GraphQL */ `
  query ManyAroundARecord(
    $of: ResourceReference!
    $unfold: [ResourceReference!]
    $day: Date
    $kinds: [LinkKind!]
    $depth: Int = 1
    $first: Int = 50
  ) {
    neighbourhood(of: $of, unfold: $unfold, asOf: $day, kinds: $kinds, depth: $depth, first: $first) {
      truncated
      nodes {
        distance
        record {
          __typename
          id
          iri
          name
          names {
            language
          }
          slug
          ... on Institution {
            city
            acronym
          }
          ... on Infrastructure {
            acronym
          }
          ... on Project {
            acronym
          }
        }
      }
      links {
        id
        kind
        startsOn
        startsOnPrecision
        endsOn
        endsOnPrecision
        attestedFrom
        attestedUntil
        from {
          id
        }
        to {
          id
        }
        ... on Participation {
          roleLabel
        }
        ... on Involvement {
          roleLabel
        }
        ... on Usage {
          roleLabel
        }
        ... on Provision {
          roleLabel
        }
        ... on Relation {
          roleLabel
        }
      }
    }
  }
`;
