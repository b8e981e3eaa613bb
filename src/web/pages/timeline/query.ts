/** Funding periods, infrastructures, projects and awards with their times, as far as sources tell. */
import type { Mentioned, Timed } from '../answered';

export interface TimedRecord extends Mentioned, Timed {
  readonly acronym?: string | null;
}

export interface TimedAward extends Timed {
  readonly id: string;
  readonly recipient: Mentioned & { readonly acronym?: string | null };
  readonly fundingPeriod: { readonly name: string };
}

interface List<T> {
  readonly totalCount: number;
  readonly nodes: readonly T[];
}

export interface TimelineAnswer {
  readonly fundingPeriods: List<TimedRecord> | null;
  readonly infrastructures: List<TimedRecord> | null;
  readonly projects: List<TimedRecord> | null;
  readonly awards?: List<TimedAward> | null;
}

export const timelineQuery = /* GraphQL */ `
  query WhatWasWhen(
    $day: Date
    $withAwards: Boolean!
    $infrastructures: InfrastructureFilter
    $projects: ProjectFilter
    $awards: AwardFilter
  ) {
    fundingPeriods(asOf: $day, orderBy: [{ field: NUMBER }], first: 20) {
      totalCount
      nodes {
        __typename
        iri
        name
        names {
          language
        }
        startsOn
        startsOnPrecision
        endsOn
        endsOnPrecision
        attestedFrom
        attestedUntil
      }
    }
    infrastructures(
      asOf: $day
      filter: $infrastructures
      orderBy: [{ field: STARTS_ON }, { field: NAME }]
      first: 100
    ) {
      totalCount
      nodes {
        __typename
        iri
        name
        names {
          language
        }
        acronym
        startsOn
        startsOnPrecision
        endsOn
        endsOnPrecision
        attestedFrom
        attestedUntil
      }
    }
    projects(asOf: $day, filter: $projects, orderBy: [{ field: STARTS_ON }, { field: NAME }], first: 100) {
      totalCount
      nodes {
        __typename
        iri
        name
        names {
          language
        }
        acronym
        startsOn
        startsOnPrecision
        endsOn
        endsOnPrecision
        attestedFrom
        attestedUntil
      }
    }
    awards(asOf: $day, filter: $awards, first: 100) @include(if: $withAwards) {
      totalCount
      nodes {
        id
        startsOn
        startsOnPrecision
        endsOn
        endsOnPrecision
        attestedFrom
        attestedUntil
        recipient {
          __typename
          iri
          name
          names {
            language
          }
          ... on Infrastructure {
            acronym
          }
          ... on Project {
            acronym
          }
        }
        fundingPeriod {
          name
        }
      }
    }
  }
`;
