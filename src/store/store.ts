/** The store of the catalogue: migrated at opening, read on one connection, written on another through one queue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { DataSource, type Logger } from 'typeorm';
import { reasonOf, StartFailed } from '../errors';
import type { Registry } from '../resource/registry';
import { versionTable } from '../resource/statements';
import type { Row, Statement } from '../resource/values';
import {
  connectionOptions,
  listeningClient,
  locationOf,
  nameOf,
  type Dialect,
  type Location,
} from './driver';
import { entitiesOf } from './entities';
import { deriveLinkView } from './link-view';
import { migrations } from './migrations';
import { openReader, type Reading } from './reading/open-readers';
import type { StatementReader } from './reading/statement-reader';
import { Turns } from './reading/turns';
import { deriveSearchIndex } from './search-index/derive';
import { CatalogueTransaction } from './transaction';
import { KnownVersion } from './version/known-version';
import { PostgresSight } from './version/postgres-sight';
import { ReplicaSight } from './version/replica-sight';
import { SqliteSight } from './version/sqlite-sight';
import { versionText } from './version/version-text';
import { WriteQueue } from './write-queue';

/** What is needed to open a store. */
export interface StoreOptions {
  databaseUrl: string;
  /** Folder below which a relative SQLite file lies. */
  root: string;
  registry: Registry;
  /** How it is read: 10 connections without replicas, and 10 seconds for a statement, where nothing else is said. */
  reading?: Partial<Reading>;
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
  /** SQLite runs one statement of a connection at a time, so that the others wait here and may still be given up. */
  private readonly turns: Turns;

  private constructor(
    readonly dialect: Dialect,
    /** The version of the data, as far as it is known: to be asked often. */
    readonly version: KnownVersion,
    private readonly writer: DataSource,
    private readonly reader: StatementReader & { moves?: number },
    private readonly how: Reading,
    private readonly afterClose: () => void,
  ) {
    this.turns = new Turns(dialect === 'sqlite' ? 1 : how.connections);
  }

  /** Opens the store and brings its tables up to date. @throws StartFailed */
  static async open({ databaseUrl, root, registry, reading }: StoreOptions): Promise<Store> {
    const { location, remove } = lifetimeOf(databaseUrl, root);
    const how: Reading = { ...usualReading, ...reading };
    try {
      const writer = await openWriter(location, registry);
      // On SQLite a DataSource is one connection, so reading gets its own; on PostgreSQL only reading has a time limit.
      const reader = await openReader(location, writer, how);
      return new Store(
        location.dialect,
        versionIn(location, writer, how.replicas.length > 0 ? reader : null),
        writer,
        reader,
        how,
        remove,
      );
    } catch (error) {
      remove();
      throw new StartFailed(
        `The database ${nameOf(location)} cannot be opened: ${reasonOf(error)}. DATABASE_URL names it.`,
        { cause: error },
      );
    }
  }

  /** Runs one reading statement. A signal stops it, or takes it out of the queue, with the signal's reason. */
  read(statement: Statement, signal?: AbortSignal): Promise<Row[]> {
    return this.turns.take(() => this.reader.read(statement, signal), signal);
  }

  /** How many statements are read at the same time; others wait for their turn. */
  get connections(): number {
    return this.turns.most;
  }

  /** How often another server was taken for reading: from then on, the data may be older than what was read before. */
  get moves(): number {
    return this.reader.moves ?? 0;
  }

  /** How many writes changed something so far, where it is written: a replica may not know them yet. */
  async writtenVersion(): Promise<number> {
    const row = await this.writer.manager.findOne<Row>(versionTable.name, { where: { id: 1 } });
    return Number(row?.version ?? 0);
  }

  /** Runs a work in one transaction, after all that were asked for before it. */
  write<T>(work: (transaction: CatalogueTransaction) => Promise<T>): Promise<T> {
    return this.queue.run(async () => {
      const { result, version } = await this.writer.transaction(async (manager) => {
        const transaction = new CatalogueTransaction(manager, this.dialect);
        await transaction.claim();
        const result = await work(transaction);
        return { result, version: await transaction.end() };
      });
      // A replica has what was written a little later, and is asked for it.
      if (version !== null && this.how.replicas.length === 0) this.version.learn(version);
      return result;
    });
  }

  /** Fails when the database does not answer. */
  async ping(): Promise<void> {
    await this.read(sql`SELECT 1`);
  }

  async close(): Promise<void> {
    await this.queue.run(async () => {
      await this.version.close();
      await this.reader.close();
      await this.writer.destroy();
    });
    this.afterClose();
  }
}

/**
 * How the version of the data is known; nothing is connected before it is asked for.
 * @param replicas where is read, if that may be behind what is written: the version that counts is the one that is read.
 */
function versionIn(location: Location, writer: DataSource, replicas: StatementReader | null): KnownVersion {
  if (replicas) return new KnownVersion(new ReplicaSight(replicas));
  if (location.dialect === 'sqlite')
    return new KnownVersion(new SqliteSight(new DataSource(connectionOptions(location))));
  const known: KnownVersion = new KnownVersion(
    new PostgresSight({
      clientOf: () => listeningClient(location.url),
      onVersion: (version) => known.learn(version),
      otherwise: async () => Number((await writer.query<Row[]>(versionText))[0]?.version ?? 0),
    }),
  );
  return known;
}

const usualReading: Reading = {
  longestStatement: 10_000,
  connections: 10,
  replicas: [],
  say: () => undefined,
};

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
async function openWriter(location: Location, registry: Registry, attemptsLeft = 5): Promise<DataSource> {
  const writer = dataSourceFor(location, registry).setOptions({ logger: silent });
  try {
    await writer.initialize();
    await writer.runMigrations({ transaction: 'all' });
    await deriveLinkView(writer, location.dialect, registry);
    await deriveSearchIndex(writer, location.dialect, registry);
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
