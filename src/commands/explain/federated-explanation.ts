/** What is told of a query that crosses to other subgraphs. */
import type { Explanation } from '../../query/plan/explain';

/** A fetch of the query's plan. */
export interface ExplainedFetch {
  subgraph: string;
  isOurs: boolean;
  query: string;
  /** Its place in the plan, from 1; null where the query is answered by stitching, which makes no plan. */
  number: number | null;
  /** The fetches that it waited for. */
  after: readonly number[];
  /** Number of entities that were asked for; null for fields of Query. */
  entities: number | null;
  milliseconds: number;
  /** Length of the answer as JSON, in characters; null without an answer. */
  length: number | null;
  /** Why there is no answer. */
  failure: string | null;
  /** What our part read. */
  own: Explanation | null;
}

export interface FederatedExplanation {
  /** In the order in which they began. */
  fetches: ExplainedFetch[];
  /** The fields that others answer, such as `Infrastructure.machines (racoon)`. */
  theirs: string[];
  /** Messages of the answer's errors. */
  errors: string[];
  /** Length of the data as JSON, in characters. */
  length: number;
}
