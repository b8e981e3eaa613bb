/** Derives attributes of all records at the start, if that was never done in a database, or by other rules. */
import type { DataSource } from 'typeorm';
import { tableOf } from '../../resource/columns';
import { derivedAttributes, type Derivation } from '../../resource/derivation';
import type { Registry } from '../../resource/registry';
import { derivationStateTable as state } from '../../resource/statements';
import type { Dialect } from '../driver';
import { CatalogueTransaction } from '../transaction';

/** Whether all attributes were derived by these rules. Later writes keep them so. */
export async function derivationsAreCurrent(
  database: DataSource,
  dialect: Dialect,
  derivations: readonly Derivation[],
): Promise<boolean> {
  return (await outdated(database, dialect, derivations)).length === 0;
}

async function outdated(
  { manager }: DataSource,
  dialect: Dialect,
  derivations: readonly Derivation[],
): Promise<Derivation[]> {
  const exists =
    dialect === 'sqlite'
      ? `SELECT 1 FROM sqlite_master WHERE name = '${state}'`
      : `SELECT 1 FROM pg_class WHERE oid = to_regclass('${state}')`;
  if ((await manager.query<unknown[]>(exists)).length === 0) return [...derivations];
  const rows = await manager.query<{ name: string; rules: string }[]>(`SELECT name, rules FROM ${state}`);
  const rules = new Map(rows.map((row) => [row.name, row.rules]));
  return derivations.filter((each) => rules.get(each.name) !== each.rules);
}

/** Derives in one transaction, so that a killed process leaves nothing half done. */
export async function deriveAttributes(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
  derivations: readonly Derivation[],
): Promise<void> {
  const anew = await outdated(database, dialect, derivations);
  if (anew.length === 0) return;
  await database.transaction(async (manager) => {
    const transaction = new CatalogueTransaction(manager, dialect, registry, anew);
    await transaction.claim();
    for (const description of registry.resources) {
      if (!anew.some((each) => derivedAttributes(description, each).length > 0)) continue;
      const rows = await manager.query<{ id: string }[]>(`SELECT id FROM "${tableOf(description)}"`);
      for (const { id } of rows) transaction.keys.changedParts.add(id);
    }
    await manager.query(`CREATE TABLE IF NOT EXISTS ${state} (name text NOT NULL, rules text NOT NULL)`);
    for (const { name, rules } of anew) {
      await manager.query(`DELETE FROM ${state} WHERE name = $1`, [name]);
      await manager.query(`INSERT INTO ${state} VALUES ($1, $2)`, [name, rules]);
    }
    await transaction.end();
  });
}
