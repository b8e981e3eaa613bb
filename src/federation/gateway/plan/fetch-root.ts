/** Fetches fields of Query from a subgraph. */
import { atPath } from '../faults';
import { ask } from './ask';
import { checkRecord } from './check';
import { mergeInto } from './json';
import { FetchFailure } from './fetch-failure';
import { rewrite } from './rewrite';
import type { Gathered, PlanRun } from './plan-run';
import type { Step } from './steps';

export async function fetchRoot(step: Step, run: PlanRun, gathered: Gathered): Promise<void> {
  const {
    node,
    operation: { type, selection },
  } = step;
  const place = [...selection.fieldsOf(type).keys()].slice(0, 1);
  const failure = new FetchFailure(node.serviceName, 'WRONG_TYPE', run.coerced);
  const { data, errors, checking } = await ask(step, {}, place, failure, run, gathered);
  gathered.errors.push(...errors.map((error) => (error.path ? error : atPath(error, place))));
  const checked = checkRecord(data ?? {}, type, selection, checking);
  if (node.kind === 'Fetch') rewrite(checked, node.outputRewrites, run.isKindOf);
  mergeInto(gathered.data, checked);
}
