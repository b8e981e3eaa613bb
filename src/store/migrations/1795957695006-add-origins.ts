/** The origin of each record, and the withdrawn records. Everything that was stored before came from the seeds. */
import { SqlMigration } from './sql-migration';

const recordsOfThatTime = [
  'source',
  'institution',
  'infrastructure',
  'funding_period',
  'project',
  'contact',
  'external_source',
  'strategic_goal',
  'research_category',
  'dataset',
  'distribution',
  'service',
  'standard',
  'participation',
  'involvement',
  'usage',
  'award',
  'provision',
  'conformance',
  'relation',
];

export class AddOrigins1795957695006 extends SqlMigration {
  protected readonly statements = [
    `CREATE TABLE "origin" (
    "subject_id" text NOT NULL,
    "name" text NOT NULL,
    CONSTRAINT "pk_origin" PRIMARY KEY ("subject_id")
  )`,
    ...recordsOfThatTime.map(
      (table) => `INSERT INTO "origin" ("subject_id", "name") SELECT "id", 'seeds' FROM "${table}"`,
    ),
    `CREATE TABLE "withdrawn" (
    "id" text NOT NULL,
    "type" text NOT NULL,
    "names" text,
    "withdrawn_at" text NOT NULL,
    CONSTRAINT "pk_withdrawn" PRIMARY KEY ("id")
  )`,
  ];
}
