/** What the query of the front page answers. */
import type { DatePrecision } from '../../../vocabulary/date-precision';
import type { InLanguages } from '../answered';
import type { Happened } from '../parts/happened';

export interface Bucket {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Counted {
  readonly totalCount: number;
  readonly facets: readonly { readonly by?: string; readonly buckets: readonly Bucket[] }[];
}

interface Named {
  readonly iri: string;
  readonly name: string;
  readonly names: InLanguages;
}

export interface Period extends Named {
  readonly startsOn: string | null;
  readonly startsOnPrecision: DatePrecision | null;
  readonly endsOn: string | null;
  readonly endsOnPrecision: DatePrecision | null;
}

export interface FrontPageAnswer {
  readonly catalogue: { readonly changedAt: string | null };
  readonly sites: Counted;
  readonly infrastructures: {
    readonly totalCount: number;
    readonly nodes: readonly (Named & { readonly acronym: string | null })[];
  };
  readonly datasets: Counted;
  readonly projects: Counted;
  readonly fundingPeriods: { readonly nodes: readonly Period[] };
  readonly strategicGoals: { readonly nodes: readonly Named[] };
  readonly sources: { readonly totalCount: number };
  readonly disputed: { readonly totalCount: number };
  readonly changes: { readonly nodes: readonly Happened[] };
}
