/** `num-gateway migrate` runs the migrations separately, so that the serving user needs no right to change tables. */
import type { Config } from '../config';
import { openStore } from '../open-store';
import { upgradeReport } from '../store/upgrade-report';

export async function migrateCommand(config: Config): Promise<void> {
  const store = await openStore({ ...config, migrate: true, readOnly: 'off' });
  const { migrated } = store;
  const report = upgradeReport(store.upgraded);
  await store.close();
  for (const name of migrated) console.log(name);
  if (report) console.log(report);
  console.log(
    migrated.length > 0 ? 'The tables are up to date.' : 'Nothing to do: the tables were up to date already.',
  );
}
