/** Which classes the last writes have touched. What was written before told nothing of it, so that all count as changed by it. */
import { SqlMigration } from './sql-migration';

export class AddClassVersions1795974600000 extends SqlMigration {
  protected readonly statements = [
    `CREATE TABLE "class_version" (
    "path" text NOT NULL,
    "version" integer NOT NULL,
    CONSTRAINT "pk_class_version" PRIMARY KEY ("path")
  )`,
  ];
}
