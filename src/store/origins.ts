/** Which import brought in what, as one transaction reads and writes it. */
import { In, type EntityManager } from 'typeorm';
import { originTable, withdrawnTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { batches } from './batches';

export class Origins {
  constructor(private readonly manager: EntityManager) {}

  /** Which import brought in each of the keys, as far as one did. */
  async of(keys: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const batch of batches(keys)) {
      const rows = await this.manager.find<Row>(originTable.name, { where: { subject_id: In([...batch]) } });
      for (const row of rows) found.set(row.subject_id as string, row.name as string);
    }
    return found;
  }

  /** The keys of all that an import brought in. */
  async broughtInBy(origin: string): Promise<string[]> {
    const where = { name: origin };
    const rows = await this.manager.find<Row>(originTable.name, { where, order: { subject_id: 'ASC' } });
    return rows.map((row) => row.subject_id as string);
  }

  /** Notes that an import brought these keys in; what was withdrawn before is back. */
  async bringIn(origin: string, keys: readonly string[]): Promise<void> {
    for (const batch of batches(keys)) {
      const rows = batch.map((key) => ({ subject_id: key, name: origin }));
      await this.manager.upsert<Row>(originTable.name, rows, ['subject_id']);
      await this.manager.delete<Row>(withdrawnTable.name, { id: In([...batch]) });
    }
  }
}
