/** An index of the statements that are made for the time of a record. Most are made for none, so imports would read all to find the few. */
import { SqlMigration } from './sql-migration';

export class IndexTimesOfStatements1796108000001 extends SqlMigration {
  protected readonly statements = [
    `CREATE INDEX "ix_evidence_subject_id" ON "evidence" ("subject_id") WHERE "during" IS NOT NULL`,
  ];
}
