/** Datasets have their health categories as codes. An IRI of no category is taken out and told in `upgrade_report`. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const iris = 'https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/';
const codes = new Set(
  'EHRS DIOH NRPE RPDG HRAD HGPD HPML PGEH WELA IDHP PHDR MRMR EHCT EMRD RMMD RQSH EINS'.split(' '),
);

const codeOf = (iri: string): string | null => {
  const code = iri.startsWith(iris) ? iri.slice(iris.length) : '';
  return codes.has(code) ? code : null;
};

interface Stored {
  id: string;
  categories: string;
}

/** Both parameters and columns are texts in both databases, so that one statement fits them. */
const write = async (runner: QueryRunner, id: string, categories: readonly string[]): Promise<void> => {
  const list = categories.length > 0 ? JSON.stringify(categories) : null;
  await runner.query(`UPDATE "dataset" SET "health_categories" = $1 WHERE "id" = $2`, [list, id]);
};

/** Rewrites the lists of all datasets. @param each what becomes of an item of a list; null takes it out */
async function rewrite(
  runner: QueryRunner,
  each: (item: string, id: string) => Promise<string | null>,
): Promise<void> {
  const rewritten = async (list: readonly string[], id: string): Promise<string[]> => {
    const items = await Promise.all(list.map((item) => each(item, id)));
    return items.filter((item) => item !== null);
  };
  const rows = (await runner.query(
    `SELECT "id", "health_categories" AS categories FROM "dataset" WHERE "health_categories" IS NOT NULL`,
  )) as Stored[];
  for (const { id, categories } of rows)
    await write(runner, id, await rewritten(JSON.parse(categories) as string[], id));
  const stated = (await runner.query(
    `SELECT "subject_id", "origin", "stated_row" FROM "stated" WHERE "subject_id" LIKE 'datasets/%' AND "stated_row" LIKE '%health_categories%'`,
  )) as { subject_id: string; origin: string; stated_row: string }[];
  for (const { subject_id: id, origin, stated_row: written } of stated) {
    const row = JSON.parse(written) as Record<string, unknown>;
    if (typeof row.health_categories !== 'string') continue;
    const items = await rewritten(JSON.parse(row.health_categories) as string[], id);
    row.health_categories = items.length > 0 ? JSON.stringify(items) : null;
    await runner.query(`UPDATE "stated" SET "stated_row" = $1 WHERE "subject_id" = $2 AND "origin" = $3`, [
      JSON.stringify(row),
      id,
      origin,
    ]);
  }
  // Whoever keeps what was read before sees that it is another version.
  if (rows.length > 0) await runner.query(`UPDATE "data_version" SET "version" = "version" + 1`);
}

export class CodesForHealthCategories1796048300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const told = new Set<string>();
    await rewrite(runner, async (iri, id) => {
      const code = codeOf(iri);
      if (code === null && !told.has(`${id} ${iri}`)) {
        told.add(`${id} ${iri}`);
        await runner.query(
          `INSERT INTO "upgrade_report" VALUES ('CodesForHealthCategories1796048300000', $1, 'healthCategories', 'TAKEN_OUT', $2, NULL)`,
          [id, iri],
        );
      }
      return code;
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, (code) => Promise.resolve(iris + code));
  }
}
