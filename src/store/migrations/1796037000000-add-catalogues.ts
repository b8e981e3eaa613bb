/** What a catalogue says of itself: publisher, licence, languages, coverage. */
import { SqlMigration } from './sql-migration';

export class AddCatalogues1796037000000 extends SqlMigration {
  protected readonly statements = [
    `CREATE TABLE "data_catalogue" (
    "id" text NOT NULL,
    "publisher_id" text,
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
    "licence" text,
    "languages" text,
    "countries" text,
    "theme_taxonomies" text,
    "legislation" text,
    "digest" text NOT NULL,
    CONSTRAINT "pk_data_catalogue" PRIMARY KEY ("id"),
    CONSTRAINT "fk_data_catalogue_publisher_id" FOREIGN KEY ("publisher_id") REFERENCES "institution" ("id"),
    CONSTRAINT "fk_data_catalogue_contact_id" FOREIGN KEY ("contact_id") REFERENCES "contact" ("id")
  )`,
    `CREATE INDEX "ix_data_catalogue_publisher_id_id" ON "data_catalogue" ("publisher_id", "id")`,
    `CREATE INDEX "ix_data_catalogue_contact_id_id" ON "data_catalogue" ("contact_id", "id")`,
    `CREATE INDEX "ix_data_catalogue_slug_id" ON "data_catalogue" ("slug", "id")`,
    `CREATE INDEX "ix_data_catalogue_slug_id_desc" ON "data_catalogue" ("slug" DESC NULLS LAST, "id")`,
    `CREATE INDEX "ix_data_catalogue_name_sort_de_id" ON "data_catalogue" ("name_sort_de", "id")`,
    `CREATE INDEX "ix_data_catalogue_name_sort_de_id_desc" ON "data_catalogue" ("name_sort_de" DESC NULLS LAST, "id")`,
    `CREATE INDEX "ix_data_catalogue_name_sort_en_id" ON "data_catalogue" ("name_sort_en", "id")`,
    `CREATE INDEX "ix_data_catalogue_name_sort_en_id_desc" ON "data_catalogue" ("name_sort_en" DESC NULLS LAST, "id")`,
    `CREATE INDEX "ix_data_catalogue_modified_at_id" ON "data_catalogue" ("modified_at", "id")`,
    `CREATE INDEX "ix_data_catalogue_modified_at_id_desc" ON "data_catalogue" ("modified_at" DESC NULLS LAST, "id")`,
  ];
}
