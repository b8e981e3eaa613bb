/** Walks over all records of a class in the order of their keys, with constant memory. */
import sql, { empty, raw } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import type { WholeRecord } from '../../resource/whole-record';
import type { Source } from '../source';
import { readNext } from '../records';
import { literal, name, type Reader } from '../sql';
import type { WalkedRange } from './walked-range';
import { madeWhole, type AskedWhole } from '../whole-records';
import { isWholeAlone, wholeAlone } from './alone';

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

/** Rows that are read at once where nothing else is read for them, in batches. */
const rowsOfBatches = 10;

/** All whole records of a class in batches. The next batch is read while the caller works on the one before. */
export function walkWholeRecords(
  source: Source,
  description: Description,
  { size, ...asked }: Walk,
): AsyncGenerator<WholeRecord[]> {
  return isWholeAlone(source.registry, description, asked)
    ? walkAlone(source, description, size)
    : walkAround(source, description, size, asked);
}

async function* walkAround(
  source: Source,
  description: Description,
  size: number,
  asked: AskedWhole,
): AsyncGenerator<WholeRecord[]> {
  const nextFilled: WalkedRange['nextFilled'] = new Map();
  const next = async (after: string | null) => {
    const { rows, recordOf } = await readNext(source.reader, description, { first: size, after });
    const records = rows.map(recordOf);
    const [from, to] = [records[0]?.key, records.at(-1)?.key];
    return from !== undefined && to !== undefined
      ? madeWhole(source, records, asked, { from, to, nextFilled })
      : [];
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

/** Reads the rows of many batches, and makes their records batch by batch, so that these are gone before they cost time. */
async function* walkAlone(
  source: Source,
  description: Description,
  size: number,
): AsyncGenerator<WholeRecord[]> {
  const first = size * rowsOfBatches;
  const next = (after: string | null) => readNext(source.reader, description, { first, after });
  let following: ReturnType<typeof next> | null = next(null);
  while (following) {
    const { rows, recordOf }: Awaited<ReturnType<typeof next>> = await following;
    const last = rows.at(-1);
    following = last && rows.length === first ? next(recordOf(last).key) : null;
    following?.catch(() => undefined);
    for (let from = 0; from < rows.length; from += size)
      yield rows.slice(from, from + size).map((row) => wholeAlone(description, recordOf(row)));
  }
}
