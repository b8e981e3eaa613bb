/** What two records have in common, and what sources name for only one of them. */
import type { Mentioned } from '../answered';

interface ComparedList {
  readonly totalCount: number;
  readonly nodes: readonly Mentioned[];
  readonly completeness?: { readonly status: string };
}

/** A record with its lists by their fields. */
export interface ComparedRecord extends Mentioned {
  readonly homepage: string | null;
  readonly stateLabel?: string | null;
}

export interface CompareAnswer {
  readonly a: ComparedRecord | null;
  readonly b: ComparedRecord | null;
}

/** A list of both records. */
export interface Comparison {
  readonly field: string;
  readonly both: readonly Mentioned[];
  readonly onlyA: readonly Mentioned[];
  readonly onlyB: readonly Mentioned[];
  /** Whether a source calls the list complete: only then does what it lacks not hold. */
  readonly isCompleteA: boolean;
  readonly isCompleteB: boolean;
}

const isList = (value: unknown): value is ComparedList =>
  typeof value === 'object' && value !== null && 'nodes' in value && 'totalCount' in value;

const without = (all: readonly Mentioned[], others: readonly Mentioned[]): Mentioned[] =>
  all.filter(({ iri }) => !others.some((other) => other.iri === iri));

/** All lists that both have, in the order of the query. */
export function comparisonsOf(a: ComparedRecord, b: ComparedRecord): Comparison[] {
  const other = b as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(a as object as Readonly<Record<string, unknown>>).flatMap(([field, ofA]) => {
    const ofB = other[field];
    if (!isList(ofA) || !isList(ofB)) return [];
    const isComplete = ({ completeness }: ComparedList) => completeness?.status === 'COMPLETE';
    return [
      {
        field,
        both: ofA.nodes.filter(({ iri }) => ofB.nodes.some((each) => each.iri === iri)),
        onlyA: without(ofA.nodes, ofB.nodes),
        onlyB: without(ofB.nodes, ofA.nodes),
        isCompleteA: isComplete(ofA),
        isCompleteB: isComplete(ofB),
      },
    ];
  });
}
