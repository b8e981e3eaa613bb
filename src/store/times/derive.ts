/** Derives at the start when all records hold, if that was never done in a database, or by other rules. */
import type { DataSource, EntityManager } from 'typeorm';
import { tableOf } from '../../resource/columns';
import { isTimed } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { holdingStateTable } from '../../resource/statements';
import type { Dialect } from '../driver';
import { CatalogueTransaction } from '../transaction';

/** Raised whenever the rules of `holding-columns` change. */
const rules = '1';

const state = holdingStateTable;

/** Whether the columns were derived by this release's rules. Later writes keep them so. */
export async function timesAreCurrent({ manager }: DataSource, dialect: Dialect): Promise<boolean> {
  const exists =
    dialect === 'sqlite'
      ? `SELECT 1 FROM sqlite_master WHERE name = '${state}'`
      : `SELECT 1 FROM pg_class WHERE oid = to_regclass('${state}')`;
  if ((await manager.query<unknown[]>(exists)).length === 0) return false;
  const rows = await manager.query<{ rules: string }[]>(`SELECT rules FROM ${state}`);
  return rows[0]?.rules === rules;
}

/** Derives in one transaction, so that a killed process leaves nothing half done. */
export async function deriveTimes(database: DataSource, dialect: Dialect, registry: Registry): Promise<void> {
  if (await timesAreCurrent(database, dialect)) return;
  await database.transaction(async (manager) => {
    const transaction = new CatalogueTransaction(manager, dialect, registry);
    await transaction.claim();
    for (const key of await timedKeys(manager, registry)) transaction.keys.written.add(key);
    await manager.query(`DROP TABLE IF EXISTS ${state}`);
    await manager.query(`CREATE TABLE ${state} (rules text NOT NULL)`);
    await manager.query(`INSERT INTO ${state} VALUES ('${rules}')`);
    await transaction.end();
  });
}

/** The keys of all records with a time. A declaration may precede its migration. */
async function timedKeys(manager: EntityManager, registry: Registry): Promise<string[]> {
  const runner = manager.connection.createQueryRunner();
  const keys: string[] = [];
  try {
    for (const each of registry.all.filter(isTimed)) {
      if (!(await runner.hasTable(tableOf(each)))) continue;
      for (const { id } of await manager.query<{ id: string }[]>(`SELECT id FROM "${tableOf(each)}"`))
        keys.push(id);
    }
    return keys;
  } finally {
    await runner.release();
  }
}
