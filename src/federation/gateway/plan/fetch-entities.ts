/** Asks a subgraph for further fields of records that others know, in as many requests as it takes. */
import type { BatchFetchNode, EntityBatchAlias, FetchNode } from '@graphql-hive/router-query-planner';
import { SubgraphUnavailable } from '../faults';
import { ask } from './ask';
import type { Portion } from './asked-entities';
import { EntityBatch } from './entity-batch';
import { Cause } from './missing';
import { questionOf } from './question';
import type { Gathered, PlanRun } from './plan-run';

export async function fetchEntities(
  node: FetchNode | BatchFetchNode,
  aliases: readonly EntityBatchAlias[],
  run: PlanRun,
  gathered: Gathered,
): Promise<void> {
  const question = questionOf(node, run.schema, run.isKindOf);
  const batch = new EntityBatch(aliases, question, gathered.data, run);
  const { place } = batch;
  // One cause for all portions: clients asked one question.
  const cause = new Cause(node.serviceName, 'WRONG_TYPE', run.coerced);

  const fetch = async (portion: Portion): Promise<void> => {
    const { data, errors, judgement } = await ask(node, portion.variables, place, cause, run, gathered);
    gathered.errors.push(...errors.flatMap((error) => batch.relocated(error, portion)));
    const isWhole = batch.merge(data ?? {}, portion, judgement);
    if (isWhole || !data || errors.length > 0) return;
    gathered.errors.push(...cause.tell(place, new SubgraphUnavailable(node.serviceName, 'NOT_GRAPHQL')));
  };

  await Promise.all(batch.portions.map(fetch));
  const unknown = new Cause(node.serviceName, 'UNKNOWN_RECORD', run.coerced);
  for (const record of batch.unresolved) gathered.unresolved.set(record, unknown);
}
