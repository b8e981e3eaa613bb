/** The edges: each with its two ends, its role where it has one, and its dates. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

const up = [
  `CREATE TABLE "participation" (
    "id" text NOT NULL,
    "source_id" text NOT NULL,
    "target_id" text NOT NULL,
    "funding_period_id" text,
    "valid_from" text,
    "valid_from_precision" text,
    "valid_until" text,
    "valid_until_precision" text,
    "modified_at" text NOT NULL,
    "role" text NOT NULL,
    "role_note" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_participation" PRIMARY KEY ("id"),
    CONSTRAINT "fk_participation_source_id" FOREIGN KEY ("source_id") REFERENCES "institution" ("id"),
    CONSTRAINT "fk_participation_target_id" FOREIGN KEY ("target_id") REFERENCES "infrastructure" ("id"),
    CONSTRAINT "fk_participation_funding_period_id" FOREIGN KEY ("funding_period_id") REFERENCES "funding_period" ("id")
  )`,
  `CREATE INDEX "ix_participation_source_id" ON "participation" ("source_id")`,
  `CREATE INDEX "ix_participation_target_id" ON "participation" ("target_id")`,
  `CREATE INDEX "ix_participation_funding_period_id" ON "participation" ("funding_period_id")`,
  `CREATE TABLE "involvement" (
    "id" text NOT NULL,
    "source_id" text NOT NULL,
    "target_id" text NOT NULL,
    "valid_from" text,
    "valid_from_precision" text,
    "valid_until" text,
    "valid_until_precision" text,
    "modified_at" text NOT NULL,
    "role" text NOT NULL,
    "role_note" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_involvement" PRIMARY KEY ("id"),
    CONSTRAINT "fk_involvement_source_id" FOREIGN KEY ("source_id") REFERENCES "institution" ("id"),
    CONSTRAINT "fk_involvement_target_id" FOREIGN KEY ("target_id") REFERENCES "project" ("id")
  )`,
  `CREATE INDEX "ix_involvement_source_id" ON "involvement" ("source_id")`,
  `CREATE INDEX "ix_involvement_target_id" ON "involvement" ("target_id")`,
  `CREATE TABLE "usage" (
    "id" text NOT NULL,
    "source_id" text NOT NULL,
    "target_id" text NOT NULL,
    "valid_from" text,
    "valid_from_precision" text,
    "valid_until" text,
    "valid_until_precision" text,
    "modified_at" text NOT NULL,
    "role" text NOT NULL,
    "role_note" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_usage" PRIMARY KEY ("id"),
    CONSTRAINT "fk_usage_source_id" FOREIGN KEY ("source_id") REFERENCES "project" ("id"),
    CONSTRAINT "fk_usage_target_id" FOREIGN KEY ("target_id") REFERENCES "infrastructure" ("id")
  )`,
  `CREATE INDEX "ix_usage_source_id" ON "usage" ("source_id")`,
  `CREATE INDEX "ix_usage_target_id" ON "usage" ("target_id")`,
  `CREATE TABLE "award" (
    "id" text NOT NULL,
    "source_id" text NOT NULL,
    "target_id" text NOT NULL,
    "valid_from" text,
    "valid_from_precision" text,
    "valid_until" text,
    "valid_until_precision" text,
    "modified_at" text NOT NULL,
    "grant_number" text,
    "grant_number_folded" text,
    "amount_amount" double precision,
    "amount_currency" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_award" PRIMARY KEY ("id"),
    CONSTRAINT "fk_award_source_id" FOREIGN KEY ("source_id") REFERENCES "funding_period" ("id")
  )`,
  `CREATE INDEX "ix_award_source_id" ON "award" ("source_id")`,
  `CREATE INDEX "ix_award_target_id" ON "award" ("target_id")`,
  `CREATE TABLE "provision" (
    "id" text NOT NULL,
    "source_id" text NOT NULL,
    "target_id" text NOT NULL,
    "valid_from" text,
    "valid_from_precision" text,
    "valid_until" text,
    "valid_until_precision" text,
    "modified_at" text NOT NULL,
    "role" text NOT NULL,
    "role_note" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_provision" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "ix_provision_source_id" ON "provision" ("source_id")`,
  `CREATE INDEX "ix_provision_target_id" ON "provision" ("target_id")`,
  `CREATE TABLE "conformance" (
    "id" text NOT NULL,
    "source_id" text NOT NULL,
    "target_id" text NOT NULL,
    "valid_from" text,
    "valid_from_precision" text,
    "valid_until" text,
    "valid_until_precision" text,
    "modified_at" text NOT NULL,
    "digest" text NOT NULL,
    CONSTRAINT "pk_conformance" PRIMARY KEY ("id"),
    CONSTRAINT "fk_conformance_target_id" FOREIGN KEY ("target_id") REFERENCES "standard" ("id")
  )`,
  `CREATE INDEX "ix_conformance_source_id" ON "conformance" ("source_id")`,
  `CREATE INDEX "ix_conformance_target_id" ON "conformance" ("target_id")`,
  `CREATE TABLE "relation" (
    "id" text NOT NULL,
    "source_id" text NOT NULL,
    "target_id" text NOT NULL,
    "valid_from" text,
    "valid_from_precision" text,
    "valid_until" text,
    "valid_until_precision" text,
    "modified_at" text NOT NULL,
    "role" text NOT NULL,
    "role_note" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_relation" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "ix_relation_source_id" ON "relation" ("source_id")`,
  `CREATE INDEX "ix_relation_target_id" ON "relation" ("target_id")`,
];

const down = [
  // The view over all of them is derived at every start.
  `DROP VIEW IF EXISTS "link"`,
  `DROP TABLE "relation"`,
  `DROP TABLE "conformance"`,
  `DROP TABLE "provision"`,
  `DROP TABLE "award"`,
  `DROP TABLE "usage"`,
  `DROP TABLE "involvement"`,
  `DROP TABLE "participation"`,
];

export class CreateLinks1795333800003 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, up);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, down);
  }
}
