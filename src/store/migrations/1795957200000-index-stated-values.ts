/** An index of the values that sources state: where they disagree is read from it alone. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

const up = [
  `CREATE INDEX "ix_evidence_subject_id_property_stated_value" ON "evidence" ("subject_id", "property", "stated_value") WHERE "stated_value" IS NOT NULL`,
];

const down = [`DROP INDEX "ix_evidence_subject_id_property_stated_value"`];

export class IndexStatedValues1795957200000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, up);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, down);
  }
}
