/** What HealthDCAT-AP says of health data and no column held: resolution, certificates, samples, packed files, telephones of offices, keywords of catalogues. */
import { SqlMigration } from './sql-migration';

export class DescribeMoreOfHealthData1796109000000 extends SqlMigration {
  protected readonly statements = [
    `ALTER TABLE "data_catalogue" ADD COLUMN "keywords" text`,
    `ALTER TABLE "contact" ADD COLUMN "telephone" text`,
    `ALTER TABLE "dataset" ADD COLUMN "temporal_resolution" text`,
    `ALTER TABLE "dataset" ADD COLUMN "temporal_resolution_folded" text`,
    `ALTER TABLE "dataset" ADD COLUMN "quality_certificates" text`,
    `CREATE INDEX "ix_dataset_temporal_resolution_id" ON "dataset" ("temporal_resolution", "id")`,
    `ALTER TABLE "distribution" ADD COLUMN "compress_format" text`,
    `ALTER TABLE "distribution" ADD COLUMN "compress_format_folded" text`,
    `ALTER TABLE "distribution" ADD COLUMN "package_format" text`,
    `ALTER TABLE "distribution" ADD COLUMN "package_format_folded" text`,
    `ALTER TABLE "distribution" ADD COLUMN "content" text`,
    `ALTER TABLE "distribution" ADD COLUMN "temporal_resolution" text`,
    `ALTER TABLE "distribution" ADD COLUMN "temporal_resolution_folded" text`,
    `CREATE INDEX "ix_distribution_compress_format_id" ON "distribution" ("compress_format", "id")`,
    `CREATE INDEX "ix_distribution_package_format_id" ON "distribution" ("package_format", "id")`,
    `CREATE INDEX "ix_distribution_content_id" ON "distribution" ("content", "id")`,
    `CREATE INDEX "ix_distribution_temporal_resolution_id" ON "distribution" ("temporal_resolution", "id")`,
  ];
}
