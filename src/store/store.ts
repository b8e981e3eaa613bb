/** The store of the catalogue: migrated at opening, read on one connection, written on another through one queue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Registry } from '../resource/registry';
import type { Row } from '../resource/values';
import { connectionOptions, locationOf, type Dialect, type Location } from './driver';
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
    entities: entitiesOf(registry),
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

  /** Opens the store and brings its tables up to date. */
  static async open({ databaseUrl, root, registry }: StoreOptions): Promise<Store> {
    const { location, remove } = lifetimeOf(databaseUrl, root);
    const writer = await dataSourceFor(location, registry).initialize();
    await writer.runMigrations({ transaction: 'all' });
    await deriveLinkView(writer, location.dialect, registry);
    // PostgreSQL keeps a pool of connections; on SQLite a DataSource is one connection, so reading gets its own.
    const reader =
      location.dialect === 'postgres' ? writer : await dataSourceFor(location, registry).initialize();
    return new Store(location.dialect, writer, reader, remove);
  }

  /** Runs one reading statement. */
  read(statement: Sql): Promise<Row[]> {
    const text = this.dialect === 'postgres' ? statement.text : statement.sql;
    return this.reader.query<Row[]>(text, statement.values);
  }

  /** Runs a work in one transaction, after all that were asked for before it. */
  write<T>(work: (transaction: CatalogueTransaction) => Promise<T>): Promise<T> {
    return this.queue.run(() =>
      this.writer.transaction((manager) => work(new CatalogueTransaction(manager))),
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
