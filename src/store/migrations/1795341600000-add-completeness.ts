/** Evidence says whether its source lists everything: only then does what it leaves out not hold. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

const up = [`ALTER TABLE "evidence" ADD COLUMN "complete" boolean`];

const down = [`ALTER TABLE "evidence" DROP COLUMN "complete"`];

export class AddCompleteness1795341600000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, up);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, down);
  }
}
