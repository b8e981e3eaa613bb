/** What pictures can be drawn of: the sites, infrastructures, projects and funding periods that the forms offer. */
import type { InLanguages } from '../answered';
import type { PageAnswers, PageQuestion } from '../site-page';
import type { SiteAnswer } from '../sites';

interface Named {
  readonly slug: string;
  readonly iri: string;
  readonly name: string;
  readonly names: InLanguages;
  readonly acronym?: string | null;
}

interface Nodes<T> {
  readonly nodes: readonly T[];
}

export interface Choices {
  readonly sites: readonly SiteAnswer[];
  readonly infrastructures: readonly Named[];
  readonly projects: readonly Named[];
  readonly periods: readonly Named[];
}

export const choices: PageQuestion = {
  name: 'choices',
  query: /* GraphQL */ `
    query WhatCanBeDrawn {
      sites: institutions(
        filter: { kind: { eq: UNIVERSITY_MEDICAL_CENTRE } }
        orderBy: [{ field: CITY }]
        first: 100
      ) {
        nodes {
          slug
          iri
          name
          names {
            language
          }
          city
        }
      }
      infrastructures(orderBy: [{ field: NAME }], first: 100) {
        nodes {
          slug
          iri
          name
          names {
            language
          }
          acronym
        }
      }
      projects(orderBy: [{ field: NAME }], first: 100) {
        nodes {
          slug
          iri
          name
          names {
            language
          }
          acronym
        }
      }
      periods: fundingPeriods(orderBy: [{ field: NUMBER }], first: 20) {
        nodes {
          slug
          iri
          name
          names {
            language
          }
        }
      }
    }
  `,
  variables: {},
};

/** The answer; empty where it failed. */
export function choicesIn({ choices: answer }: PageAnswers): Choices {
  const data = (answer?.data ?? {}) as {
    sites?: Nodes<SiteAnswer> | null;
    infrastructures?: Nodes<Named> | null;
    projects?: Nodes<Named> | null;
    periods?: Nodes<Named> | null;
  };
  return {
    sites: data.sites?.nodes ?? [],
    infrastructures: data.infrastructures?.nodes ?? [],
    projects: data.projects?.nodes ?? [],
    periods: data.periods?.nodes ?? [],
  };
}

/** A record in little room: by its acronym where it has one. */
export const shortNameOf = ({ acronym, name }: { acronym?: string | null; name: string }): string =>
  acronym ?? name;
