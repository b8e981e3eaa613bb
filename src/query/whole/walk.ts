/** Walks over all records of a class in the order of their keys, with constant memory. */
import sql, { empty, raw } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import type { WholeRecord } from '../../resource/whole-record';
import type { Source } from '../source';
import { readNext } from '../records';
import { literal, name, type Reader } from '../sql';
import { madeWhole, type AskedWhole } from '../whole-records';

/** The next keys of a class. */
export async function readKeys(
  reader: Reader,
  description: Description,
  { first, after }: { first: number; after?: string | null },
): Promise<string[]> {
  const beyond = after == null ? empty : sql` WHERE t.id > ${after}`;
  const rows = await reader.read(
    sql`SELECT t.id FROM ${name(tableOf(description))} t${beyond} ORDER BY ${raw('t.id')} LIMIT ${literal(first)}`,
  );
  return rows.map((row) => row.id as string);
}

/** How records are walked over. */
export interface Walk extends AskedWhole {
  /** Records in a batch. */
  size: number;
}

/** All whole records of a class in batches. The next batch is read while the caller works on the one before. */
export async function* walkWholeRecords(
  source: Source,
  description: Description,
  { size, ...asked }: Walk,
): AsyncGenerator<WholeRecord[]> {
  const next = async (after: string | null) => {
    const records = await readNext(source.reader, description, { first: size, after });
    const [from, to] = [records[0]?.key, records.at(-1)?.key];
    return from !== undefined && to !== undefined ? madeWhole(source, records, asked, { from, to }) : [];
  };
  let batch = await next(null);
  while (batch.length > 0) {
    const last = batch.at(-1)?.record.key ?? null;
    const following = batch.length < size ? null : next(last);
    // It is awaited below; until then, nobody else would handle its error.
    following?.catch(() => undefined);
    yield batch;
    if (!following) return;
    batch = await following;
  }
}
