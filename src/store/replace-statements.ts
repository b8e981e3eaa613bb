/** Writes the identifiers and the evidence that one origin states of records. */
import type { EntityManager } from 'typeorm';
import type { Evidence, Identifier } from '../resource/evidence';
import { evidenceRow, evidenceTable, identifierRow, identifierTable } from '../resource/statements';
import { dialectOf } from './driver';
import { amongKeys, keysParameter } from './keys';
import { insertRows } from './row-sets';

/** A record or link, and what is stated beside it. */
export interface Subject {
  key: string;
  identifiers: readonly Identifier[];
  evidence: readonly Evidence[];
}

/**
 * Puts these in place of what the origin stated of the same records before; what others state stays.
 * @param isStated whether the origin stated a record before
 */
export async function replaceStatements(
  manager: EntityManager,
  records: readonly Subject[],
  { origin, version }: { origin: string; version: number },
  isStated: (key: string) => boolean,
): Promise<void> {
  const former = records.filter(({ key }) => isStated(key)).map(({ key }) => key);
  if (former.length > 0)
    for (const { name } of [identifierTable, evidenceTable])
      await deleteStatements(manager, name, origin, former);
  const by = (subject: string) => ({ subject, origin, importVersion: version });
  const identifiers = records.flatMap(({ key, identifiers }) =>
    identifiers.map((identifier) => identifierRow(by(key), identifier)),
  );
  const evidence = records.flatMap(({ key, evidence }) =>
    evidence.map((statement, position) => evidenceRow(by(key), position, statement)),
  );
  await insertRows(manager, identifierTable, identifiers);
  await insertRows(manager, evidenceTable, evidence);
}

/** Deletes what an origin states of some records in one of the tables of statements. */
export async function deleteStatements(
  manager: EntityManager,
  table: string,
  origin: string,
  subjects: readonly string[],
): Promise<void> {
  const dialect = dialectOf(manager);
  await manager.query(`DELETE FROM "${table}" WHERE ${amongKeys(dialect, 'subject_id')} AND origin = $2`, [
    keysParameter(dialect, subjects),
    origin,
  ]);
}
