/** Sends one fetch of a plan to a subgraph. */
import { GraphQLError } from 'graphql';
import { SubgraphUnavailable } from '../faults';
import type { CheckContext } from './check';
import { explain } from './explain';
import type { JsonObject } from './json';
import { FetchFailure } from './fetch-failure';
import type { Gathered, PlanRun } from './plan-run';
import type { Step } from './steps';

/** The result of a fetch. `data` is null if there was no answer, or if the subgraph's own errors explain why. */
export interface Answered {
  data: JsonObject | null;
  errors: readonly GraphQLError[];
  /** How the data are checked. If the subgraph reported errors, these already explain absent values. */
  checking: CheckContext;
}

/** Runs the fetch. A failure becomes one error at its path, and the rest of the plan continues. */
export async function ask(
  step: Step,
  representations: Readonly<Record<string, unknown>>,
  place: readonly (string | number)[],
  wrong: FetchFailure,
  run: PlanRun,
  gathered: Gathered,
): Promise<Answered> {
  const { node } = step;
  const reported = FetchFailure.reported(node.serviceName, run.coerced);
  const checking = { isKindOf: run.isKindOf, wrong, absent: wrong };
  const used = (node.variableUsages ?? []).filter((name) => Object.hasOwn(run.variables, name));
  try {
    const {
      data,
      errors = [],
      isValid = false,
    } = await run.call({
      subgraph: node.serviceName,
      kind: node.operationKind ?? 'query',
      query: node.operation,
      variables: {
        ...Object.fromEntries(used.map((name) => [name, run.variables[name]])),
        ...representations,
      },
      context: run.context,
      step,
    });
    if (data && errors.length === 0) return { data, errors, checking: { ...checking, isValid } };
    const missing = reported.missing(null);
    const explained = errors.filter(({ path }) => data && path && explain(data, path, missing));
    const absent = !data || explained.length < errors.length ? reported : wrong;
    return { data: data ?? null, errors, checking: { ...checking, absent } };
  } catch (error) {
    if (error instanceof SubgraphUnavailable) gathered.errors.push(...wrong.report(place, error));
    else if (error instanceof GraphQLError) gathered.errors.push(error);
    else throw error;
    return { data: null, errors: [], checking: { ...checking, absent: reported } };
  }
}
