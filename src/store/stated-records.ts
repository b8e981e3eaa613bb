/**
 * Writes what one origin states of records, and leaves alone what others state of the same ones.
 *
 * A record that one origin states is what that one says. As soon as a second one states it, what each says is kept beside it, and it shows
 * of each field what the first of them says, in the order of their ranks; when only one is left, it is what that one says.
 */
import { createHash } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { tableOf } from '../resource/columns';
import { attributeOf, isTimed, type Description } from '../resource/description';
import { evidenceTable, identifierTable, statedTable, withdrawnTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { batches } from './batches';
import { dialectOf } from './driver';
import { amongKeys, keysParameter } from './keys';
import { mergedRow, statedRow } from './merged-row';
import { Origins, othersThan, type Stated } from './origins';
import { deleteStatements, replaceStatements, type Subject } from './replace-statements';
import { putRows } from './row-sets';

/** What an import states of one record or link. */
export interface StatedRecord extends Subject {
  /** The columns, without the time of the change and the digest. */
  row: Row;
  /** Digest of all of this. */
  digest: string;
}

/** Which import writes, by its origin and the version that it makes, and when. */
export interface Importing {
  origin: string;
  version: number;
  at: string;
}

/** How records themselves are written and taken away. */
export interface RecordTables {
  /** Inserts rows, or overwrites those with the same key. */
  save(description: Description, rows: readonly Row[]): Promise<void>;
  remove(description: Description, keys: readonly string[]): Promise<void>;
}

export class StatedRecords {
  private readonly origins: Origins;
  /** Whether any record is noted as withdrawn. */
  private withdrawn: Promise<boolean> | null = null;

  constructor(
    private readonly manager: EntityManager,
    private readonly tables: RecordTables,
  ) {
    this.origins = new Origins(manager);
  }

  /** Puts what an import states in place of what its origin stated of the same records before. */
  async state(
    description: Description,
    records: readonly StatedRecord[],
    { origin, version, at }: Importing,
  ): Promise<void> {
    for (const batch of batches(records)) {
      const keys = batch.map(({ key }) => key);
      const before = await this.origins.of(keys);
      const others = await this.keptApart(description, othersThan(origin, before));
      const stated = batch.map(({ key, row, digest }) => ({
        subject: key,
        origin,
        digest,
        importVersion: version,
        row: others.has(key) ? row : null,
      }));
      await this.origins.put(stated);
      await this.noteStatedAgain(keys);
      // Before the records, as these are indexed for the search with what is stated about them.
      const isStated = (key: string) => before.get(key)?.some((each) => each.origin === origin) ?? false;
      await replaceStatements(this.manager, batch, { origin, version }, isStated);
      const alone = batch.filter(({ key }) => !others.has(key));
      const rows = alone.map(({ row, digest }) => ({ ...row, digest }));
      await this.save(description, rows, at);
      const shared = stated.flatMap((own) => {
        const those = others.get(own.subject);
        return those ? [[own, ...those]] : [];
      });
      await this.show(description, shared, at);
    }
  }

  /** Takes back that an origin states records; those that nobody else states are gone, and it is noted what they were. */
  async retract(
    description: Description,
    keys: readonly string[],
    { origin, at }: Pick<Importing, 'origin' | 'at'>,
  ): Promise<void> {
    for (const batch of batches(keys)) {
      const others = await this.origins.others(origin, batch);
      const alone = batch.filter((key) => !others.has(key));
      await this.noteWithdrawn(description, alone, at);
      for (const { name } of [identifierTable, evidenceTable, statedTable])
        await deleteStatements(this.manager, name, origin, batch);
      await this.tables.remove(description, alone);
      await this.show(description, [...others.values()], at);
    }
  }

  /** Shows anew what several origins state of these records, after the order of the origins has changed. */
  async showAnew(description: Description, keys: readonly string[], at: string): Promise<void> {
    for (const batch of batches(keys)) {
      const stated = await this.origins.of(batch);
      await this.show(description, [...stated.values()], at);
    }
  }

  /** Of records that one origin alone stated so far, what it says is kept apart from now on. */
  private async keptApart(
    description: Description,
    stated: Map<string, Stated[]>,
  ): Promise<Map<string, Stated[]>> {
    const whole = [...stated.values()].flat().filter(({ row }) => row === null);
    if (whole.length === 0) return stated;
    const rows = await this.manager.find<Row>(tableOf(description), {
      where: { id: In(whole.map(({ subject }) => subject)) },
    });
    const byKey = new Map(rows.map((row) => [row.id, statedRow(description, row)]));
    for (const each of whole) each.row = byKey.get(each.subject) ?? null;
    await this.origins.put(whole);
    return stated;
  }

  /** Writes the records that follow from what is stated of each. */
  private async show(
    description: Description,
    records: readonly (readonly Stated[])[],
    at: string,
  ): Promise<void> {
    if (records.length === 0) return;
    const order = await this.origins.order();
    const rows: Row[] = [];
    const single: Stated[] = [];
    for (const stated of records) {
      const inOrder = stated.toSorted(order);
      const [first, ...others] = inOrder;
      const statedRows = inOrder.flatMap(({ row }): Row[] => (row ? [row] : []));
      if (!first || statedRows.length === 0) continue;
      const digest = others.length === 0 ? first.digest : digestOfAll(inOrder);
      rows.push({ ...mergedRow(description, statedRows), digest });
      if (others.length === 0) single.push({ ...first, row: null });
    }
    await this.origins.put(single);
    await this.save(description, rows, at);
  }

  private save(description: Description, rows: readonly Row[], at: string): Promise<void> {
    const changes = description.attributes.some(({ derived }) => derived);
    const timed = isTimed(description);
    for (const row of rows) {
      if (changes) row.modified_at = at;
      // What the derivation of times comes to for nearly all, so that it need not write them a second time.
      if (timed) row.bounded = Number(row.starts_on != null && row.ends_on != null);
    }
    return this.tables.save(description, rows);
  }

  private async noteWithdrawn(
    description: Description,
    keys: readonly string[],
    withdrawnAt: string,
  ): Promise<void> {
    if (keys.length === 0) return;
    const isNamed = attributeOf(description, 'name')?.kind.holds === 'wordings';
    const rows = await this.manager.find<Row>(tableOf(description), {
      select: { id: true, ...(isNamed && { name: true }) },
      where: { id: In([...keys]) },
    });
    const were = rows.map(({ id, name = null }) => ({
      id,
      type: description.type,
      names: name,
      withdrawn_at: withdrawnAt,
    }));
    await putRows(this.manager, withdrawnTable, were);
    this.withdrawn = Promise.resolve(true);
  }

  /** Records that are stated again are no longer noted as withdrawn. */
  private async noteStatedAgain(keys: readonly string[]): Promise<void> {
    this.withdrawn ??= this.manager.existsBy<Row>(withdrawnTable.name, {});
    if (!(await this.withdrawn)) return;
    const dialect = dialectOf(this.manager);
    const given = keysParameter(dialect, keys);
    await this.manager.query(`DELETE FROM ${withdrawnTable.name} WHERE ${amongKeys(dialect, 'id')}`, [given]);
  }
}

const digestOfAll = (stated: readonly Stated[]): string =>
  createHash('sha256')
    .update(JSON.stringify(stated.map(({ origin, digest }) => [origin, digest])))
    .digest('base64url');
