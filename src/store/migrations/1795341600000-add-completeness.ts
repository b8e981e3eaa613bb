/** Evidence says whether its source lists everything: only then does what it leaves out not hold. */
import { SqlMigration } from './sql-migration';

export class AddCompleteness1795341600000 extends SqlMigration {
  protected readonly statements = [`ALTER TABLE "evidence" ADD COLUMN "complete" boolean`];
}
