/** Puts one question of a plan to a subgraph. */
import type { BatchFetchNode, FetchNode } from '@graphql-hive/router-query-planner';
import { GraphQLError } from 'graphql';
import { SubgraphUnavailable } from '../faults';
import type { Judgement } from './check';
import { explain } from './explain';
import type { JsonObject } from './json';
import { Cause } from './missing';
import type { Gathered, PlanRun } from './plan-run';

/** What came of a question. Without an answer, or where the answer says itself why it has no data, there are no data. */
export interface Answered {
  data: JsonObject | null;
  errors: readonly GraphQLError[];
  /** How the data are judged: with errors of its own, a subgraph has told why something is not there. */
  judgement: Judgement;
}

/** Asks; what cannot be had is one error at its place, and the rest goes on. */
export async function ask(
  node: FetchNode | BatchFetchNode,
  representations: Readonly<Record<string, unknown>>,
  place: readonly (string | number)[],
  wrong: Cause,
  run: PlanRun,
  gathered: Gathered,
): Promise<Answered> {
  const known = Cause.known(node.serviceName, run.coerced);
  const judgement = { isKindOf: run.isKindOf, wrong, absent: wrong };
  const used = (node.variableUsages ?? []).filter((name) => Object.hasOwn(run.variables, name));
  try {
    const { data, errors = [] } = await run.call({
      subgraph: node.serviceName,
      kind: node.operationKind ?? 'query',
      query: node.operation,
      variables: {
        ...Object.fromEntries(used.map((name) => [name, run.variables[name]])),
        ...representations,
      },
      context: run.context,
    });
    const missing = known.missing(null);
    const explained = errors.filter(({ path }) => data && path && explain(data, path, missing));
    const absent = !data || explained.length < errors.length ? known : wrong;
    return { data: data ?? null, errors, judgement: { ...judgement, absent } };
  } catch (error) {
    if (error instanceof SubgraphUnavailable) gathered.errors.push(...wrong.tell(place, error));
    else if (error instanceof GraphQLError) gathered.errors.push(error);
    else throw error;
    return { data: null, errors: [], judgement: { ...judgement, absent: known } };
  }
}
