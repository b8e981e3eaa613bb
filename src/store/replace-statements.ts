/** Writes the identifiers and the evidence that one origin states of records. */
import { In, type EntityManager } from 'typeorm';
import type { Evidence, Identifier } from '../resource/evidence';
import { evidenceRow, evidenceTable, identifierRow, identifierTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { batches } from './batches';

/** A record or link, and what is stated beside it. */
export interface Subject {
  key: string;
  identifiers: readonly Identifier[];
  evidence: readonly Evidence[];
}

/** Puts these in place of what the origin stated of the same records before; what others state stays. */
export async function replaceStatements(
  manager: EntityManager,
  records: readonly Subject[],
  { origin, version }: { origin: string; version: number },
): Promise<void> {
  const subjects = In(records.map(({ key }) => key));
  for (const { name } of [identifierTable, evidenceTable])
    await manager.delete<Row>(name, { origin, subject_id: subjects });
  const by = (subject: string) => ({ subject, origin, importVersion: version });
  const identifiers = records.flatMap(({ key, identifiers }) =>
    identifiers.map((identifier) => identifierRow(by(key), identifier)),
  );
  const evidence = records.flatMap(({ key, evidence }) =>
    evidence.map((statement, position) => evidenceRow(by(key), position, statement)),
  );
  for (const rows of batches(identifiers)) await manager.insert<Row>(identifierTable.name, [...rows]);
  for (const rows of batches(evidence)) await manager.insert<Row>(evidenceTable.name, [...rows]);
}
