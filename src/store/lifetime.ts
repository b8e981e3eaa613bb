/** Where the database of an open store is, and what remains to be done once it is closed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locationOf, type Location } from './driver';

/** `sqlite::memory:` is a temporary file: two connections to one in-memory database would see each other's uncommitted rows. */
export function lifetimeOf(databaseUrl: string, root: string): { location: Location; remove: () => void } {
  if (databaseUrl !== 'sqlite::memory:')
    return { location: locationOf(databaseUrl, root), remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'num-gateway-'));
  return {
    location: { dialect: 'sqlite', file: join(folder, 'catalogue.sqlite') },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
