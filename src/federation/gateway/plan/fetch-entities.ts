/** Fetches further fields of known records from a subgraph, in as many requests as needed. */
import type { EntityBatchAlias } from '@graphql-hive/router-query-planner';
import { SubgraphUnavailable } from '../faults';
import { ask } from './ask';
import type { Batch } from './entity-request';
import { EntityFetch } from './entity-fetch';
import { FetchFailure } from './fetch-failure';
import type { Gathered, PlanRun } from './plan-run';
import type { Step } from './steps';

export async function fetchEntities(
  step: Step,
  aliases: readonly EntityBatchAlias[],
  run: PlanRun,
  gathered: Gathered,
): Promise<void> {
  const { node, operation } = step;
  const entities = new EntityFetch(aliases, operation, gathered.data, run);
  const { place } = entities;
  // One failure for all batches, since for clients they are one fetch.
  const failure = new FetchFailure(node.serviceName, 'WRONG_TYPE', run.coerced);

  const fetch = async (batch: Batch): Promise<void> => {
    const { data, errors, checking } = await ask(step, batch.variables, place, failure, run, gathered);
    gathered.errors.push(...errors.flatMap((error) => entities.relocated(error, batch)));
    const isWhole = entities.merge(data ?? {}, batch, checking);
    if (isWhole || !data || errors.length > 0) return;
    gathered.errors.push(...failure.report(place, new SubgraphUnavailable(node.serviceName, 'NOT_GRAPHQL')));
  };

  await Promise.all(entities.batches.map(fetch));
  const unknown = new FetchFailure(node.serviceName, 'UNKNOWN_RECORD', run.coerced);
  for (const { record, representation } of entities.unresolved)
    gathered.unresolved.set(record, { failure: unknown, representation });
}
