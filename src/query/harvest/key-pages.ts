/** The keys of all records of a class, page by page, in an order that no write changes. */
import sql, { empty, type Sql } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { allOf, literal, name, type Reader } from '../sql';

/** A page of keys. */
export interface KeyPage {
  readonly keys: readonly string[];
  /** The number of all records. */
  readonly total: number;
  /** Whether records follow. */
  readonly hasNext: boolean;
}

export interface KeyPageRequest {
  /** Number of the page, beginning with 1. */
  readonly page: number;
  readonly size: number;
  /**
   * The key after which the page begins. Pages by number alone shift when a record is added or withdrawn before them; pages that begin
   * after the last key of the one before neither lose a record nor repeat one.
   */
  readonly after: string | null;
  /** A further condition on the records, which have the alias `t`. */
  readonly where: Sql | null;
}

export async function readKeyPage(
  reader: Reader,
  of: Description,
  { page, size, after, where }: KeyPageRequest,
): Promise<KeyPage> {
  const conditions = where ? [where] : [];
  const table = sql`${name(tableOf(of))} t`;
  const [counted, rows] = await Promise.all([
    reader.read(sql`SELECT count(*) AS total FROM ${table} WHERE ${allOf(conditions)}`),
    reader.read(
      after === null
        ? sql`SELECT t.id FROM ${table} WHERE ${allOf(conditions)} ORDER BY t.id LIMIT ${literal(size + 1)} OFFSET ${literal((page - 1) * size)}`
        : sql`SELECT t.id FROM ${table} WHERE ${allOf([...conditions, sql`t.id > ${after}`])} ORDER BY t.id LIMIT ${literal(size + 1)}`,
    ),
  ]);
  const keys = rows.map(({ id }) => id as string);
  return { keys: keys.slice(0, size), total: Number(counted[0]?.total ?? 0), hasNext: keys.length > size };
}

/** All keys, in batches that are read when they are needed. */
export async function* readAllKeys(
  reader: Reader,
  of: Description,
  size: number,
): AsyncGenerator<readonly string[], void> {
  let after: string | null = null;
  for (;;) {
    const beyond: Sql = after === null ? empty : sql`WHERE t.id > ${after}`;
    const rows = await reader.read(
      sql`SELECT t.id FROM ${name(tableOf(of))} t ${beyond} ORDER BY t.id LIMIT ${literal(size)}`,
    );
    const keys = rows.map(({ id }) => id as string);
    if (keys.length > 0) yield keys;
    if (keys.length < size) return;
    after = keys.at(-1) ?? null;
  }
}
