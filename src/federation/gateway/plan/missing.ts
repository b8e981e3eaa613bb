/** What a subgraph owes: each missing value knows the question that failed, of which clients are told once. */
import type { GraphQLError } from 'graphql';
import { SubgraphUnavailable, type FaultCode } from '../faults';
import type { Selection, Variables } from './selection';

/** Why values are missing: what one question to a subgraph failed by. */
export class Cause {
  private isTold = false;
  private readonly values = new Map<Selection | null, Missing>();

  constructor(
    private readonly subgraph: string,
    readonly fault: FaultCode,
    /** Those of the question: what is owed may depend on them. */
    readonly variables: Variables,
  ) {}

  /** A cause that clients know already, such as an error that the subgraph reports itself. */
  static known(subgraph: string, variables: Variables): Cause {
    const cause = new Cause(subgraph, 'WRONG_TYPE', variables);
    cause.isTold = true;
    return cause;
  }

  /** The error, the first time: one, however much is missing. */
  tell(
    path: readonly (string | number)[],
    error = new SubgraphUnavailable(this.subgraph, this.fault),
  ): GraphQLError[] {
    if (this.isTold) return [];
    this.isTold = true;
    return [error.at(path)];
  }

  /** What stands where the value should; with what was asked for below it. */
  missing(selection: Selection | null): Missing {
    const value = this.values.get(selection) ?? new Missing(this, selection);
    this.values.set(selection, value);
    return value;
  }
}

/** Stands in an answer where a value should. It is an error, so that GraphQL makes null of it by its own rules. */
export class Missing extends Error {
  override readonly name = 'Missing';

  constructor(
    override readonly cause: Cause,
    /** What was asked for below it: another subgraph may know another part of the same value. */
    readonly selection: Selection | null,
  ) {
    super('A subgraph did not answer this.');
  }
}
