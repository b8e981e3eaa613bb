/** Runs a query plan: each step fetches as soon as what it needs is there, and all answers are gathered. */
import { fetchEntities } from './fetch-entities';
import { fetchRoot } from './fetch-root';
import type { Gathered, PlanRun } from './plan-run';
import type { Step } from './steps';

export async function runPlan(steps: readonly Step[], run: PlanRun): Promise<Gathered> {
  const gathered: Gathered = { data: {}, errors: [], unresolved: new Map() };
  const done = new Map<Step, Promise<void>>();
  for (const step of steps) done.set(step, runStep(step, run, gathered, done));
  await Promise.all(done.values());
  return gathered;
}

async function runStep(
  step: Step,
  run: PlanRun,
  gathered: Gathered,
  done: ReadonlyMap<Step, Promise<void>>,
): Promise<void> {
  const { after, conditions } = step;
  for (const each of after) await done.get(each);
  if (!conditions.every(({ variable, expected }) => (run.coerced[variable] === true) === expected)) return;
  await (step.aliases ? fetchEntities(step, step.aliases, run, gathered) : fetchRoot(step, run, gathered));
}
