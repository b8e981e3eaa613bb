/** The keys of all records of a class, in their order, with the time of their last change: for sitemaps and other lists of everything. */
import sql, { empty, raw } from 'sql-template-tag';
import { columnOf } from '../resource/columns';
import { attributeOf, type Description } from '../resource/description';
import type { Cancellation } from './cancellation';
import { table } from './relation';
import { literal, type Reader } from './sql';

/** A record by its key. */
export interface ChangedKey {
  readonly key: string;
  /** Null for sources, of which no time is recorded. */
  readonly modifiedAt: string | null;
}

const batchSize = 1_000;

/**
 * Reads keys in batches, so that memory does not grow with the class.
 * @param part from which record on, and how many
 */
export async function* readKeys(
  reader: Reader,
  description: Description,
  { skip, most }: { skip: number; most: number },
  cancellation: Cancellation,
): AsyncGenerator<readonly ChangedKey[]> {
  const modified = attributeOf(description, 'modifiedAt');
  const columns = modified ? raw(`t.id, t."${columnOf(modified)}" AS modified_at`) : raw('t.id');
  let last: string | null = null;
  for (let left = most; left > 0;) {
    const size = Math.min(left, batchSize);
    const after: ReturnType<typeof raw> = last === null ? empty : sql`WHERE t.id > ${last}`;
    const offset = last === null && skip > 0 ? sql`OFFSET ${literal(skip)}` : empty;
    const rows = await reader.read(
      sql`SELECT ${columns} FROM ${table(description, 't')} ${after} ORDER BY t.id LIMIT ${literal(size)} ${offset}`,
      cancellation.signal,
    );
    const keys = rows.map((row): ChangedKey => ({
      key: row.id as string,
      modifiedAt: (row.modified_at as string | null | undefined) ?? null,
    }));
    if (keys.length > 0) yield keys;
    if (keys.length < size) return;
    last = keys.at(-1)?.key ?? null;
    left -= keys.length;
  }
}
