/** The values that records have in an attribute, to tell a misspelt one from one that nobody has. */
import sql from 'sql-template-tag';
import { columnOf, tableOf } from '../../resource/columns';
import type { Attribute, Description } from '../../resource/description';
import { column, name, type Reader } from '../sql';

/** All values of a text that the records of a class have, in the order of the alphabet. */
export async function knownValues(
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
