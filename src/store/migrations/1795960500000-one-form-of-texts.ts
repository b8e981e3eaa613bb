/**
 * Normalizes existing texts and identifiers as new ones are; the table `upgrade_report` lists each change.
 *
 * The columns are listed in this migration, as the tables may change later. The form is that of the functions which intake and filters
 * use. If it changes, a later migration normalizes all texts again, so it does no harm if this one has already used the new form.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { canonicalIdentifier } from '../../resource/identifiers/identifiers';
import { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import { columnsOfThatTime, evidenceColumns, type TextColumn } from './one-form-of-texts/columns';
import { derivedFrom, normalised, type Change } from './one-form-of-texts/normalise';
import { runAll } from './sql-migration';

type Row = Record<string, unknown>;

/** Number of rows per batch. */
const batchSize = 1_000;

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const placeholders = (names: readonly string[], from = 1): string =>
  names.map((_, index) => `$${from + index}`).join(', ');

export class OneFormOfTexts1795960500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE "upgrade_report" (
        "migration" text NOT NULL,
        "subject_id" text NOT NULL,
        "field" text NOT NULL,
        "what" text NOT NULL,
        "before" text NOT NULL,
        "after" text
      )`,
    ]);
    const report = new Report(runner);
    for (const [table, columns] of Object.entries(columnsOfThatTime))
      await bringToForm(runner, { table, key: ['id'], columns }, report);
    const evidence = { table: 'evidence', key: ['subject_id', 'position'], columns: evidenceColumns };
    await bringToForm(runner, evidence, report);
    await spellIdentifiers(runner, report);
    // Caches of earlier reads become outdated.
    if (report.changed) await runner.query(`UPDATE "data_version" SET "version" = "version" + 1`);
  }

  /** The former texts are only in the report. Restore a backup to get them back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "upgrade_report"`);
  }
}

/** Records the changes. */
class Report {
  changed = false;

  constructor(private readonly runner: QueryRunner) {}

  async note(subject: string, { field, what, before, after }: Change): Promise<void> {
    await this.runner.query(
      `INSERT INTO "upgrade_report" VALUES (${placeholders(['', '', '', '', '', ''])})`,
      [OneFormOfTexts1795960500000.name, subject, field, what, before, after],
    );
  }
}

interface Texts {
  table: string;
  /** The columns of the primary key. The first one identifies the record. */
  key: readonly string[];
  columns: readonly TextColumn[];
}

async function bringToForm(
  runner: QueryRunner,
  { table, key, columns }: Texts,
  report: Report,
): Promise<void> {
  const read = [...key, ...columns.flatMap((column) => [column.name, ...derivedFrom(column)])];
  for await (const row of rowsOf(runner, table, key, read)) {
    const { row: fresh, changes } = normalised(columns, row);
    const prefix =
      key.length > 1
        ? `${table}.${key
            .slice(1)
            .map((column) => String(row[column]))
            .join('.')}.`
        : '';
    for (const change of changes)
      await report.note(row[key[0] ?? ''] as string, { ...change, field: prefix + change.field });
    const names = Object.keys(fresh);
    if (names.length === 0) continue;
    report.changed = true;
    const set = names.map((name, index) => `"${name}" = $${index + 1}`).join(', ');
    const where = key.map((column, index) => `"${column}" = $${names.length + index + 1}`).join(' AND ');
    await runner.query(`UPDATE "${table}" SET ${set} WHERE ${where}`, [
      ...Object.values(fresh),
      ...key.map((column) => row[column]),
    ]);
  }
}

/** Spells identifiers as their scheme does. If two identifiers of a record become equal, one of them is deleted. */
async function spellIdentifiers(runner: QueryRunner, report: Report): Promise<void> {
  const key = ['subject_id', 'scheme', 'value'];
  const respelt: { subject: string; scheme: string; before: string; after: string }[] = [];
  for await (const row of rowsOf(runner, 'identifier', key, key)) {
    const [subject, scheme, before] = key.map((column) => row[column] as string) as [string, string, string];
    const known = scheme in IdentifierScheme.concepts;
    const after = known ? canonicalIdentifier(scheme as IdentifierScheme, before) : before;
    if (after === null)
      await report.note(subject, { field: `identifiers.${scheme}`, what: 'LEFT', before, after });
    else if (after !== before) respelt.push({ subject, scheme, before, after });
  }
  const ofIt = `"subject_id" = $1 AND "scheme" = $2 AND "value" = $3`;
  for (const { subject, scheme, before, after } of respelt) {
    report.changed = true;
    const field = `identifiers.${scheme}`;
    const same = await runner.manager.query<unknown[]>(`SELECT 1 FROM "identifier" WHERE ${ofIt}`, [
      subject,
      scheme,
      after,
    ]);
    if (same.length > 0) {
      await runner.query(`DELETE FROM "identifier" WHERE ${ofIt}`, [subject, scheme, before]);
      await report.note(subject, { field, what: 'MERGED', before, after });
      continue;
    }
    // SQLite numbers parameters by their position and ignores their numbers.
    await runner.query(
      `UPDATE "identifier" SET "value" = $1 WHERE "subject_id" = $2 AND "scheme" = $3 AND "value" = $4`,
      [after, subject, scheme, before],
    );
    const others = await runner.manager.query<unknown[]>(
      `SELECT 1 FROM "identifier" WHERE "subject_id" <> $1 AND "scheme" = $2 AND "value" = $3`,
      [subject, scheme, after],
    );
    await report.note(subject, { field, what: others.length > 0 ? 'SHARED' : 'SPELLING', before, after });
  }
}

/** The rows of a table in the order of its key, in batches. */
async function* rowsOf(
  runner: QueryRunner,
  table: string,
  key: readonly string[],
  columns: readonly string[],
): AsyncGenerator<Row> {
  const head = `SELECT ${quoted(columns)} FROM "${table}"`;
  const tail = `ORDER BY ${quoted(key)} LIMIT ${batchSize}`;
  let last: Row | undefined;
  for (;;) {
    const beyond = last ? `WHERE (${quoted(key)}) > (${placeholders(key)})` : '';
    const rows = await runner.manager.query<Row[]>(
      `${head} ${beyond} ${tail}`,
      last ? key.map((column) => last?.[column]) : [],
    );
    yield* rows;
    if (rows.length < batchSize) return;
    last = rows.at(-1);
  }
}
