/** A small world for one test: a few records in a store of its own, on either database. */
import { importRecords } from '../../src/intake/import';
import type { ImportCounts, ImportOptions } from '../../src/intake/import-options';
import type { RawRecord } from '../../src/intake/raw-record';
import { registry } from '../../src/registry';
import type { Derivation } from '../../src/resource/derivation';
import type { Origin } from '../../src/resource/origin';
import type { Registry } from '../../src/resource/registry';
import { Store } from '../../src/store/store';
import { emptyDatabase, type Dialect, type EmptyDatabase } from './databases';
import { migratedDatabase } from './template-databases';

/** Records by class, as a seed file writes them: `{ Institution: [{ slug: 'marburg', … }] }`. */
export type PlainRecords = Record<string, readonly Record<string, unknown>[]>;

/** The source that stands behind every record for which a test names none. */
const register = { slug: 'register', title: 'A register', url: 'https://register.example.org/' };
export const registerSays = [{ source: register.slug, confidence: 'FOUND_IN_SOURCE' }];

/** The records with this source. */
export const withRegister = (records: PlainRecords): PlainRecords => ({
  ...records,
  Source: [register, ...(records.Source ?? [])],
});

/** What a small world holds is stated by this origin, unless a test says otherwise. */
export const ownOrigin: Origin = { name: 'small world', kind: 'SEEDS', rank: 100 };

/** The classes of the real catalogue. */
export { registry };

/** Plain objects as a reader would hand them to an import; evidence that a test leaves out is added. */
export async function* rawRecords(records: PlainRecords): AsyncGenerator<RawRecord> {
  for (const [type, list] of Object.entries(records)) {
    for (const [index, record] of list.entries()) {
      const data = type === 'Source' ? record : { evidence: registerSays, ...record };
      yield Promise.resolve({
        type,
        data,
        at: () => ({ file: `${type}.yaml`, line: index + 1, column: 1 }),
      });
    }
  }
}

export class SmallWorld {
  private constructor(
    readonly store: Store,
    readonly registry: Registry,
    readonly database: EmptyDatabase,
  ) {}

  /** Opens an empty database and imports the records. */
  static async of(
    dialect: Dialect,
    records: PlainRecords,
    classes = registry,
    derivations: readonly Derivation[] = [],
  ): Promise<SmallWorld> {
    const database = await (classes === registry ? migratedDatabase(dialect) : emptyDatabase(dialect));
    const world = await SmallWorld.in(database, classes, derivations);
    await world.add(withRegister(records));
    return world;
  }

  /** Opens a database that holds something already. */
  static async in(
    database: EmptyDatabase,
    classes = registry,
    derivations: readonly Derivation[] = [],
  ): Promise<SmallWorld> {
    const store = await Store.open({ databaseUrl: database.url, root: '/', registry: classes, derivations });
    return new SmallWorld(store, classes, database);
  }

  /** Imports further records, by default at the time at which the small worlds began, and as their origin. */
  async add(
    records: PlainRecords,
    now = '2025-01-01T00:00:00.000Z',
    {
      store = this.store,
      ...how
    }: Partial<Pick<ImportOptions, 'origin' | 'vanished'>> & { store?: Pick<Store, 'write'> } = {},
  ): Promise<ImportCounts[]> {
    const { counts } = await importRecords({
      origin: ownOrigin,
      ...how,
      records: rawRecords(records),
      registry: this.registry,
      write: (work) => store.write(work),
      now: () => new Date(now),
    });
    return counts;
  }

  async end(): Promise<void> {
    await this.store.close();
    await this.database.drop();
  }
}
