/** The sites with their places, and what the map can count of them. */
import type { SiteAnswer } from '../sites';

export interface MapAnswer {
  readonly institutions: { readonly totalCount: number; readonly nodes: readonly PlacedSite[] };
}

interface Counted {
  readonly totalCount: number;
}

export interface PlacedSite extends SiteAnswer {
  readonly stateLabel: string | null;
  readonly location: {
    readonly latitude: number;
    readonly longitude: number;
    readonly precisionLabel: string | null;
  } | null;
  readonly infrastructures: Counted;
  readonly projects: Counted;
  readonly datasets: Counted;
}

export const mapQuery = /* GraphQL */ `
  query SitesOnTheMap($day: Date) {
    institutions(
      filter: { kind: { eq: UNIVERSITY_MEDICAL_CENTRE } }
      orderBy: [{ field: CITY }]
      first: 100
    ) {
      totalCount
      nodes {
        slug
        iri
        name
        names {
          language
        }
        city
        stateLabel
        location {
          latitude
          longitude
          precisionLabel
        }
        infrastructures(asOf: $day, first: 1) {
          totalCount
        }
        projects(asOf: $day, first: 1) {
          totalCount
        }
        datasets(first: 1) {
          totalCount
        }
      }
    }
  }
`;
