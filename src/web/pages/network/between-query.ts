/** How two records are connected. */
import type { NetworkLink, NetworkRecord } from './query';

export interface BetweenAnswer {
  readonly paths: {
    readonly truncated: boolean;
    readonly paths: readonly {
      readonly length: number;
      readonly resources: readonly NetworkRecord[];
      readonly steps: readonly { readonly links: readonly NetworkLink[] }[];
    }[];
  } | null;
}

export const betweenQuery = /* GraphQL */ `
  query BetweenTwoRecords(
    $of: ResourceReference!
    $to: ResourceReference!
    $day: Date
    $kinds: [LinkKind!]
    $first: Int = 10
  ) {
    paths(from: $of, to: $to, asOf: $day, kinds: $kinds, first: $first) {
      truncated
      paths {
        length
        resources {
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
        steps {
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
            evidence {
              quotation
              confidenceLabel
              citedFrom {
                slug
                title
                url
                publisher
              }
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
    }
  }
`;
