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
import { batches } from '../batches';
import type { Dialect } from '../driver';
import { amongKeys, keysParameter } from '../keys';
import { Dependents } from './dependents';
import { updateColumns } from './update-columns';

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
    for (const derivation of this.derivations)
      for (const description of this.registry.resources) {
        const attributes = derivedAttributes(description, derivation);
        if (attributes.length === 0) continue;
        const keys = await dependents.of(description, derivation.reach);
        let rows = 0;
        for (const batch of batches([...keys]))
          rows += await this.deriveBatch(derivation, description, attributes, batch);
        if (rows > 0) changed.push(description);
      }
    return changed;
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
