/** Which classes the last writes have touched. What was written before told nothing of it, so that all count as changed by it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

const up = [
  `CREATE TABLE "class_version" (
    "path" text NOT NULL,
    "version" integer NOT NULL,
    CONSTRAINT "pk_class_version" PRIMARY KEY ("path")
  )`,
];

const down = [`DROP TABLE "class_version"`];

export class AddClassVersions1795974600000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, up);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, down);
  }
}
