/** Adds what is kept of harvests: their runs, the addresses under which sources know records, what was not seen lately, and the document of each harvested value. */
import { SqlMigration } from './sql-migration';

export class AddHarvests1796107000001 extends SqlMigration {
  protected readonly statements = [
    `ALTER TABLE "evidence" ADD COLUMN "document" text`,
    `ALTER TABLE "evidence" ADD COLUMN "document_digest" text`,
    `CREATE TABLE "harvest" (
    "id" text NOT NULL,
    "number" integer NOT NULL,
    "source_slug" text NOT NULL,
    "started_at" text NOT NULL,
    "finished_at" text,
    "outcome" text NOT NULL,
    "error" text,
    "documents" integer NOT NULL,
    "created" integer NOT NULL,
    "updated" integer NOT NULL,
    "unchanged" integer NOT NULL,
    "refused" integer NOT NULL,
    "not_seen" integer NOT NULL,
    "withdrawn" integer NOT NULL,
    "persons" integer NOT NULL,
    "errors" integer NOT NULL,
    "warnings" integer NOT NULL,
    "notes" integer NOT NULL,
    "findings" text,
    "milliseconds" integer NOT NULL,
    "phases" text,
    CONSTRAINT "pk_harvest" PRIMARY KEY ("id")
  )`,
    `CREATE INDEX "ix_harvest_source_slug_number" ON "harvest" ("source_slug", "number")`,
    `CREATE INDEX "ix_harvest_started_at_id" ON "harvest" ("started_at", "id")`,
    `CREATE TABLE "harvest_source" (
    "slug" text NOT NULL,
    "kind" text NOT NULL,
    "address" text,
    "schedule" text,
    "owner_id" text,
    "rank" integer NOT NULL,
    "failing_since" text,
    "next_at" text,
    CONSTRAINT "pk_harvest_source" PRIMARY KEY ("slug")
  )`,
    `CREATE TABLE "harvest_missing" (
    "origin" text NOT NULL,
    "subject_id" text NOT NULL,
    "since" text NOT NULL,
    "runs" integer NOT NULL,
    CONSTRAINT "pk_harvest_missing" PRIMARY KEY ("origin", "subject_id")
  )`,
    `CREATE TABLE "harvest_address" (
    "origin" text NOT NULL,
    "address" text NOT NULL,
    "subject_id" text NOT NULL,
    CONSTRAINT "pk_harvest_address" PRIMARY KEY ("origin", "address")
  )`,
    `CREATE TABLE "harvest_lease" (
    "name" text NOT NULL,
    "holder" text NOT NULL,
    "until" text NOT NULL,
    CONSTRAINT "pk_harvest_lease" PRIMARY KEY ("name")
  )`,
    `CREATE TABLE "harvest_proposal" (
    "source_slug" text NOT NULL,
    "id" text NOT NULL,
    "proposal" text NOT NULL,
    CONSTRAINT "pk_harvest_proposal" PRIMARY KEY ("source_slug", "id")
  )`,
    `CREATE TABLE "harvest_document" (
    "source_slug" text NOT NULL,
    "address" text NOT NULL,
    "state" text NOT NULL,
    CONSTRAINT "pk_harvest_document" PRIMARY KEY ("source_slug", "address")
  )`,
  ];
}
