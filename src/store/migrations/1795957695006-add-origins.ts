/** Which import brought each record in, and what was withdrawn. All that a database held before came from the seeds. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

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

const up = [
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

const down = [`DROP TABLE "withdrawn"`, `DROP TABLE "origin"`];

export class AddOrigins1795957695006 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, up);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, down);
  }
}
