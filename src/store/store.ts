/** The store of the catalogue: migrated at opening, read on one connection, written on another through one queue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'sql-template-tag';
import { DataSource, type Logger } from 'typeorm';
import { reasonOf, StartFailed } from '../errors';
import type { Registry } from '../resource/registry';
import type { Row } from '../resource/values';
import { connectionOptions, locationOf, nameOf, type Dialect, type Location } from './driver';
import { entitiesOf } from './entities';
import { deriveLinkView } from './link-view';
import { migrations } from './migrations';
import { CatalogueTransaction } from './transaction';
import { WriteQueue } from './write-queue';

/** What is needed to open a store. */
export interface StoreOptions {
  databaseUrl: string;
  /** Folder below which a relative SQLite file lies. */
  root: string;
  registry: Registry;
}

/** The DataSource for a location, with entities and migrations, not yet connected. */
export const dataSourceFor = (location: Location, registry: Registry): DataSource =>
  new DataSource({
    ...connectionOptions(location),
    entities: entitiesOf(registry, location.dialect),
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
  });

/** An opened store. */
export class Store {
  private readonly queue = new WriteQueue();

  private constructor(
    readonly dialect: Dialect,
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly afterClose: () => void,
  ) {}

  /** Opens the store and brings its tables up to date. @throws StartFailed */
  static async open({ databaseUrl, root, registry }: StoreOptions): Promise<Store> {
    const { location, remove } = lifetimeOf(databaseUrl, root);
    try {
      const writer = await openWriter(location, registry);
      // PostgreSQL keeps a pool of connections; on SQLite a DataSource is one connection, so reading gets its own.
      const reader = location.dialect === 'postgres' ? writer : dataSourceFor(location, registry);
      if (reader !== writer) await reader.initialize();
      return new Store(location.dialect, writer, reader, remove);
    } catch (error) {
      remove();
      throw new StartFailed(
        `The database ${nameOf(location)} cannot be opened: ${reasonOf(error)}. DATABASE_URL names it.`,
        { cause: error },
      );
    }
  }

  /** Runs one reading statement. */
  read(statement: Sql): Promise<Row[]> {
    const text = this.dialect === 'postgres' ? statement.text : statement.sql;
    return this.reader.query<Row[]>(text, statement.values);
  }

  /** Runs a work in one transaction, after all that were asked for before it. */
  write<T>(work: (transaction: CatalogueTransaction) => Promise<T>): Promise<T> {
    return this.queue.run(() =>
      this.writer.transaction(async (manager) => {
        const transaction = new CatalogueTransaction(manager);
        await transaction.claim();
        return work(transaction);
      }),
    );
  }

  /** Fails when the database does not answer. */
  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.queue.run(async () => {
      if (this.reader !== this.writer) await this.reader.destroy();
      await this.writer.destroy();
    });
    this.afterClose();
  }
}

/** TypeORM would print beside the log; what fails is thrown. */
const silent: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/**
 * Connects and brings the tables up to date. Where another process does the same at the same time, one of the two fails
 * half-way, tries again and finds the work done.
 */
async function openWriter(location: Location, registry: Registry, attemptsLeft = 3): Promise<DataSource> {
  const writer = dataSourceFor(location, registry).setOptions({ logger: silent });
  try {
    await writer.initialize();
    await writer.runMigrations({ transaction: 'all' });
    await deriveLinkView(writer, location.dialect, registry);
    return writer;
  } catch (error) {
    const connected = writer.isInitialized;
    if (connected) await writer.destroy();
    if (attemptsLeft === 1 || !connected) throw error;
    return openWriter(location, registry, attemptsLeft - 1);
  }
}

/** `sqlite::memory:` is a throw-away file, as two connections cannot share one database in memory without reading half-written rows. */
function lifetimeOf(databaseUrl: string, root: string): { location: Location; remove: () => void } {
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
