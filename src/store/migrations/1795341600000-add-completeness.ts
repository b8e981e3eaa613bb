/** Evidence says whether its source lists all values. Only then does a value that is not listed not hold. */
import { SqlMigration } from './sql-migration';

export class AddCompleteness1795341600000 extends SqlMigration {
  protected readonly statements = [`ALTER TABLE "evidence" ADD COLUMN "complete" boolean`];
}
