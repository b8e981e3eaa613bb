/** The resources on whose properties sources disagree. */
import sql, { join } from 'sql-template-tag';
import { disputableIn } from '../resource/evidence';
import type { Registry } from '../resource/registry';
import { evidenceTable } from '../resource/statements';
import type { Listing } from './listing';
import { name } from './sql';

/** Lists the resources that have at least one property for which sources state different values. */
export function disputedResources(registry: Registry): Listing {
  const disputable = registry.resources.map(
    (description) =>
      sql`(subject_id LIKE ${`${description.path}/%`} AND property IN (${join(disputableIn(description))}))`,
  );
  const disputed = sql`SELECT subject_id, property FROM ${name(evidenceTable.name)} WHERE stated_value IS NOT NULL AND (${join(disputable, ' OR ')}) GROUP BY subject_id, property HAVING count(DISTINCT stated_value) > 1`;
  return {
    name: 'Query.disputed',
    of: null,
    columns: ['id'],
    parent: null,
    source: () => sql`FROM (SELECT DISTINCT subject_id AS id FROM (${disputed}) AS d) t WHERE 1 = 1`,
  };
}
