/** Serves a copy of the seeds, for tests that do not test seeding: a start over an empty database seeds it, which takes longer than the start. */
import { serve, type Settings } from './gateway-process';
import { seededDatabase } from './template-databases';

/** As `serve`; the copy goes with the program. */
export async function serveSeeds(settings: Settings = {}): ReturnType<typeof serve> {
  const database = await seededDatabase('sqlite');
  const gateway = await serve({ ...settings, env: { DATABASE_URL: database.url, ...settings.env } });
  void gateway.ended.then(() => database.drop());
  return gateway;
}
