/** One run of a plan: what it goes by, and what it has gathered. */
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { CallSubgraph, FederatedContext } from '../engine';
import type { JsonObject } from './json';
import type { FetchFailure } from './fetch-failure';
import type { IsKindOf } from './type-conditions';

/** One run of a plan. */
export interface PlanRun {
  variables: Readonly<Record<string, unknown>>;
  /** The variables with their defaults: conditions look at them. */
  coerced: Readonly<Record<string, unknown>>;
  context: FederatedContext;
  call: CallSubgraph;
  /** What subgraphs may answer with, hidden types included. */
  schema: GraphQLSchema;
  isKindOf: IsKindOf;
}

/** What a run has gathered. */
export interface Gathered {
  data: JsonObject;
  errors: GraphQLError[];
  /** Records of which a subgraph knows nothing more: their further fields are null, which is a fault only where they may not be. */
  unresolved: Map<unknown, FetchFailure>;
}
