/** The roles of the sites in an infrastructure. */
import type { ParticipationRole } from '../../../vocabulary/participation-role';

export interface RolesAnswer {
  readonly infrastructure: {
    readonly iri: string;
    readonly name: string;
    readonly acronym: string | null;
    readonly participations: {
      readonly nodes: readonly RoleOfSite[];
      readonly completeness: { readonly statusLabel: string; readonly statedCount: number | null };
      readonly institutionCount: number;
    };
  } | null;
}

export interface RoleOfSite {
  readonly id: string;
  readonly role: ParticipationRole;
  readonly roleLabel: string;
  readonly institution: { readonly slug: string };
}

export const rolesQuery = /* GraphQL */ `
  query RolesInTheInfrastructure($of: ResourceReference!, $day: Date) {
    infrastructure(by: $of) {
      iri
      name
      acronym
      participations(asOf: $day, first: 100) {
        institutionCount
        completeness {
          statusLabel
          statedCount
        }
        nodes {
          id
          role
          roleLabel
          institution {
            slug
          }
        }
      }
    }
  }
`;
