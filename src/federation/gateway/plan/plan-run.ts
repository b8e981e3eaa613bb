/** The state of one run of a plan. */
import type { GraphQLError } from 'graphql';
import type { CallSubgraph, FederatedContext } from '../engine';
import type { JsonObject } from './json';
import type { FetchFailure } from './fetch-failure';
import type { IsKindOf } from './type-conditions';

/** One run of a plan. */
export interface PlanRun {
  variables: Readonly<Record<string, unknown>>;
  /** The variables with their defaults, for evaluating conditions. */
  coerced: Readonly<Record<string, unknown>>;
  context: FederatedContext;
  call: CallSubgraph;
  isKindOf: IsKindOf;
}

/** What a run has gathered. */
export interface Gathered {
  data: JsonObject;
  errors: GraphQLError[];
  /** Records about which a subgraph knew nothing more. Their further fields are null, which is an error only for non-null fields. */
  unresolved: Map<unknown, UnknownRecord>;
}

/** A record that the subgraph does not know to which a reference leads. */
export interface UnknownRecord {
  failure: FetchFailure;
  /** Its type and key, as it was asked for; null if not even a key was known. */
  representation: JsonObject | null;
}
