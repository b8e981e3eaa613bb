/** Values that a subgraph did not give: each knows the fetch that failed, which is reported to clients once. */
import type { GraphQLError } from 'graphql';
import { SubgraphUnavailable, type FaultCode } from '../faults';
import type { Selection, Variables } from './selection';

/** Why values are missing: one fetch from a subgraph failed. */
export class FetchFailure {
  private isReported = false;
  private readonly values = new Map<Selection | null, MissingValue>();

  constructor(
    private readonly subgraph: string,
    readonly fault: FaultCode,
    /** Those of the query: what is missing may depend on them. */
    readonly variables: Variables,
  ) {}

  /** A failure that clients know already, such as an error that the subgraph reports itself. */
  static reported(subgraph: string, variables: Variables): FetchFailure {
    const failure = new FetchFailure(subgraph, 'WRONG_TYPE', variables);
    failure.isReported = true;
    return failure;
  }

  /** The error, the first time: one, however much is missing. */
  report(
    path: readonly (string | number)[],
    error = new SubgraphUnavailable(this.subgraph, this.fault),
  ): GraphQLError[] {
    if (this.isReported) return [];
    this.isReported = true;
    return [error.at(path)];
  }

  /** What stands where the value should; with what was asked for below it. */
  missing(selection: Selection | null): MissingValue {
    const value = this.values.get(selection) ?? new MissingValue(this, selection);
    this.values.set(selection, value);
    return value;
  }
}

/** Stands in an answer where a value should. It is an error, so that GraphQL makes null of it by its own rules. */
export class MissingValue extends Error {
  override readonly name = 'MissingValue';

  constructor(
    override readonly cause: FetchFailure,
    /** What was asked for below it: another subgraph may know another part of the same value. */
    readonly selection: Selection | null,
  ) {
    super('A subgraph did not answer this.');
  }
}
