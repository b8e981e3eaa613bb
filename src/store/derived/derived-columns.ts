/** Keeps derived attributes (`Attribute.derivedBy`) in step with what they follow from, in the transaction that writes it. */
import type { EntityManager } from 'typeorm';
import { tableOf, valueColumns } from '../../resource/columns';
import {
  derivedAttributes,
  type Derivation,
  type DerivationReader,
  type DerivedValues,
} from '../../resource/derivation';
import type { Attribute, Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { writeValue, type Row } from '../../resource/values';
import { groupBy } from '../../maps';
import { pathOfKey } from '../../resource/identity';
import { batches, keysAtOnce } from '../batches';
import type { Dialect } from '../driver';
import { amongKeys, keysParameter } from '../keys';
import { Dependents } from './dependents';
import { forgetPending, notePending, readPending } from './pending';
import { updateColumns } from './update-columns';

/** Of more records, none is derived in the transaction that writes: they are left to `derivePending`. */
const mostAtOnce = 100;

export class DerivedColumns {
  private readonly reader: DerivationReader;

  constructor(
    private readonly manager: EntityManager,
    private readonly dialect: Dialect,
    private readonly registry: Registry,
    private readonly derivations: readonly Derivation[],
  ) {
    this.reader = { dialect, read: oneByOne(manager, dialect) };
  }

  /**
   * @param written keys of what was written, and of what a removed or moved record belonged to
   * @returns the classes of which a record changed
   */
  async derive(written: ReadonlySet<string>): Promise<Description[]> {
    const changed: Description[] = [];
    const dependents = new Dependents(this.manager, this.dialect, this.registry, written);
    for (const derivation of this.derivations) {
      const found = new Map<Description, ReadonlySet<string>>();
      for (const description of this.registry.resources)
        if (derivedAttributes(description, derivation).length > 0)
          found.set(description, await dependents.of(description, derivation.reach));
      const total = [...found.values()].reduce((sum, { size }) => sum + size, 0);
      for (const [description, keys] of found) {
        const isChanged =
          total > mostAtOnce
            ? await this.leave(derivation, description, keys)
            : await this.deriveAll(derivation, description, [...keys]);
        if (isChanged) changed.push(description);
      }
    }
    return changed;
  }

  /** Derives some of what was left. @param most so many records of each derivation */
  async derivePending(most: number): Promise<{ changed: Description[]; left: boolean }> {
    const changed: Description[] = [];
    let left = false;
    for (const derivation of this.derivations) {
      const keys = await readPending(this.manager, derivation, most);
      if (keys.length === 0) continue;
      left ||= keys.length === most;
      for (const [path, ofClass] of groupBy(keys, pathOfKey)) {
        const description = this.registry.resources.find((each) => each.path === path);
        if (description && (await this.deriveAll(derivation, description, ofClass)))
          changed.push(description);
      }
      await forgetPending(this.manager, derivation, keys);
    }
    return { changed, left };
  }

  /** Leaves records to be derived later. Until then they have no values, as the ones that they had may be wrong. */
  async leave(derivation: Derivation, description: Description, keys: ReadonlySet<string>): Promise<boolean> {
    if (keys.size === 0) return false;
    const columns = derivedAttributes(description, derivation).flatMap(valueColumns);
    const set = columns.map(({ name }) => `"${name}" = NULL`).join(', ');
    const isSet = columns.map(({ name }) => `"${name}" IS NOT NULL`).join(' OR ');
    for (const batch of batches([...keys], keysAtOnce))
      await this.manager.query(
        `UPDATE "${tableOf(description)}" SET ${set} WHERE ${amongKeys(this.dialect, '"id"')} AND (${isSet})`,
        [keysParameter(this.dialect, batch)],
      );
    await notePending(this.manager, derivation, keys);
    return true;
  }

  /** @returns whether a record changed */
  private async deriveAll(
    derivation: Derivation,
    description: Description,
    keys: readonly string[],
  ): Promise<boolean> {
    const attributes = derivedAttributes(description, derivation);
    let rows = 0;
    for (const batch of batches(keys))
      rows += await this.deriveBatch(derivation, description, attributes, batch);
    return rows > 0;
  }

  /** @returns how many rows changed */
  private async deriveBatch(
    derivation: Derivation,
    description: Description,
    attributes: readonly Attribute[],
    keys: readonly string[],
  ): Promise<number> {
    const columns = attributes.flatMap(valueColumns);
    const table = tableOf(description);
    const names = ['id', ...columns.map(({ name }) => name)].map((name) => `"${name}"`).join(', ');
    const rows = await this.manager.query<Row[]>(
      `SELECT ${names} FROM "${table}" WHERE ${amongKeys(this.dialect, '"id"')}`,
      [keysParameter(this.dialect, keys)],
    );
    const existing = rows.map(({ id }) => id as string);
    const values = await derivation.derive(description, existing, this.reader);
    const updates = rows.flatMap((row): Row[] => {
      const fresh = columnsFor(attributes, values.get(row.id as string) ?? {});
      return columns.some(({ name }) => row[name] !== fresh[name]) ? [{ id: row.id, ...fresh }] : [];
    });
    await updateColumns(this.manager, this.dialect, { table, columns }, updates);
    return updates.length;
  }
}

const columnsFor = (attributes: readonly Attribute[], values: DerivedValues): Row =>
  Object.assign(
    {},
    ...attributes.map((attribute) => writeValue(attribute, values[attribute.name] ?? null)),
  ) as Row;

/** A transaction has one connection, which takes one statement at a time. */
function oneByOne(manager: EntityManager, dialect: Dialect): DerivationReader['read'] {
  let last: Promise<unknown> = Promise.resolve();
  return ({ text, sql, values }) => {
    const next = last.then(() => manager.query<Row[]>(dialect === 'postgres' ? text : sql, values));
    last = next.catch(() => undefined);
    return next;
  };
}
