/** What is told of the subgraphs that are linked in, as `Query.subgraphs` shows it. */

/** A field that a subgraph adds to the graph. */
export interface Contribution {
  type: string;
  field: string;
}

export interface SubgraphReport {
  name: string;
  state: 'AVAILABLE' | 'UNAVAILABLE' | 'REFUSED';
  since: Date;
  lastError: { code: string; at: Date } | null;
  /** Names the schema that is linked in: it changes with it; null where none is. */
  version: string | null;
  contributes: readonly Contribution[];
  latencyMs: { p50: number; p99: number } | null;
}
