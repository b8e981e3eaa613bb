/** Reads what is searched of the statements beside records: identifiers, quotations and titles of sources. */
import type { EntityManager } from 'typeorm';
import type { Identifier } from '../../resource/evidence';
import type { SearchedStatements } from '../../resource/search/indexed';
import { evidenceTable, identifierOf, identifierTable } from '../../resource/statements';
import type { Row } from '../../resource/values';
import type { Dialect } from '../driver';

/** What is stated beside these records, by any origin. */
export async function searchedStatements(
  manager: EntityManager,
  dialect: Dialect,
  keys: readonly string[],
): Promise<(key: string) => SearchedStatements> {
  const given = [JSON.stringify(keys)];
  const among = `subject_id IN (SELECT ${dialect === 'sqlite' ? 'value FROM json_each($1)' : 'jsonb_array_elements_text($1::jsonb)'})`;
  const identified = await manager.query<Row[]>(
    `SELECT DISTINCT subject_id, scheme, value FROM "${identifierTable.name}" WHERE ${among}`,
    given,
  );
  const evidence = await manager.query<{ subject_id: string; quotation: string | null; title: string }[]>(
    `SELECT DISTINCT e.subject_id, e.quotation, s.title FROM "${evidenceTable.name}" e JOIN source s ON s.id = e.source_id WHERE e.${among}`,
    given,
  );
  const identifiers = new Map<string, Identifier[]>();
  for (const row of identified) listAt(identifiers, row.subject_id as string).push(identifierOf(row));
  const quoted = new Map<string, string[]>();
  for (const { subject_id: subject, quotation, title } of evidence)
    listAt(quoted, subject).push(...(quotation === null ? [title] : [quotation, title]));
  return (key) => ({
    identifiers: identifiers.get(key) ?? [],
    quoted: [...new Set(quoted.get(key))],
  });
}

function listAt<T>(map: Map<string, T[]>, key: string): T[] {
  const known = map.get(key) ?? [];
  map.set(key, known);
  return known;
}
