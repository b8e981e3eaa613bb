/** The catalogue as a whole: number of records, sources, and time of the last change. */
import sql, { join, type Sql } from 'sql-template-tag';
import { endColumn, tableOf } from '../resource/columns';
import { describe, otherSide, type Description, type Side } from '../resource/description';
import type { Registry } from '../resource/registry';
import { versionTable } from '../resource/statements';
import { table } from './relation';
import { column, isOfClass, name, type Reader } from './sql';

/** The number of records of a class. */
export interface ClassCount {
  description: Description;
  count: number;
}

/** Counts the records of every class, in one statement. */
export async function countClasses(reader: Reader, registry: Registry): Promise<ClassCount[]> {
  const classes = registry.all;
  const counts = classes.map(
    (description) =>
      sql`SELECT ${description.type} AS type, count(*) AS total FROM ${name(tableOf(description))}`,
  );
  const rows = await reader.read(join(counts, ' UNION ALL '));
  const byType = new Map(rows.map((row) => [row.type, Number(row.total)]));
  return classes.map((description) => ({ description, count: byType.get(description.type) ?? 0 }));
}

/** The number of links through which a list of a class leads. */
export interface LinkCount {
  /** The list, such as `Service.infrastructures`. */
  list: string;
  count: number;
}

/** Counts the links of every list that leads over links, by ranges of an index, in one statement. */
export async function countLinks(reader: Reader, registry: Registry): Promise<LinkCount[]> {
  const lists = registry.resources.flatMap((owner) =>
    owner.lists.flatMap((list) => {
      if (list.kind === 'inverse') return [];
      const link = describe(list.link());
      const far = list.kind === 'through' && list.to ? describe(list.to()) : null;
      const ranges = [
        rangeOf(link, list.as, owner),
        ...(far ? [rangeOf(link, otherSide(list.as), far)] : []),
      ];
      return [{ name: `${owner.type}.${list.name}`, ranges }];
    }),
  );
  const ranges = new Map(lists.flatMap(({ ranges }) => ranges).map((range) => [range.text, range]));
  const rows = await reader.read(
    join(
      [...ranges.values()].map(({ text, counted }) => sql`SELECT ${text} AS links, ${counted} AS total`),
      ' UNION ALL ',
    ),
  );
  const totals = new Map(rows.map((row) => [row.links, Number(row.total)]));
  return lists.map(({ name, ranges }) => ({
    list: name,
    count: Math.min(...ranges.map(({ text }) => totals.get(text) ?? 0)),
  }));
}

/** The links of a type that have a record of a class at one end. */
function rangeOf(link: Description, side: Side, of: Description): { text: string; counted: Sql } {
  const from = sql`FROM ${table(link, 't')} WHERE ${isOfClass(column('t', endColumn(side)), of)}`;
  return { text: `${link.type} ${side} ${of.type}`, counted: sql`(SELECT count(*) ${from})` };
}

/** The version of the data (0 if the database was never filled), and the time of the last write. */
export interface DataVersion {
  readonly version: number;
  readonly changedAt: string | null;
}

export async function dataVersion(reader: Reader): Promise<DataVersion> {
  const [row] = await reader.read(
    sql`SELECT version, changed_at FROM ${name(versionTable.name)} WHERE id = 1`,
  );
  return {
    version: Number(row?.version ?? 0),
    changedAt: (row?.changed_at as string | null | undefined) ?? null,
  };
}
