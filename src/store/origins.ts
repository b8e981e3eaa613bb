/** The records that each origin states, read and written within one transaction. */
import { In, IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Import, Origin } from '../resource/origin';
import { importTable, originTable, statedTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { batches } from './batches';

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
    const found = new Map<string, string>();
    for (const batch of batches(keys)) {
      const rows = await this.manager.find<Row>(statedTable.name, {
        select: { subject_id: true, origin: true, digest: true },
        where: { origin, subject_id: In([...batch]) },
      });
      for (const row of rows) found.set(row.subject_id as string, row.digest as string);
    }
    return found;
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
    return this.stated({}, keys);
  }

  /** The statements of all other origins on these keys, by key. Keys without any are absent. */
  others(origin: string, keys: readonly string[]): Promise<Map<string, Stated[]>> {
    return this.stated({ origin: Not(origin) }, keys);
  }

  private async stated(
    condition: FindOptionsWhere<Row>,
    keys: readonly string[],
  ): Promise<Map<string, Stated[]>> {
    const found = new Map<string, Stated[]>();
    for (const batch of batches(keys)) {
      const where = { ...condition, subject_id: In([...batch]) };
      for (const each of (await this.manager.find<Row>(statedTable.name, { where })).map(statedOf)) {
        const group = found.get(each.subject);
        if (group) group.push(each);
        else found.set(each.subject, [each]);
      }
    }
    return found;
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
    for (const batch of batches(stated)) {
      const rows = batch.map(({ subject, origin, digest, importVersion, row }) => ({
        subject_id: subject,
        origin,
        digest,
        import_version: importVersion,
        stated_row: row && JSON.stringify(row),
      }));
      await this.manager.upsert<Row>(statedTable.name, rows, ['subject_id', 'origin']);
    }
  }

  /** Records an import that has changed something. */
  async record({ version, origin, startedAt, finishedAt, counts }: Import): Promise<void> {
    const times = { started_at: startedAt, finished_at: finishedAt };
    await this.manager.insert<Row>(importTable.name, { version, origin, ...times, ...counts });
  }
}

const statedOf = (row: Row): Stated => ({
  subject: row.subject_id as string,
  origin: row.origin as string,
  digest: row.digest as string,
  importVersion: row.import_version as number | null,
  row: typeof row.stated_row === 'string' ? (JSON.parse(row.stated_row) as Row) : null,
});
