/** The records that each origin states, read and written within one transaction. */
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Import, Origin } from '../resource/origin';
import { importTable, originTable, statedTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { batches, keysAtOnce } from './batches';
import { dialectOf } from './driver';
import { amongKeys, keysParameter } from './keys';
import { insertRows, putRows } from './row-sets';

/** A record as one origin states it. */
export interface Stated {
  subject: string;
  origin: string;
  /** Digest of everything that the origin states about the record. */
  digest: string;
  /** The version of the import that last changed it; null for data from before imports were recorded. */
  importVersion: number | null;
  /** The stated columns of the record; null if no other origin states it, as the record itself then has them. */
  row: Row | null;
}

/** Of which origins the statements are read. */
interface Narrowed {
  condition?: string;
  origin?: string;
}

export class Origins {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Adds an origin, or updates its kind and rank.
   * @returns whether an existing one was changed
   */
  async declare({ name, kind, rank }: Origin): Promise<boolean> {
    const known = await this.manager.findOne<Row>(originTable.name, { where: { name } });
    if (known?.kind === kind && known.rank === rank) return false;
    await this.manager.upsert<Row>(originTable.name, [{ name, kind, rank }], ['name']);
    return known !== null;
  }

  /** Compares by the rank of the origin, then by its name. The first one has priority. */
  async order(): Promise<(one: Stated, other: Stated) => number> {
    const rows = await this.manager.find<Row>(originTable.name);
    const ranks = new Map(rows.map(({ name, rank }) => [name, rank as number]));
    const rankOf = ({ origin }: Stated): number => ranks.get(origin) ?? Infinity;
    return (one, other) => rankOf(one) - rankOf(other) || (one.origin < other.origin ? -1 : 1);
  }

  /** The digests of the records that an origin states among these keys. */
  async digests(origin: string, keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.read('subject_id, digest', keys, { condition: 'AND origin = $2', origin });
    return new Map(rows.map((row) => [row.subject_id as string, row.digest as string]));
  }

  /** The digests of all records that an origin states, by key. */
  async allDigests(origin: string): Promise<Map<string, string>> {
    const rows = await this.manager.query<{ subject_id: string; digest: string }[]>(
      `SELECT subject_id, digest FROM ${statedTable.name} WHERE origin = $1`,
      [origin],
    );
    return new Map(rows.map((row) => [row.subject_id, row.digest]));
  }

  /** The sorted keys of all records that an origin states. */
  async keysOf(origin: string): Promise<string[]> {
    const rows = await this.manager.find<Row>(statedTable.name, {
      select: { subject_id: true, origin: true },
      where: { origin },
      order: { subject_id: 'ASC' },
    });
    return rows.map((row) => row.subject_id as string);
  }

  /** The statements of all origins on these keys, by key. */
  of(keys: readonly string[]): Promise<Map<string, Stated[]>> {
    return this.stated(keys, {});
  }

  /** The statements of all other origins on these keys, by key. Keys without any are absent. */
  others(origin: string, keys: readonly string[]): Promise<Map<string, Stated[]>> {
    return this.stated(keys, { condition: 'AND origin <> $2', origin });
  }

  private async stated(keys: readonly string[], narrowed: Narrowed): Promise<Map<string, Stated[]>> {
    const found = new Map<string, Stated[]>();
    for (const row of await this.read('*', keys, narrowed)) {
      const each = statedOf(row);
      const group = found.get(each.subject);
      if (group) group.push(each);
      else found.set(each.subject, [each]);
    }
    return found;
  }

  private async read(
    columns: string,
    keys: readonly string[],
    { condition = '', origin }: Narrowed,
  ): Promise<Row[]> {
    const dialect = dialectOf(this.manager);
    const statement = `SELECT ${columns} FROM ${statedTable.name} WHERE ${amongKeys(dialect, 'subject_id')} ${condition}`;
    const rows: Row[] = [];
    for (const batch of batches(keys, keysAtOnce)) {
      const given = keysParameter(dialect, batch);
      const some = await this.manager.query<Row[]>(
        statement,
        origin === undefined ? [given] : [given, origin],
      );
      for (const row of some) rows.push(row);
    }
    return rows;
  }

  /** The keys of all records that several origins state. */
  async sharedKeys(): Promise<string[]> {
    const rows = await this.manager.find<Row>(statedTable.name, {
      select: { subject_id: true, origin: true },
      where: { stated_row: Not(IsNull()) },
    });
    return [...new Set(rows.map((row) => row.subject_id as string))];
  }

  /** Inserts or overwrites statements. */
  async put(stated: readonly Stated[]): Promise<void> {
    const rows = stated.map(({ subject, origin, digest, importVersion, row }) => ({
      subject_id: subject,
      origin,
      digest,
      import_version: importVersion,
      stated_row: row && JSON.stringify(row),
    }));
    await putRows(this.manager, statedTable, rows);
  }

  /** Records an import that has changed something. */
  async record({ version, origin, startedAt, finishedAt, counts }: Import): Promise<void> {
    const times = { started_at: startedAt, finished_at: finishedAt };
    await insertRows(this.manager, importTable, [{ version, origin, ...times, ...counts }]);
  }
}

const statedOf = (row: Row): Stated => ({
  subject: row.subject_id as string,
  origin: row.origin as string,
  digest: row.digest as string,
  importVersion: row.import_version as number | null,
  row: typeof row.stated_row === 'string' ? (JSON.parse(row.stated_row) as Row) : null,
});

/** What is stated by other origins than one; records without any are absent. */
export function othersThan(
  origin: string,
  stated: ReadonlyMap<string, readonly Stated[]>,
): Map<string, Stated[]> {
  const found = new Map<string, Stated[]>();
  for (const [key, all] of stated) {
    const others = all.filter((each) => each.origin !== origin);
    if (others.length > 0) found.set(key, others);
  }
  return found;
}
