/** Placeholders for values that a subgraph failed to give. Each refers to its failed fetch, which is reported to clients once. */
import type { GraphQLError } from 'graphql';
import { SubgraphUnavailable, type FaultCode } from '../faults';
import type { Selection, Variables } from './selection';
import { getOrMake } from '../../../maps';

/** The failure of one fetch, the reason why values are missing. */
export class FetchFailure {
  private isReported = false;
  private readonly values = new Map<Selection | null, MissingValue>();

  constructor(
    readonly subgraph: string,
    readonly fault: FaultCode,
    /** The variables of the query: conditions on missing fields may depend on them. */
    readonly variables: Variables,
  ) {}

  /** A failure that clients already know of, such as an error that the subgraph reported. */
  static reported(subgraph: string, variables: Variables): FetchFailure {
    const failure = new FetchFailure(subgraph, 'WRONG_TYPE', variables);
    failure.isReported = true;
    return failure;
  }

  /** The error for clients on the first call, and nothing afterwards: one error, however many values are missing. */
  report(
    path: readonly (string | number)[],
    error = new SubgraphUnavailable(this.subgraph, this.fault),
  ): GraphQLError[] {
    if (this.isReported) return [];
    this.isReported = true;
    return [error.at(path)];
  }

  /** The placeholder for a missing value, with the selection below it. */
  missing(selection: Selection | null): MissingValue {
    return getOrMake(this.values, selection, () => new MissingValue(this, selection));
  }
}

/** Stands in an answer in place of a value. It is an Error, so graphql-js completes it to null by its own rules. */
export class MissingValue extends Error {
  override readonly name = 'MissingValue';

  constructor(
    override readonly cause: FetchFailure,
    /** What was selected below it. Another subgraph may know another part of the same value. */
    readonly selection: Selection | null,
  ) {
    super('A subgraph did not answer this.');
  }
}
