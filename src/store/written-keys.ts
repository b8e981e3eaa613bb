/** The keys of what a transaction writes, and of what depends on it only by what was there before. */
import { In, type EntityManager } from 'typeorm';
import { endColumns, referenceColumn, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import type { Row } from '../resource/values';
import { batches } from './batches';
import type { Dialect } from './driver';
import { amongKeys, keysParameter } from './keys';

export class WrittenKeys {
  /** Keys of the records that were written, and of the ends of removed links. */
  readonly written = new Set<string>();
  /** Keys of records of which a part was removed or moved to another record, or whose derived attributes are derived anew. */
  readonly changedParts = new Set<string>();

  constructor(
    private readonly manager: EntityManager,
    private readonly dialect: Dialect,
    /** Whether references of records are noted before they change. */
    private readonly parts: boolean,
  ) {}

  /** Notes rows that are about to be saved. */
  async saving(description: Description, rows: readonly Row[]): Promise<void> {
    const keys = rows.map(({ id }) => id as string);
    for (const key of keys) this.written.add(key);
    await this.noteReferences(description, keys);
  }

  /** Notes records that are about to be removed. */
  async removing(description: Description, keys: readonly string[]): Promise<void> {
    if (description.kind === 'link')
      for (const batch of batches(keys)) {
        const rows = await this.manager.find<Row>(tableOf(description), { where: { id: In([...batch]) } });
        for (const row of rows) for (const end of endColumns) this.written.add(row[end] as string);
      }
    await this.noteReferences(description, keys);
  }

  private async noteReferences(description: Description, keys: readonly string[]): Promise<void> {
    const columns = description.references.map(referenceColumn);
    if (!this.parts || columns.length === 0) return;
    const read = columns.map((column) => `"${column}"`).join(', ');
    for (const batch of batches(keys)) {
      const rows = await this.manager.query<Row[]>(
        `SELECT ${read} FROM "${tableOf(description)}" WHERE ${amongKeys(this.dialect, '"id"')}`,
        [keysParameter(this.dialect, batch)],
      );
      for (const row of rows)
        for (const key of Object.values(row)) if (key !== null) this.changedParts.add(key as string);
    }
  }
}
