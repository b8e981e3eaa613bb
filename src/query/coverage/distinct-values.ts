/** The values of an attribute, to distinguish a misspelt value from one that no record has. */
import sql from 'sql-template-tag';
import { columnOf, tableOf } from '../../resource/columns';
import type { Attribute, Description } from '../../resource/description';
import { column, name, type Reader } from '../sql';

/** All values of a text attribute in a class, sorted. */
export async function distinctValues(
  reader: Reader,
  description: Description,
  attribute: Attribute,
): Promise<string[]> {
  const value = column('t', columnOf(attribute));
  const rows = await reader.read(
    sql`SELECT DISTINCT ${value} AS value FROM ${name(tableOf(description))} t WHERE ${value} IS NOT NULL ORDER BY value`,
  );
  return rows.map((row) => row.value as string);
}
