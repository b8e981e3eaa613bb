/** Indices on days, for filters and for changes between two days. */
import { SqlMigration } from './sql-migration';

export class IndexDays1795343900000 extends SqlMigration {
  protected readonly statements = [
    `CREATE INDEX "ix_infrastructure_starts_on" ON "infrastructure" ("starts_on")`,
    `CREATE INDEX "ix_infrastructure_ends_on" ON "infrastructure" ("ends_on")`,
    `CREATE INDEX "ix_funding_period_starts_on" ON "funding_period" ("starts_on")`,
    `CREATE INDEX "ix_funding_period_ends_on" ON "funding_period" ("ends_on")`,
    `CREATE INDEX "ix_project_starts_on" ON "project" ("starts_on")`,
    `CREATE INDEX "ix_project_ends_on" ON "project" ("ends_on")`,
    `CREATE INDEX "ix_dataset_issued_on" ON "dataset" ("issued_on")`,
    `CREATE INDEX "ix_participation_valid_from" ON "participation" ("valid_from")`,
    `CREATE INDEX "ix_participation_valid_until" ON "participation" ("valid_until")`,
    `CREATE INDEX "ix_involvement_valid_from" ON "involvement" ("valid_from")`,
    `CREATE INDEX "ix_involvement_valid_until" ON "involvement" ("valid_until")`,
    `CREATE INDEX "ix_usage_valid_from" ON "usage" ("valid_from")`,
    `CREATE INDEX "ix_usage_valid_until" ON "usage" ("valid_until")`,
    `CREATE INDEX "ix_award_valid_from" ON "award" ("valid_from")`,
    `CREATE INDEX "ix_award_valid_until" ON "award" ("valid_until")`,
    `CREATE INDEX "ix_provision_valid_from" ON "provision" ("valid_from")`,
    `CREATE INDEX "ix_provision_valid_until" ON "provision" ("valid_until")`,
    `CREATE INDEX "ix_conformance_valid_from" ON "conformance" ("valid_from")`,
    `CREATE INDEX "ix_conformance_valid_until" ON "conformance" ("valid_until")`,
    `CREATE INDEX "ix_relation_valid_from" ON "relation" ("valid_from")`,
    `CREATE INDEX "ix_relation_valid_until" ON "relation" ("valid_until")`,
  ];

  protected override readonly undoFirst = [
    // The view over the ends of all links is derived again at each start.
    `DROP VIEW IF EXISTS "link_end"`,
  ];
}
