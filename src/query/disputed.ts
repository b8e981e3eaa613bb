/** The resources on whose properties sources disagree. */
import sql, { join, raw } from 'sql-template-tag';
import { disputableIn } from '../resource/evidence';
import type { Registry } from '../resource/registry';
import { evidenceTable } from '../resource/statements';
import type { Listing } from './listing';
import { anyOf, isOfClass, name } from './sql';

/** Lists the resources that have at least one property for which sources state different values. */
export function disputedResources(registry: Registry): Listing {
  const subject = raw('d.subject_id');
  const isDisputable = anyOf(
    registry.resources.map(
      (description) =>
        sql`${isOfClass(subject, description)} AND d.property IN (${join(disputableIn(description))})`,
    ),
  );
  // In the order of their index, so that no value is looked up and none is kept. Few are disputed; only of these it matters what they are.
  const disputed = sql`SELECT subject_id, property FROM ${name(evidenceTable.name)} WHERE stated_value IS NOT NULL GROUP BY subject_id, property HAVING min(stated_value) <> max(stated_value)`;
  return {
    name: 'Query.disputed',
    of: null,
    columns: ['id'],
    parent: null,
    source: () =>
      sql`FROM (SELECT DISTINCT subject_id AS id FROM (${disputed}) d WHERE ${isDisputable}) t WHERE 1 = 1`,
  };
}
