/** Datasets get what follows from their metadata: how FAIR they are, and to which profiles they conform. The columns are filled at the start. */
import { SqlMigration } from './sql-migration';

export class AddAssessment1796049000000 extends SqlMigration {
  protected readonly statements = [
    `ALTER TABLE "dataset" ADD COLUMN "fair_score" integer`,
    `ALTER TABLE "dataset" ADD COLUMN "ready_for" text`,
    `ALTER TABLE "dataset" ADD COLUMN "missing_statements" text`,
    `CREATE INDEX "ix_dataset_fair_score_id" ON "dataset" ("fair_score", "id")`,
    `CREATE INDEX "ix_dataset_fair_score_id_desc" ON "dataset" ("fair_score" DESC NULLS LAST, "id")`,
    `CREATE INDEX "ix_dataset_ready_for_id" ON "dataset" ("ready_for", "id")`,
  ];

  protected override readonly undoFirst = [`DROP TABLE IF EXISTS "derivation_state"`];
}
