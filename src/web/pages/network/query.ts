/** What lies around a record. */
import type { CitedSource, InLanguages, Timed } from '../answered';
import { evidenceFragment, networkFragments } from './fragments';

export interface NetworkRecord {
  readonly __typename: string;
  readonly id: string;
  readonly iri: string;
  readonly name: string;
  readonly names: InLanguages;
  readonly slug: string;
  readonly acronym?: string | null;
  readonly city?: string | null;
}

export interface NetworkLink extends Timed {
  readonly id: string;
  readonly kind: string;
  readonly roleLabel?: string;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  /** Absent in large networks: the page of each link has it. */
  readonly evidence?: readonly {
    readonly quotation: string | null;
    readonly confidenceLabel: string;
    readonly citedFrom: CitedSource;
  }[];
}

export interface AroundAnswer {
  readonly neighbourhood: {
    readonly truncated: boolean;
    readonly nodes: readonly { readonly distance: number; readonly record: NetworkRecord }[];
    readonly links: readonly NetworkLink[];
  } | null;
}

export const aroundQuery = /* GraphQL */ `
  query AroundARecord(
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
        ...Sources
      }
    }
  }

  ${networkFragments}
  ${evidenceFragment}
`;
