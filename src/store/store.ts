/** The store of the catalogue: migrated at opening, read on one connection, written on another through one queue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { StartFailed } from '../errors';
import type { Registry } from '../resource/registry';
import { versionTable } from '../resource/statements';
import type { Row, Statement } from '../resource/values';
import { accessTo, type ReadOnly } from './access';
import {
  connectionOptions,
  listeningClient,
  locationOf,
  nameOf,
  type Dialect,
  type Location,
} from './driver';
import { migrations } from './migrations';
import { openWriter } from './open-writer';
import { openReader, type Reading } from './reading/open-readers';
import type { StatementReader } from './reading/statement-reader';
import { Semaphore } from './reading/semaphore';
import { Readiness } from './readiness';
import { CatalogueTransaction } from './transaction';
import type { UpgradeCounts } from './upgrade-report';
import { openingFault, writeFault } from './faults';
import { VersionTracker } from './version/version-tracker';
import { PostgresVersions } from './version/postgres-versions';
import { ReplicaVersions } from './version/replica-versions';
import { SqliteVersions } from './version/sqlite-versions';
import { versionsIn, versionsText } from './version/version-text';
import { Waiting } from './waiting';
import { WriteQueue } from './write-queue';

export { dataSourceFor } from './open-writer';

/** What is needed to open a store. */
export interface StoreOptions {
  databaseUrl: string;
  /** Folder below which a relative SQLite file lies. */
  root: string;
  registry: Registry;
  /** How it is read: 10 connections without replicas, and 10 seconds for a statement, where nothing else is said. */
  reading?: Partial<Reading>;
  /** Whether it is only read: `auto`, which is usual, where it may not be written. */
  readOnly?: ReadOnly;
  /** Whether its tables may be brought up to date; they may where nothing else is said. */
  migrate?: boolean;
  /** How long a server that is not up yet is waited for, in milliseconds; it is not by default. */
  wait?: number;
}

/** How long a write waits on PostgreSQL until another one has ended; on SQLite, see `connectionOptions`. */
const longestWait = '60s';

/** An opened store. */
export class Store {
  private readonly queue = new WriteQueue();
  /** SQLite runs one statement of a connection at a time, so that the others wait here and may still be given up. */
  private readonly semaphore: Semaphore;

  private constructor(
    readonly dialect: Dialect,
    /** What it is called in messages. */
    private readonly name: string,
    /** The version of the data, as far as it is known: to be asked often. */
    readonly version: VersionTracker,
    private readonly writer: DataSource,
    private readonly reader: StatementReader & { moves?: number },
    /** Tells whether the database can be used. */
    readonly readiness: Readiness,
    private readonly how: Reading,
    /** The database is only read. */
    readonly readOnly: boolean,
    /** The migrations that were run to open it. */
    readonly migrated: readonly string[],
    /** How many values these have changed that were stored already, by what happened to them. */
    readonly upgraded: UpgradeCounts,
    private readonly afterClose: () => void,
  ) {
    this.semaphore = new Semaphore(dialect === 'sqlite' ? 1 : how.connections);
  }

  /** Opens the store and brings its tables up to date. @throws StartFailed */
  static async open({
    databaseUrl,
    root,
    registry,
    reading,
    readOnly = 'auto',
    migrate = true,
    wait = 0,
  }: StoreOptions): Promise<Store> {
    const { location: place, remove } = lifetimeOf(databaseUrl, root);
    const how: Reading = { ...usualReading, ...reading };
    const waiting = new Waiting(wait, () =>
      how.say('The database is not up yet: waiting for it', nameOf(place)),
    );
    try {
      const location: Location = { ...place, access: await accessTo(place, readOnly) };
      const { writer, onlyRead, migrated, upgraded } = await openWriter(location, registry, {
        readOnly,
        migrate,
        waiting,
      });
      // On SQLite a DataSource is one connection, so reading gets its own; on PostgreSQL only reading has a time limit.
      const reader = await openReader(location, writer, how);
      return new Store(
        location.dialect,
        nameOf(location),
        versionIn(location, writer, how.replicas.length > 0 ? reader : null),
        writer,
        reader,
        new Readiness(location, { tables: writer.entityMetadatas, migration: migrations.at(-1)?.name ?? '' }),
        how,
        onlyRead,
        migrated,
        upgraded,
        remove,
      );
    } catch (error) {
      remove();
      if (error instanceof StartFailed) throw error;
      throw new StartFailed(openingFault(error, nameOf(place)), { cause: error });
    }
  }

  /** Runs one reading statement. A signal stops it, or takes it out of the queue, with the signal's reason. */
  read(statement: Statement, signal?: AbortSignal): Promise<Row[]> {
    const ending = signal ?? this.usualTimeout();
    return this.semaphore.run(() => this.reader.read(statement, ending), ending);
  }

  /** PostgreSQL ends a statement by itself, unless it is frozen. */
  private usualTimeout(): AbortSignal | undefined {
    if (this.dialect === 'sqlite') return undefined;
    return AbortSignal.timeout(this.how.longestStatement + longestSilence);
  }

  /** How many statements are read at the same time; others wait for their turn. */
  get connections(): number {
    return this.semaphore.most;
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

  /** Runs a work in one transaction, after all that were asked for before it. @throws StartFailed where it is only read. */
  write<T>(work: (transaction: CatalogueTransaction) => Promise<T>): Promise<T> {
    if (this.readOnly)
      return Promise.reject(
        new StartFailed('Nothing was written: the database may only be read. DATABASE_URL names it.'),
      );
    return this.queue.run(async () => {
      const { result, raised } = await this.writer
        .transaction(async (manager) => {
          const transaction = new CatalogueTransaction(manager, this.dialect);
          await transaction.claim({ longestWait });
          const result = await work(transaction);
          return { result, raised: await transaction.end() };
        })
        .catch((error: unknown) => {
          throw writeFault(error, this.name);
        });
      // A replica has what was written a little later, and is asked for it.
      if (raised && this.how.replicas.length === 0) this.version.learnWrite(raised);
      return result;
    });
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
function versionIn(location: Location, writer: DataSource, replicas: StatementReader | null): VersionTracker {
  if (replicas) return new VersionTracker(new ReplicaVersions(replicas));
  if (location.dialect === 'sqlite')
    return new VersionTracker(new SqliteVersions(new DataSource(connectionOptions(location))));
  const tracker: VersionTracker = new VersionTracker(
    new PostgresVersions({
      clientOf: () => listeningClient(location.url),
      onWrite: (raised) => tracker.learnWrite(raised),
      otherwise: async () => versionsIn(await writer.query<Row[]>(versionsText)),
    }),
  );
  return tracker;
}

/** How much longer than a statement its answer may take, in milliseconds. */
const longestSilence = 1_000;

const usualReading: Reading = {
  longestStatement: 10_000,
  connections: 10,
  replicas: [],
  say: () => undefined,
};

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
