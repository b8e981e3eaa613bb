/** `num-gateway migrate`: so that who serves needs no right to change tables. */
import { openStore } from '../app';
import type { Config } from '../config';
import { toldOfUpgrade } from '../store/upgrade-report';

export async function migrateCommand(config: Config): Promise<void> {
  const store = await openStore({ ...config, migrate: true, readOnly: 'off' });
  const { migrated } = store;
  const told = toldOfUpgrade(store.upgraded);
  await store.close();
  for (const name of migrated) console.log(name);
  if (told) console.log(told);
  console.log(
    migrated.length > 0 ? 'The tables are up to date.' : 'Nothing to do: the tables were up to date already.',
  );
}
