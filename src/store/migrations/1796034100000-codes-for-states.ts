/** Institutions have their federal state as a code. What is the name of none is taken out and told in `upgrade_report`. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { collationKey } from '../../resource/text';
import { runAll } from './sql-migration';

/** The codes by the German names that were stored. */
const codes: Readonly<Record<string, string>> = {
  'Baden-Württemberg': 'BADEN_WUERTTEMBERG',
  Bayern: 'BAVARIA',
  Berlin: 'BERLIN',
  Brandenburg: 'BRANDENBURG',
  Bremen: 'BREMEN',
  Hamburg: 'HAMBURG',
  Hessen: 'HESSE',
  Niedersachsen: 'LOWER_SAXONY',
  'Mecklenburg-Vorpommern': 'MECKLENBURG_WESTERN_POMERANIA',
  'Nordrhein-Westfalen': 'NORTH_RHINE_WESTPHALIA',
  'Rheinland-Pfalz': 'RHINELAND_PALATINATE',
  Saarland: 'SAARLAND',
  Sachsen: 'SAXONY',
  'Sachsen-Anhalt': 'SAXONY_ANHALT',
  'Schleswig-Holstein': 'SCHLESWIG_HOLSTEIN',
  Thüringen: 'THURINGIA',
};

const inNames = Object.keys(codes)
  .map((name) => `'${name}'`)
  .join(', ');
const codeOf = (cell: string): string =>
  `CASE ${cell} ${Object.entries(codes)
    .map(([name, code]) => `WHEN '${name}' THEN '${code}'`)
    .join(' ')} END`;
const namesOf = (cell: string, form: (name: string) => string = (name) => name): string =>
  `CASE ${cell} ${Object.entries(codes)
    .map(([name, code]) => `WHEN '${code}' THEN '${form(name)}'`)
    .join(' ')} END`;

/** A code is neither folded nor ordered by its letters in a language, and is counted beside the other vocabularies. */
const newIndices = [
  `CREATE INDEX "ix_institution_state_id_desc" ON "institution" ("state" DESC NULLS LAST, "id")`,
  `CREATE INDEX "ix_institution_kind_id_state_listed_site" ON "institution" ("kind", "id", "state", "listed_site")`,
  `CREATE INDEX "ix_institution_state_id_kind_listed_site" ON "institution" ("state", "id", "kind", "listed_site")`,
];
const oldIndices = [
  `CREATE INDEX "ix_institution_kind_id_listed_site" ON "institution" ("kind", "id", "listed_site")`,
  `CREATE INDEX "ix_institution_state_id" ON "institution" ("state", "id")`,
  `CREATE INDEX "ix_institution_state_folded_id" ON "institution" ("state_folded", "id")`,
  `CREATE INDEX "ix_institution_state_folded_id_desc" ON "institution" ("state_folded" DESC NULLS LAST, "id")`,
];
const dropped = (indices: readonly string[]): string[] =>
  indices.map((index) => index.replace(/^CREATE (INDEX "\w+").*/, 'DROP $1'));

const up = [
  `INSERT INTO "upgrade_report" SELECT 'CodesForStates1796034100000', "id", 'state', 'TAKEN_OUT', "state", NULL FROM "institution" WHERE "state" NOT IN (${inNames})`,
  `UPDATE "institution" SET "state" = ${codeOf('"state"')} WHERE "state" IS NOT NULL`,
  ...dropped(oldIndices),
  `ALTER TABLE "institution" DROP COLUMN "state_folded"`,
  ...newIndices,
];

const down = [
  ...dropped(newIndices),
  `ALTER TABLE "institution" ADD COLUMN "state_folded" text`,
  `UPDATE "institution" SET "state_folded" = ${namesOf('"state"', collationKey)}, "state" = ${namesOf('"state"')} WHERE "state" IS NOT NULL`,
  ...oldIndices,
];

/** What each origin says, where several state an institution: a row as JSON, with the folded name beside the name. */
async function inStatedRows(
  runner: QueryRunner,
  change: (row: Record<string, unknown>) => void,
): Promise<void> {
  const rows = await runner.manager.query<{ subject_id: string; origin: string; stated_row: string }[]>(
    `SELECT "subject_id", "origin", "stated_row" FROM "stated" WHERE "stated_row" IS NOT NULL AND "subject_id" LIKE 'institutions/%'`,
  );
  for (const { subject_id: subject, origin, stated_row: text } of rows) {
    const row = JSON.parse(text) as Record<string, unknown>;
    change(row);
    await runner.query(`UPDATE "stated" SET "stated_row" = $1 WHERE "subject_id" = $2 AND "origin" = $3`, [
      JSON.stringify(row),
      subject,
      origin,
    ]);
  }
}

export class CodesForStates1796034100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, up);
    await inStatedRows(runner, (row) => {
      row.state = codes[row.state as string] ?? null;
      delete row.state_folded;
    });
    // Whoever keeps what was read before sees that it is another version.
    await runner.query(
      `UPDATE "data_version" SET "version" = "version" + 1 WHERE EXISTS (SELECT 1 FROM "institution" WHERE "state" IS NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(runner, down);
    await inStatedRows(runner, (row) => {
      const [name = null] = Object.entries(codes).find(([, code]) => code === row.state) ?? [];
      row.state = name;
      row.state_folded = name === null ? null : collationKey(name);
    });
  }
}
