/** The store of the catalogue. It is migrated when it is opened, and reads and writes on separate connections; writes go through one queue. */
import type { DataSource } from 'typeorm';
import { StartFailed } from '../errors';
import type { Derivation } from '../resource/derivation';
import type { Registry } from '../resource/registry';
import { versionTable } from '../resource/statements';
import type { Row, Statement } from '../resource/values';
import { accessTo, type ReadOnly } from './access';
import { derivedAtOnce } from './derived/derive';
import { isPending } from './derived/pending';
import { nameOf, type Dialect, type Location } from './driver';
import { lifetimeOf } from './lifetime';
import { migrations } from './migrations';
import { openWriter } from './open-writer';
import { usualReading, type Reading } from './reading/open-readers';
import { ReadingConnections } from './reading/reading-connections';
import { Readiness } from './readiness';
import { CatalogueTransaction } from './transaction';
import type { UpgradeCounts } from './upgrade-report';
import { openingFault, writeFault } from './faults';
import { trackerFor } from './version/tracker-for';
import type { VersionTracker } from './version/version-tracker';
import { Waiting } from './waiting';
import { WriteQueue } from './write-queue';

/** Options for opening a store. */
export interface StoreOptions {
  databaseUrl: string;
  /** Base folder for a relative SQLite path. */
  root: string;
  registry: Registry;
  /** Settings for reading. Default: 10 connections, no replicas, 10 seconds per statement. */
  reading?: Partial<Reading>;
  /** Read-only mode. Default: `auto`, read-only if the database is not writable. */
  readOnly?: ReadOnly;
  /** Whether migrations may be run. Default: true. */
  migrate?: boolean;
  /** Milliseconds to wait for a server that is not up yet. Default: 0. */
  wait?: number;
  /** Computes attributes that follow from others, with each write. Default: none. */
  derivations?: readonly Derivation[];
}

/** How long a write on PostgreSQL waits for another one to end. For SQLite see `connectionOptions`. */
const longestWait = '60s';

/** An open store. */
export class Store {
  private readonly queue = new WriteQueue();

  private constructor(
    readonly dialect: Dialect,
    /** Its name in messages. */
    private readonly name: string,
    private readonly registry: Registry,
    /** The version of the data, tracked in memory so that it can be asked for often. */
    readonly version: VersionTracker,
    private readonly writer: DataSource,
    private readonly reader: ReadingConnections,
    /** Checks whether the database is usable. */
    readonly readiness: Readiness,
    /** Whether the replicas of the primary are read. */
    private readonly hasReplicas: boolean,
    /** Whether the database is read-only. */
    readonly readOnly: boolean,
    /** The migrations that were run when it was opened. */
    readonly migrated: readonly string[],
    /** How many existing values these migrations changed, by kind of change. */
    readonly upgraded: UpgradeCounts,
    private readonly derivations: readonly Derivation[],
    private readonly afterClose: () => void,
  ) {}

  /** Opens the store and migrates the database. @throws StartFailed */
  static async open({
    databaseUrl,
    root,
    registry,
    reading,
    readOnly = 'auto',
    migrate = true,
    wait = 0,
    derivations = [],
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
        derivations,
      });
      // On SQLite a DataSource is one connection, so reading needs its own. On PostgreSQL only reading has a statement timeout.
      const reader = await ReadingConnections.open(location, writer, how);
      const hasReplicas = how.replicas.length > 0;
      return new Store(
        location.dialect,
        nameOf(location),
        registry,
        trackerFor(location, writer, hasReplicas ? reader : null),
        writer,
        reader,
        new Readiness(location, { tables: writer.entityMetadatas, migration: migrations.at(-1)?.name ?? '' }),
        hasReplicas,
        onlyRead,
        migrated,
        upgraded,
        derivations,
        remove,
      );
    } catch (error) {
      remove();
      if (error instanceof StartFailed) throw error;
      throw new StartFailed(openingFault(error, nameOf(place)), { cause: error });
    }
  }

  /** Runs one reading statement. A signal cancels it, or removes it from the queue; it then rejects with the signal's reason. */
  read(statement: Statement, signal?: AbortSignal): Promise<Row[]> {
    return this.reader.read(statement, signal);
  }

  /** The maximum number of concurrent reading statements. */
  get connections(): number {
    return this.reader.most;
  }

  /** How often reading changed to another server. After each change, the data may be older than those read before. */
  get moves(): number {
    return this.reader.moves;
  }

  /** The version on the primary. A replica may lag behind it. */
  async writtenVersion(): Promise<number> {
    const row = await this.writer.manager.findOne<Row>(versionTable.name, { where: { id: 1 } });
    return Number(row?.version ?? 0);
  }

  /** Runs a function in one transaction, after all writes that were queued before. @throws StartFailed when the store is read-only */
  write<T>(work: (transaction: CatalogueTransaction) => Promise<T>): Promise<T> {
    if (this.readOnly)
      return Promise.reject(
        new StartFailed('Nothing was written: the database may only be read. DATABASE_URL names it.'),
      );
    return this.queue.run(async () => {
      const { result, raised } = await this.writer
        .transaction(async (manager) => {
          const { dialect, registry, derivations } = this;
          const transaction = new CatalogueTransaction(manager, dialect, registry, derivations);
          try {
            await transaction.claim({ longestWait });
            const result = await work(transaction);
            return { result, raised: await transaction.end() };
          } finally {
            await transaction.settle();
          }
        })
        .catch((error: unknown) => {
          throw writeFault(error, this.name);
        });
      // Replicas get the write later, so their version is polled.
      if (raised && !this.hasReplicas) this.version.learnWrite(raised);
      return result;
    });
  }

  /** Derives some of what large writes have left to be derived. @returns whether some may be left */
  async derivePending(): Promise<boolean> {
    if (this.readOnly || this.derivations.length === 0 || !(await isPending(this.writer.manager)))
      return false;
    return this.write((transaction) => transaction.derivePending(derivedAtOnce));
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
