/** Indices for links by the time of their change, and for further filters. Two texts get a folded column, so that filters ignore case and accents. */
import type { QueryRunner } from 'typeorm';
import { collationKey } from '../../resource/text';
import { SqlMigration } from './sql-migration';

const links = ['participation', 'involvement', 'usage', 'award', 'provision', 'conformance', 'relation'];

export class IndexFilters1796001900000 extends SqlMigration {
  protected readonly statements = [
    ...links.flatMap((table) => [
      `CREATE INDEX "ix_${table}_modified_at_id" ON "${table}" ("modified_at", "id")`,
      `CREATE INDEX "ix_${table}_modified_at_id_desc" ON "${table}" ("modified_at" DESC NULLS LAST, "id")`,
    ]),
    `ALTER TABLE "standard" ADD COLUMN "version_folded" text`,
    `CREATE INDEX "ix_standard_version_id" ON "standard" ("version", "id")`,
    `ALTER TABLE "dataset" ADD COLUMN "legal_basis_folded" text`,
    `CREATE INDEX "ix_dataset_legal_basis_id" ON "dataset" ("legal_basis", "id")`,
  ];

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await fold(runner, 'standard', 'version');
    await fold(runner, 'dataset', 'legal_basis');
  }
}

/** Fills the folded column: one statement per distinct text. */
async function fold(runner: QueryRunner, table: string, column: string): Promise<void> {
  const rows = (await runner.query(
    `SELECT DISTINCT "${column}" AS text FROM "${table}" WHERE "${column}" IS NOT NULL`,
  )) as { text: string }[];
  for (const { text } of rows)
    await runner.query(`UPDATE "${table}" SET "${column}_folded" = $1 WHERE "${column}" = $2`, [
      collationKey(text),
      text,
    ]);
}
