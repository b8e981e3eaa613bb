/** The query for the version of the data, which each saved picture states. */
import type { PageQuestion } from '../site-page';

export interface DataVersion {
  readonly catalogue: { readonly dataVersion: number; readonly changedAt: string | null };
}

export const dataVersion: PageQuestion = {
  name: 'version',
  query: /* GraphQL */ `
    query VersionOfTheData {
      catalogue {
        dataVersion
        changedAt
      }
    }
  `,
  variables: {},
};
