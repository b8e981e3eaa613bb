/** The state of a linked subgraph, as in `Query.subgraphs`. */

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
  /** Digest of the linked schema; null if none is linked. */
  version: string | null;
  contributes: readonly Contribution[];
  latencyMs: { p50: number; p99: number } | null;
}
