/** The index of each vocabulary also contains the other vocabularies of its class, and lists of codes get an index: facets are counted in these alone, without reading the records. */
import { SqlMigration } from './sql-migration';

export class IndexFacets1795886110137 extends SqlMigration {
  protected readonly statements = [
    `CREATE INDEX "ix_institution_kind_id_listed_site" ON "institution" ("kind", "id", "listed_site")`,
    `DROP INDEX "ix_institution_kind_id"`,
    `CREATE INDEX "ix_infrastructure_modalities_id" ON "infrastructure" ("modalities", "id")`,
    `CREATE INDEX "ix_dataset_kind_id_themes_access_rights" ON "dataset" ("kind", "id", "themes", "access_rights")`,
    `CREATE INDEX "ix_dataset_themes_id" ON "dataset" ("themes", "id")`,
    `CREATE INDEX "ix_dataset_access_rights_id_kind_themes" ON "dataset" ("access_rights", "id", "kind", "themes")`,
    `DROP INDEX "ix_dataset_access_rights_id"`,
    `DROP INDEX "ix_dataset_kind_id"`,
  ];

  protected override readonly undoFirst = [
    `CREATE INDEX "ix_dataset_access_rights_id" ON "dataset" ("access_rights", "id")`,
    `CREATE INDEX "ix_dataset_kind_id" ON "dataset" ("kind", "id")`,
    `CREATE INDEX "ix_institution_kind_id" ON "institution" ("kind", "id")`,
  ];
}
