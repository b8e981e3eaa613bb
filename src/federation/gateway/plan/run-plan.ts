/** Runs a query plan: fetches from the subgraphs in the plan's order and gathers their answers. */
import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import { fetchEntities } from './fetch-entities';
import { fetchRoot } from './fetch-root';
import type { Gathered, PlanRun } from './plan-run';

export async function runPlan({ node }: QueryPlan, run: PlanRun): Promise<Gathered> {
  const gathered: Gathered = { data: {}, errors: [], unresolved: new Map() };
  if (node) await runNode(node, run, gathered);
  return gathered;
}

async function runNode(node: PlanNode, run: PlanRun, gathered: Gathered): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const each of node.nodes) await runNode(each, run, gathered);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((each) => runNode(each, run, gathered)));
      return;
    case 'Condition': {
      const chosen = run.coerced[node.condition] === true ? node.ifClause : node.elseClause;
      if (chosen) await runNode(chosen, run, gathered);
      return;
    }
    case 'Fetch':
      await fetchRoot(node, run, gathered);
      return;
    case 'Flatten': {
      const { node: inner, path } = node;
      if (inner.kind !== 'Fetch')
        throw new Error(`The plan asks for entities by a step of the kind ${inner.kind}.`);
      const { requires = [], inputRewrites = [], outputRewrites = [] } = inner;
      const alias = { alias: '_entities', representationsVariableName: 'representations', paths: [path] };
      await fetchEntities(inner, [{ ...alias, requires, inputRewrites, outputRewrites }], run, gathered);
      return;
    }
    case 'BatchFetch':
      await fetchEntities(node, node.entityBatch.aliases, run, gathered);
      return;
    default:
      throw new Error(`The plan has a step of an unknown kind: ${node.kind}.`);
  }
}
