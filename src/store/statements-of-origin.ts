/** What one origin says of records: to compare it with what it says now. */
import { In, type EntityManager } from 'typeorm';
import type { Evidence, Identifier } from '../resource/evidence';
import { evidenceOf, evidenceTable, identifierOf, identifierTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { batches } from './batches';

/** Identifiers and evidence of a record, as one origin states them. */
export interface OriginStatements {
  identifiers: Identifier[];
  evidence: Evidence[];
}

/** By key; records of which the origin states neither are absent. */
export async function statementsOfOrigin(
  manager: EntityManager,
  origin: string,
  keys: readonly string[],
): Promise<Map<string, OriginStatements>> {
  const found = new Map<string, OriginStatements>();
  const of = (row: Row): OriginStatements => {
    const key = row.subject_id as string;
    const known = found.get(key);
    if (known) return known;
    const fresh: OriginStatements = { identifiers: [], evidence: [] };
    found.set(key, fresh);
    return fresh;
  };
  for (const batch of batches(keys)) {
    const where = { origin, subject_id: In([...batch]) };
    for (const row of await manager.find<Row>(identifierTable.name, { where }))
      of(row).identifiers.push(identifierOf(row));
    for (const row of await manager.find<Row>(evidenceTable.name, { where, order: { position: 'ASC' } }))
      of(row).evidence.push(evidenceOf(row));
  }
  return found;
}
