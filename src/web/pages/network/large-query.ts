/** What lies around a record, for networks so large that the evidence of all links would cost more than one query may. */
import { networkFragments } from './fragments';

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
          ...Drawn
        }
      }
      links {
        ...Line
      }
    }
  }

  ${networkFragments}
`;
