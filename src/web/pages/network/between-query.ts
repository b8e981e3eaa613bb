/** How two records are connected. */
import type { NetworkLink, NetworkRecord } from './query';
import { evidenceFragment, networkFragments } from './fragments';

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
          ...Drawn
        }
        steps {
          links {
            ...Line
            ...Sources
          }
        }
      }
    }
  }

  ${networkFragments}
  ${evidenceFragment}
`;
