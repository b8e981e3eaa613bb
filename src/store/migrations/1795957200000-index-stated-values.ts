/** An index of the values that sources state. Disputes are read from it without reading the table. */
import { SqlMigration } from './sql-migration';

export class IndexStatedValues1795957200000 extends SqlMigration {
  protected readonly statements = [
    `CREATE INDEX "ix_evidence_subject_id_property_stated_value" ON "evidence" ("subject_id", "property", "stated_value") WHERE "stated_value" IS NOT NULL`,
  ];
}
