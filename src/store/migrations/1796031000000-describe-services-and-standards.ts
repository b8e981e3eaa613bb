/** Services say whether they can be used and by whom; standards, who maintains them under which licence. */
import { SqlMigration } from './sql-migration';

export class DescribeServicesAndStandards1796031000000 extends SqlMigration {
  protected readonly statements = [
    `ALTER TABLE "service" ADD COLUMN "status" text`,
    `ALTER TABLE "service" ADD COLUMN "audience" text`,
    `ALTER TABLE "standard" ADD COLUMN "maintainer" text`,
    `ALTER TABLE "standard" ADD COLUMN "maintainer_folded" text`,
    `ALTER TABLE "standard" ADD COLUMN "licence" text`,
    `CREATE INDEX "ix_service_phase_id_status" ON "service" ("phase", "id", "status")`,
    `DROP INDEX "ix_service_phase_id"`,
    `CREATE INDEX "ix_service_status_id_desc" ON "service" ("status" DESC NULLS LAST, "id")`,
    `CREATE INDEX "ix_service_status_id_phase" ON "service" ("status", "id", "phase")`,
    `CREATE INDEX "ix_standard_maintainer_id" ON "standard" ("maintainer", "id")`,
  ];

  protected override readonly undoFirst = [`CREATE INDEX "ix_service_phase_id" ON "service" ("phase", "id")`];
}
