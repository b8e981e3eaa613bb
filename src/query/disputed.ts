/** The resources with disputes. */
import sql, { join, raw } from 'sql-template-tag';
import { disputableIn } from '../resource/evidence';
import type { Registry } from '../resource/registry';
import { evidenceTable } from '../resource/statements';
import type { Listing } from './listing';
import { anyOf, isOfClass, name } from './sql';

/** Lists the resources with at least one property for which sources state different values. */
export function disputedResources(registry: Registry): Listing {
  const subject = raw('d.subject_id');
  const isDisputable = anyOf(
    registry.resources.map(
      (description) =>
        sql`${isOfClass(subject, description)} AND d.property IN (${join(disputableIn(description))})`,
    ),
  );
  // Grouped in the order of the index, so that nothing is sorted. Few properties are disputed, and only for these is checked
  // whether they are disputable.
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
