/** Derives attributes of all records at the start, if that was never done in a database, or by other rules. */
import type { DataSource, EntityManager } from 'typeorm';
import { tableOf } from '../../resource/columns';
import { derivedAttributes, type Derivation } from '../../resource/derivation';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { derivationStateTable as state, pendingTable } from '../../resource/statements';
import type { Dialect } from '../driver';
import { CatalogueTransaction } from '../transaction';
import { isPending, makePending, notePending } from './pending';

/** Whether all attributes were derived by these rules. Later writes keep them so. */
export async function derivationsAreCurrent(
  database: DataSource,
  dialect: Dialect,
  derivations: readonly Derivation[],
): Promise<boolean> {
  if (derivations.length === 0) return true;
  return (
    (await hasTable(database.manager, dialect, pendingTable.name)) &&
    (await outdated(database, dialect, derivations)).length === 0
  );
}

const hasDerived = (description: Description, derivation: Derivation): boolean =>
  derivedAttributes(description, derivation).length > 0;

async function hasTable(manager: EntityManager, dialect: Dialect, name: string): Promise<boolean> {
  const exists =
    dialect === 'sqlite'
      ? `SELECT 1 FROM sqlite_master WHERE name = '${name}'`
      : `SELECT 1 FROM pg_class WHERE oid = to_regclass('${name}')`;
  return (await manager.query<unknown[]>(exists)).length > 0;
}

async function outdated(
  { manager }: DataSource,
  dialect: Dialect,
  derivations: readonly Derivation[],
): Promise<Derivation[]> {
  if (!(await hasTable(manager, dialect, state))) return [...derivations];
  const rows = await manager.query<{ name: string; rules: string }[]>(`SELECT name, rules FROM ${state}`);
  const rules = new Map(rows.map((row) => [row.name, row.rules]));
  return derivations.filter((each) => rules.get(each.name) !== each.rules);
}

/** Of more records, the rest is derived after the start, by `Store.derivePending`. */
const mostAtStart = 2_000;
/** Records per transaction. */
export const derivedAtOnce = 250;

/**
 * Notes all records as pending if the rules are others than those by which they were derived, and derives what is pending, up to a
 * number of records. Each part is a transaction of its own, so that others can write between, and a killed process loses one part.
 */
export async function deriveAttributes(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
  derivations: readonly Derivation[],
): Promise<void> {
  if (derivations.length === 0) return;
  if (!(await hasTable(database.manager, dialect, pendingTable.name))) await makePending(database.manager);
  const anew = await outdated(database, dialect, derivations);
  if (anew.length > 0) await deriveAnew(database, dialect, registry, anew);
  for (let done = 0; done < mostAtStart; done += derivedAtOnce) {
    if (!(await isPending(database.manager))) return;
    const left = await database.transaction(async (manager) => {
      const transaction = new CatalogueTransaction(manager, dialect, registry, derivations);
      await transaction.claim();
      const some = await transaction.derivePending(derivedAtOnce);
      await transaction.end();
      return some;
    });
    if (!left) return;
  }
}

/**
 * Notes all records as pending. Values that are derived before anything is served are compared with what is there; if they are too many
 * for that, they are taken away, as they may be wrong.
 */
async function deriveAnew(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
  anew: readonly Derivation[],
): Promise<void> {
  await database.transaction(async (manager) => {
    const transaction = new CatalogueTransaction(manager, dialect, registry, anew);
    await transaction.claim();
    for (const derivation of anew) {
      const found = new Map<Description, Set<string>>();
      for (const description of registry.resources.filter((each) => hasDerived(each, derivation))) {
        const rows = await manager.query<{ id: string }[]>(`SELECT id FROM "${tableOf(description)}"`);
        found.set(description, new Set(rows.map(({ id }) => id)));
      }
      const total = [...found.values()].reduce((sum, { size }) => sum + size, 0);
      for (const [description, keys] of found)
        if (total > mostAtStart) await transaction.leavePending(derivation, description, keys);
        else await notePending(manager, derivation, keys);
    }
    await manager.query(`CREATE TABLE IF NOT EXISTS ${state} (name text NOT NULL, rules text NOT NULL)`);
    for (const { name, rules } of anew) {
      await manager.query(`DELETE FROM ${state} WHERE name = $1`, [name]);
      await manager.query(`INSERT INTO ${state} VALUES ($1, $2)`, [name, rules]);
    }
    await transaction.end();
  });
}
