/** Renames the dates of links, other names and periods to `startsOn` and `endsOn`, as records have them. The views of links are derived again at the start. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './sql-migration';

type Dates = readonly [start: string, end: string];
const before: Dates = ['valid_from', 'valid_until'];
const after: Dates = ['starts_on', 'ends_on'];

const links = ['participation', 'involvement', 'usage', 'award', 'provision', 'conformance', 'relation'];
const named = [
  ...['institution', 'infrastructure', 'funding_period', 'project', 'dataset', 'distribution', 'service'],
  ...['standard', 'external_source', 'contact', 'strategic_goal', 'research_category'],
];

const indices = (table: string, column: string) => [
  { name: `ix_${table}_${column}_id`, on: `"${column}", "id"` },
  { name: `ix_${table}_${column}_id_desc`, on: `"${column}" DESC NULLS LAST, "id"` },
];

const renamed = (from: Dates, to: Dates): string[] =>
  links.flatMap((table) =>
    from.flatMap((column, index) => {
      const other = to[index] ?? '';
      return [
        ...indices(table, column).map(({ name }) => `DROP INDEX "${name}"`),
        `ALTER TABLE "${table}" RENAME COLUMN "${column}" TO "${other}"`,
        `ALTER TABLE "${table}" RENAME COLUMN "${column}_precision" TO "${other}_precision"`,
        ...indices(table, other).map(({ name, on }) => `CREATE INDEX "${name}" ON "${table}" (${on})`),
      ];
    }),
  );

const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The same within the JSON of other names, and in the properties to which evidence refers. */
const rewritten = (from: Dates, to: Dates): string[] =>
  from.flatMap((column, index) => {
    const [key, other] = [camelCase(column), camelCase(to[index] ?? '')];
    const ofLinks = links.map((table) => `SELECT "id" FROM "${table}"`).join(' UNION ALL ');
    return [
      ...named.map(
        (table) =>
          `UPDATE "${table}" SET "other_names" = replace("other_names", '"${key}":', '"${other}":') WHERE "other_names" LIKE '%"${key}":%'`,
      ),
      `UPDATE "evidence" SET "property" = '${other}' WHERE "property" = '${key}' AND "subject_id" IN (${ofLinks})`,
    ];
  });

const inDatasets = (from: readonly string[], to: readonly string[]): string[] =>
  from.map(
    (part, index) =>
      `ALTER TABLE "dataset" RENAME COLUMN "temporal_coverage_${part}" TO "temporal_coverage_${to[index] ?? ''}"`,
  );

/** On PostgreSQL the columns of the views are renamed, since dropping a view would drop the rights to it. */
function inViews({ connection }: QueryRunner, from: Dates, to: Dates): string[] {
  const views = ['link_end', 'link'];
  if (connection.options.type !== 'postgres') return views.map((view) => `DROP VIEW IF EXISTS "${view}"`);
  return views.flatMap((view) =>
    from.map(
      (column, index) => `ALTER VIEW IF EXISTS "${view}" RENAME COLUMN "${column}" TO "${to[index] ?? ''}"`,
    ),
  );
}

const everywhere = (runner: QueryRunner, from: Dates, to: Dates): Promise<void> =>
  runAll(runner, [...inViews(runner, from, to), ...renamed(from, to), ...rewritten(from, to)]);

export class OneWordForDates1795978000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await everywhere(runner, before, after);
    await runAll(runner, inDatasets(['from', 'until'], after));
  }

  async down(runner: QueryRunner): Promise<void> {
    await everywhere(runner, after, before);
    await runAll(runner, inDatasets(after, ['from', 'until']));
  }
}
