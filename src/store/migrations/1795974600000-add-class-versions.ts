/** The version of the last write to each class. Earlier writes did not record their classes, so they count as writes to all. */
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
