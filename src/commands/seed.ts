/** `num-gateway seed` */
import { openStore, seed } from '../app';
import type { Config } from '../config';
import { progressBar } from './progress';

export async function seedCommand(config: Config): Promise<void> {
  const store = await openStore(config);
  const progress = progressBar('Seeding');
  try {
    const counts = await seed(store, config, progress.show);
    progress.end();
    for (const { type, created, updated, unchanged } of counts) {
      console.log(`${type.padEnd(18)} ${created} created, ${updated} updated, ${unchanged} unchanged`);
    }
    const changed = counts.some(({ created, updated }) => created + updated > 0);
    console.log(
      changed ? 'The seeds are in the database.' : 'Nothing changed: the database held the seeds already.',
    );
  } finally {
    progress.end();
    await store.close();
  }
}
