/** The tables of sources, identifiers, evidence, and the version of the data. */
import { SqlMigration } from './sql-migration';

export class CreateSources1795333800000 extends SqlMigration {
  protected readonly statements = [
    `CREATE TABLE "source" (
    "id" text NOT NULL,
    "slug" text NOT NULL,
    "title" text NOT NULL,
    "url" text,
    "publisher" text,
    "licence" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_source" PRIMARY KEY ("id")
  )`,
    `CREATE TABLE "identifier" (
    "subject_id" text NOT NULL,
    "scheme" text NOT NULL,
    "value" text NOT NULL,
    CONSTRAINT "pk_identifier" PRIMARY KEY ("subject_id", "scheme", "value")
  )`,
    `CREATE INDEX "ix_identifier_scheme_value" ON "identifier" ("scheme", "value")`,
    `CREATE TABLE "evidence" (
    "subject_id" text NOT NULL,
    "position" integer NOT NULL,
    "source_id" text NOT NULL,
    "property" text,
    "stated_value" text,
    "quotation" text,
    "confidence" text NOT NULL,
    "stated_on" text,
    "note" text,
    CONSTRAINT "pk_evidence" PRIMARY KEY ("subject_id", "position"),
    CONSTRAINT "fk_evidence_source_id" FOREIGN KEY ("source_id") REFERENCES "source" ("id")
  )`,
    `CREATE INDEX "ix_evidence_source_id" ON "evidence" ("source_id")`,
    `CREATE TABLE "data_version" (
    "id" integer NOT NULL,
    "version" integer NOT NULL,
    "changed_at" text,
    CONSTRAINT "pk_data_version" PRIMARY KEY ("id")
  )`,
    `INSERT INTO "data_version" ("id", "version") VALUES (1, 0)`,
  ];
}
