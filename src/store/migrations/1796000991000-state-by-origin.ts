/**
 * Stores evidence, identifiers and digests by origin, adds the table of imports, and gives sources the columns for filters and orders.
 * Existing rows belong to the origin that brought their record in. Their import is unknown.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { collationKey } from '../../resource/text';
import { runAll } from './sql-migration';

const recordsOfThatTime = [
  'source',
  'institution',
  'infrastructure',
  'funding_period',
  'project',
  'contact',
  'external_source',
  'strategic_goal',
  'research_category',
  'dataset',
  'distribution',
  'service',
  'standard',
  'participation',
  'involvement',
  'usage',
  'award',
  'provision',
  'conformance',
  'relation',
];

const evidenceColumns =
  '"source_id", "property", "stated_value", "quotation", "confidence", "stated_on", "note", "complete"';

const evidenceFields = `
    "source_id" text NOT NULL,
    "property" text,
    "stated_value" text,
    "quotation" text,
    "confidence" text NOT NULL,
    "stated_on" text,
    "note" text,
    "complete" boolean`;

const evidenceIndices = [
  `CREATE INDEX "ix_evidence_source_id" ON "evidence" ("source_id")`,
  `CREATE INDEX "ix_evidence_subject_id_property_stated_value" ON "evidence" ("subject_id", "property", "stated_value") WHERE "stated_value" IS NOT NULL`,
];

const identifierIndex = `CREATE INDEX "ix_identifier_scheme_value" ON "identifier" ("scheme", "value")`;

// SQLite cannot change a primary key, so the rows are copied to another table while the table is created again.
const aside = (table: string) => [
  `CREATE TABLE "${table}_before" AS SELECT * FROM "${table}"`,
  `DROP TABLE "${table}"`,
];
const noMoreAside = (table: string) => `DROP TABLE "${table}_before"`;

const sourceFields = `
    "id" text NOT NULL,
    "slug" text NOT NULL,
    "title" text NOT NULL,
    "url" text,
    "publisher" text,
    "licence" text,
    "digest" text NOT NULL`;

const sourceKey = `CONSTRAINT "pk_source" PRIMARY KEY ("id")`;

const sourceColumns = '"id", "slug", "title", "url", "publisher", "licence", "digest"';

const folded = ['title', 'publisher', 'licence'];

const sourceIndices: Readonly<Record<string, string>> = {
  slug_id: `("slug", "id")`,
  slug_id_desc: `("slug" DESC NULLS LAST, "id")`,
  title_folded_id: `("title_folded", "id")`,
  title_folded_id_desc: `("title_folded" DESC NULLS LAST, "id")`,
  title_id: `("title", "id")`,
  publisher_folded_id: `("publisher_folded", "id")`,
  publisher_folded_id_desc: `("publisher_folded" DESC NULLS LAST, "id")`,
  publisher_id: `("publisher", "id")`,
  licence_id: `("licence", "id")`,
};

const before = [
  ...aside('origin'),
  ...aside('identifier'),
  ...aside('evidence'),
  ...aside('source'),
  `CREATE TABLE "source" (${sourceFields},
    "title_folded" text NOT NULL,
    "publisher_folded" text,
    "licence_folded" text,
    ${sourceKey}
  )`,
];

const up = [
  ...Object.entries(sourceIndices).map(
    ([name, columns]) => `CREATE INDEX "ix_source_${name}" ON "source" ${columns}`,
  ),
  `CREATE TABLE "origin" (
    "name" text NOT NULL,
    "kind" text NOT NULL,
    "rank" integer NOT NULL,
    CONSTRAINT "pk_origin" PRIMARY KEY ("name")
  )`,
  `INSERT INTO "origin" SELECT DISTINCT "name", 'SEEDS', 100 FROM "origin_before"`,
  `CREATE TABLE "import" (
    "version" integer NOT NULL,
    "origin" text NOT NULL,
    "started_at" text NOT NULL,
    "finished_at" text NOT NULL,
    "created" integer NOT NULL,
    "updated" integer NOT NULL,
    "unchanged" integer NOT NULL,
    "withdrawn" integer NOT NULL,
    CONSTRAINT "pk_import" PRIMARY KEY ("version")
  )`,
  `CREATE INDEX "ix_import_origin_version" ON "import" ("origin", "version")`,
  `CREATE TABLE "stated" (
    "subject_id" text NOT NULL,
    "origin" text NOT NULL,
    "digest" text NOT NULL,
    "import_version" integer,
    "stated_row" text,
    CONSTRAINT "pk_stated" PRIMARY KEY ("subject_id", "origin")
  )`,
  `CREATE INDEX "ix_stated_origin_subject_id" ON "stated" ("origin", "subject_id")`,
  ...recordsOfThatTime.map(
    (table) => `INSERT INTO "stated" ("subject_id", "origin", "digest")
      SELECT o."subject_id", o."name", t."digest" FROM "origin_before" o JOIN "${table}" t ON t."id" = o."subject_id"`,
  ),
  `CREATE TABLE "identifier" (
    "subject_id" text NOT NULL,
    "origin" text NOT NULL,
    "scheme" text NOT NULL,
    "value" text NOT NULL,
    CONSTRAINT "pk_identifier" PRIMARY KEY ("subject_id", "origin", "scheme", "value")
  )`,
  `INSERT INTO "identifier" SELECT i."subject_id", coalesce(o."name", 'seeds'), i."scheme", i."value"
    FROM "identifier_before" i LEFT JOIN "origin_before" o ON o."subject_id" = i."subject_id"`,
  identifierIndex,
  `CREATE TABLE "evidence" (
    "subject_id" text NOT NULL,
    "origin" text NOT NULL,
    "position" integer NOT NULL,${evidenceFields},
    "import_version" integer,
    CONSTRAINT "pk_evidence" PRIMARY KEY ("subject_id", "origin", "position"),
    CONSTRAINT "fk_evidence_source_id" FOREIGN KEY ("source_id") REFERENCES "source" ("id")
  )`,
  `INSERT INTO "evidence" ("subject_id", "origin", "position", ${evidenceColumns})
    SELECT e."subject_id", coalesce(o."name", 'seeds'), e."position", ${evidenceColumns}
    FROM "evidence_before" e LEFT JOIN "origin_before" o ON o."subject_id" = e."subject_id"`,
  ...evidenceIndices,
  `INSERT INTO "origin" SELECT DISTINCT "origin", 'SEEDS', 100 FROM "evidence" WHERE "origin" NOT IN (SELECT "name" FROM "origin")`,
  ...['origin', 'identifier', 'evidence', 'source'].map(noMoreAside),
];

/** A record that several origins state gets the first of them by name as its origin. */
const down = [
  ...aside('identifier'),
  ...aside('evidence'),
  ...aside('source'),
  `CREATE TABLE "source" (${sourceFields},
    ${sourceKey}
  )`,
  `INSERT INTO "source" (${sourceColumns}) SELECT ${sourceColumns} FROM "source_before"`,
  `DROP TABLE "origin"`,
  `CREATE TABLE "origin" (
    "subject_id" text NOT NULL,
    "name" text NOT NULL,
    CONSTRAINT "pk_origin" PRIMARY KEY ("subject_id")
  )`,
  `INSERT INTO "origin" SELECT "subject_id", min("origin") FROM "stated" GROUP BY "subject_id"`,
  `DROP TABLE "stated"`,
  `DROP TABLE "import"`,
  `CREATE TABLE "identifier" (
    "subject_id" text NOT NULL,
    "scheme" text NOT NULL,
    "value" text NOT NULL,
    CONSTRAINT "pk_identifier" PRIMARY KEY ("subject_id", "scheme", "value")
  )`,
  `INSERT INTO "identifier" SELECT DISTINCT "subject_id", "scheme", "value" FROM "identifier_before"`,
  identifierIndex,
  `CREATE TABLE "evidence" (
    "subject_id" text NOT NULL,
    "position" integer NOT NULL,${evidenceFields},
    CONSTRAINT "pk_evidence" PRIMARY KEY ("subject_id", "position"),
    CONSTRAINT "fk_evidence_source_id" FOREIGN KEY ("source_id") REFERENCES "source" ("id")
  )`,
  `INSERT INTO "evidence" ("subject_id", "position", ${evidenceColumns})
    SELECT "subject_id", row_number() OVER (PARTITION BY "subject_id" ORDER BY "origin", "position") - 1, ${evidenceColumns}
    FROM "evidence_before"`,
  ...evidenceIndices,
  ...['identifier', 'evidence', 'source'].map(noMoreAside),
];

async function insertSource(runner: QueryRunner, source: Record<string, string | null>): Promise<void> {
  const row: Record<string, string | null> = { ...source };
  for (const text of folded) row[`${text}_folded`] = source[text] == null ? null : collationKey(source[text]);
  const names = Object.keys(row).map((name) => `"${name}"`);
  const values = names.map((_, index) => `$${index + 1}`);
  await runner.query(
    `INSERT INTO "source" (${names.join(', ')}) VALUES (${values.join(', ')})`,
    Object.values(row),
  );
}

export class StateByOrigin1796000991000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, before);
    const sources = await runner.manager.query<Record<string, string | null>[]>(
      `SELECT ${sourceColumns} FROM "source_before"`,
    );
    for (const source of sources) await insertSource(runner, source);
    await runAll(runner, up);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, down);
  }
}
