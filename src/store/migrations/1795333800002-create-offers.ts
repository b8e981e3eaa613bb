/** What the network offers: datasets, their distributions, services and standards. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

const up = [
  `CREATE TABLE "dataset" (
    "id" text NOT NULL,
    "contact_id" text,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "name_sort_de" text NOT NULL,
    "name_sort_en" text NOT NULL,
    "name_folded" text NOT NULL,
    "other_names" text,
    "description" text,
    "description_folded" text,
    "homepage" text,
    "modified_at" text NOT NULL,
    "kind" text NOT NULL,
    "acronym" text,
    "acronym_folded" text,
    "keywords" text,
    "themes" text,
    "licence" text,
    "access_rights" text,
    "access_procedure" text,
    "temporal_coverage_from" text,
    "temporal_coverage_until" text,
    "spatial_coverage" text,
    "spatial_coverage_folded" text,
    "number_of_records" integer,
    "number_of_unique_individuals" integer,
    "size_as_stated" text,
    "health_categories" text,
    "legal_basis" text,
    "issued_on" text,
    "issued_on_precision" text,
    "version" text,
    "version_folded" text,
    "version_notes" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_dataset" PRIMARY KEY ("id"),
    CONSTRAINT "fk_dataset_contact_id" FOREIGN KEY ("contact_id") REFERENCES "contact" ("id")
  )`,
  `CREATE INDEX "ix_dataset_contact_id" ON "dataset" ("contact_id")`,
  `CREATE TABLE "distribution" (
    "id" text NOT NULL,
    "dataset_id" text NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "name_sort_de" text NOT NULL,
    "name_sort_en" text NOT NULL,
    "name_folded" text NOT NULL,
    "other_names" text,
    "description" text,
    "description_folded" text,
    "homepage" text,
    "modified_at" text NOT NULL,
    "kind" text NOT NULL,
    "access_url" text,
    "download_url" text,
    "media_type" text,
    "media_type_folded" text,
    "licence" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_distribution" PRIMARY KEY ("id"),
    CONSTRAINT "fk_distribution_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id")
  )`,
  `CREATE INDEX "ix_distribution_dataset_id" ON "distribution" ("dataset_id")`,
  `CREATE TABLE "service" (
    "id" text NOT NULL,
    "contact_id" text,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "name_sort_de" text NOT NULL,
    "name_sort_en" text NOT NULL,
    "name_folded" text NOT NULL,
    "other_names" text,
    "description" text,
    "description_folded" text,
    "homepage" text,
    "modified_at" text NOT NULL,
    "phase" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_service" PRIMARY KEY ("id"),
    CONSTRAINT "fk_service_contact_id" FOREIGN KEY ("contact_id") REFERENCES "contact" ("id")
  )`,
  `CREATE INDEX "ix_service_contact_id" ON "service" ("contact_id")`,
  `CREATE TABLE "standard" (
    "id" text NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "name_sort_de" text NOT NULL,
    "name_sort_en" text NOT NULL,
    "name_folded" text NOT NULL,
    "other_names" text,
    "description" text,
    "description_folded" text,
    "homepage" text,
    "modified_at" text NOT NULL,
    "acronym" text,
    "acronym_folded" text,
    "kind" text,
    "version" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_standard" PRIMARY KEY ("id")
  )`,
];

const down = [
  `DROP TABLE "standard"`,
  `DROP TABLE "service"`,
  `DROP TABLE "distribution"`,
  `DROP TABLE "dataset"`,
];

export class CreateOffers1795333800002 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, up);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, down);
  }
}
