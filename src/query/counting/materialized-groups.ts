/** Groups of a whole class by a field whose counts the store keeps: they are read, not counted. */
import sql, { type Sql } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import { describe } from '../../resource/description';
import { anyValueOf, countTableOf, isCountMaterialized } from '../../resource/materialized-counts';
import type { Listing } from '../listing';
import { name } from '../sql';
import type { CountedField } from './fields';
import type { Grouping } from './statement';

/**
 * The groups with their sizes, as `groupStatement` ranks them; null if they have to be counted. There are none if the counts of the field
 * are not kept at the moment, as between a migration and the next start.
 */
export function materializedGroups(
  { of, whole }: Listing,
  { fields, ranges, money }: Pick<Grouping, 'fields' | 'ranges' | 'money'>,
): Sql | null {
  const [field, ...others] = fields;
  if (!of || !whole || !field || others.length > 0 || ranges.length > 0 || money) return null;
  const table = countTable(of, field);
  if (table === null) return null;
  const counts = name(table);
  const coordinate = `${of.type}.${field.name}`;
  const all = sql`SELECT count(*) FROM ${name(tableOf(of))}`;
  const missing = sql`SELECT (${all}) - total AS total FROM ${counts} WHERE field = ${anyValueOf(coordinate)}`;
  return sql`SELECT '' AS parent_key, value AS k0, total AS counted, total, 0 AS missing FROM ${counts} WHERE field = ${coordinate} AND total > 0
UNION ALL SELECT '' AS parent_key, NULL AS k0, total AS counted, total, 1 AS missing FROM (${missing}) AS rest WHERE total > 0`;
}

/** The table with the counts of a field; null if they are not kept. */
function countTable(of: NonNullable<Listing['of']>, { attribute, pointer }: CountedField): string | null {
  if (!pointer) return attribute && isCountMaterialized(attribute) ? countTableOf(of) : null;
  const isKept = pointer.kind === 'links' && pointer.list.counted && !attribute;
  return isKept ? countTableOf(describe(pointer.list.link())) : null;
}
