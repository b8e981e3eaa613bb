/** Walks over all records of a class in the order of their keys, with constant memory. */
import sql, { raw } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import type { WholeRecord } from '../../resource/whole-record';
import type { Source } from '../source';
import { isInSpan, readNext, type KeySpan } from '../records';
import { literal, name, type Reader } from '../sql';
import type { WalkedRange } from './walked-range';
import { completeRecords, type WholeRecordOptions } from '../whole-records';
import { isSelfContained, selfContainedRecord } from './self-contained';

/** The next keys of a class. */
export async function readKeys(
  reader: Reader,
  description: Description,
  { first, after }: { first: number; after?: string | null },
): Promise<string[]> {
  const beyond = isInSpan({ after: after ?? null, upTo: null });
  const rows = await reader.read(
    sql`SELECT t.id FROM ${name(tableOf(description))} t${beyond} ORDER BY ${raw('t.id')} LIMIT ${literal(first)}`,
  );
  return rows.map((row) => row.id as string);
}

/** How many records there are next in a class, up to a number, and the key of the last of them; null if there are none. */
export async function countNext(
  reader: Reader,
  description: Description,
  { most, after }: { most: number; after: string | null },
): Promise<{ count: number; last: string } | null> {
  const next = sql`SELECT t.id FROM ${name(tableOf(description))} t${isInSpan({ after, upTo: null })} ORDER BY ${raw('t.id')} LIMIT ${literal(most)}`;
  const [row] = await reader.read(sql`SELECT count(*) AS count, max(n.id) AS last FROM (${next}) n`);
  return typeof row?.last === 'string' ? { count: Number(row.count), last: row.last } : null;
}

/** How records are walked over. */
export interface Walk extends WholeRecordOptions {
  /** Records in a batch. */
  size: number;
  /** Those that are walked over; without it, all of the class. */
  span?: KeySpan;
}

const everything: KeySpan = { after: null, upTo: null };

/** Batches that are read at once where nothing else is read for them: of more, the text would exceed the 128 KB that V8 has at hand. */
const rowsOfBatches = 5;

/** The whole records of a class in batches. The next batch is read while the caller works on the one before. */
export function walkWholeRecords(
  source: Source,
  description: Description,
  { size, span = everything, ...asked }: Walk,
): AsyncGenerator<WholeRecord[]> {
  const walked = { description, size, span };
  return isSelfContained(source.registry, description, asked)
    ? walkAlone(source, walked)
    : walkAround(source, walked, asked);
}

/** What is walked over, and in steps of how many records. */
interface Walked {
  description: Description;
  size: number;
  span: KeySpan;
}

async function* walkAround(
  source: Source,
  { description, size, span }: Walked,
  options: WholeRecordOptions,
): AsyncGenerator<WholeRecord[]> {
  const nextFilled: WalkedRange['nextFilled'] = new Map();
  const next = async (after: string | null) => {
    const { lists, recordOf } = await readNext(source.reader, description, { ...span, first: size, after });
    const records = lists.map(recordOf);
    const [from, to] = [records[0]?.key, records.at(-1)?.key];
    return from !== undefined && to !== undefined
      ? completeRecords(source, records, options, { from, to, nextFilled })
      : [];
  };
  let batch = await next(span.after);
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

/** Reads the values of many batches, and makes their records batch by batch, so that these are gone before they cost time. */
async function* walkAlone(
  source: Source,
  { description, size, span }: Walked,
): AsyncGenerator<WholeRecord[]> {
  const first = size * rowsOfBatches;
  const next = (after: string | null) => readNext(source.reader, description, { ...span, first, after });
  let following: ReturnType<typeof next> | null = next(span.after);
  while (following) {
    const { lists, recordOf }: Awaited<ReturnType<typeof next>> = await following;
    const last = lists.at(-1);
    following = last && lists.length === first ? next(recordOf(last).key) : null;
    following?.catch(() => undefined);
    for (let from = 0; from < lists.length; from += size)
      yield lists.slice(from, from + size).map((list) => selfContainedRecord(description, recordOf(list)));
  }
}
