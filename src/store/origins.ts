/** Which origin states what, as one transaction reads and writes it. */
import { In, IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Import, Origin } from '../resource/origin';
import { importTable, originTable, statedTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { batches } from './batches';

/** That an origin states a record. */
export interface Stated {
  subject: string;
  origin: string;
  /** Digest of all that it says of the record. */
  digest: string;
  /** The version of the import that last changed that; null where that was before imports were recorded. */
  importVersion: number | null;
  /** What it says, as columns of the record; null where no other origin states the record, which then is what it says. */
  row: Row | null;
}

export class Origins {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Makes an origin known, or changes its kind and rank.
   * @returns whether it was known and is another one now.
   */
  async declare({ name, kind, rank }: Origin): Promise<boolean> {
    const known = await this.manager.findOne<Row>(originTable.name, { where: { name } });
    if (known?.kind === kind && known.rank === rank) return false;
    await this.manager.upsert<Row>(originTable.name, [{ name, kind, rank }], ['name']);
    return known !== null;
  }

  /** Compares by rank, then by name: what comes first is believed first. */
  async order(): Promise<(one: Stated, other: Stated) => number> {
    const rows = await this.manager.find<Row>(originTable.name);
    const ranks = new Map(rows.map(({ name, rank }) => [name, rank as number]));
    const rankOf = ({ origin }: Stated): number => ranks.get(origin) ?? Infinity;
    return (one, other) => rankOf(one) - rankOf(other) || (one.origin < other.origin ? -1 : 1);
  }

  /** The digests of what an origin says of the keys, as far as it states them. */
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

  /** The keys of all that an origin states, in order. */
  async keysOf(origin: string): Promise<string[]> {
    const rows = await this.manager.find<Row>(statedTable.name, {
      select: { subject_id: true, origin: true },
      where: { origin },
      order: { subject_id: 'ASC' },
    });
    return rows.map((row) => row.subject_id as string);
  }

  /** What all origins state of the keys, by key. */
  of(keys: readonly string[]): Promise<Map<string, Stated[]>> {
    return this.stated({}, keys);
  }

  /** What other origins than this one state of the keys, by key; a key that no other one states is not among them. */
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

  /** Writes that origins state records, in place of what was there of them. */
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

  /** Notes an import that has changed something. */
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
