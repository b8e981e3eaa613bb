/** The operations of an import within one transaction. */
import { In, type EntityManager } from 'typeorm';
import { tableOf } from '../resource/columns';
import type { Derivation } from '../resource/derivation';
import type { Description } from '../resource/description';
import { pathOfKey } from '../resource/identity';
import type { Origin } from '../resource/origin';
import type { Registry } from '../resource/registry';
import { isSearched } from '../resource/search/searched-texts';
import { versionTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { anyClass, type Raised } from '../resource/versions';
import { batches } from './batches';
import { deriveWritten } from './derived/derive-written';
import { DerivedColumns } from './derived/derived-columns';
import type { Dialect } from './driver';
import { existingOf, rowsOf } from './existing';
import { Harvests } from './harvests';
import { Origins } from './origins';
import { referringTo, type Referring } from './referring';
import { putRows, setTableOf } from './row-sets';
import { catchUp } from './search-index/catch-up';
import { SearchIndex } from './search-index/search-index';
import { StatedRecords } from './stated-records';
import { statementsOfOrigin, type OriginStatements } from './statements-of-origin';
import { notify } from './version/notify';
import { raiseClasses } from './version/raise-classes';
import { raiseVersion, versionIn } from './version/raise-version';
import { WrittenKeys } from './written-keys';

/** A transaction on the catalogue. */
export class CatalogueTransaction {
  readonly origins: Origins;
  /** The statements of origins about records. */
  readonly stated: StatedRecords;
  /** What is kept of harvests. */
  readonly harvests: Harvests;
  private readonly searchIndex: SearchIndex;
  /** Paths of the classes that were written. */
  private readonly touched = new Set<string>();
  readonly keys: WrittenKeys;
  private raised: number | null = null;
  /** The batch of records that is being indexed for the search. */
  private indexing: Promise<void> = Promise.resolve();
  /** Whether sources were written that indexed records cite. */
  private citedAnew = false;

  constructor(
    readonly manager: EntityManager,
    readonly dialect: Dialect,
    readonly registry: Registry,
    readonly derivations: readonly Derivation[] = [],
  ) {
    this.origins = new Origins(manager);
    this.harvests = new Harvests(manager);
    this.stated = new StatedRecords(manager, {
      save: (description, rows) => this.save(description, rows),
      remove: (description, keys) => this.remove(description, keys),
    });
    this.searchIndex = new SearchIndex(manager, dialect);
    this.keys = new WrittenKeys(manager, dialect, derivations.length > 0);
  }

  /**
   * Takes the write lock: waits until no other process writes, and makes others wait until this transaction ends. On SQLite, a
   * transaction that reads before it writes would fail if another process wrote in between.
   * @param how the lock timeout on PostgreSQL; none by default
   */
  async claim({ longestWait }: { longestWait?: string } = {}): Promise<void> {
    // Without a lock timeout PostgreSQL waits forever. A timeout configured for the database or user has priority.
    if (this.dialect === 'postgres' && longestWait !== undefined)
      await this.manager.query(
        `SELECT set_config('lock_timeout', $1, true) WHERE current_setting('lock_timeout') = '0'`,
        [longestWait],
      );
    await this.manager.query(`UPDATE ${versionTable.name} SET version = version`);
  }

  /** The existing records among these keys. */
  existing(description: Description, keys: readonly string[]): Promise<Set<string>> {
    return existingOf(this.manager, description, keys);
  }

  /** The rows of those of the keys that exist. */
  rows(keys: readonly string[]): Promise<Map<string, Row>> {
    return rowsOf(this.manager, this.registry, keys);
  }

  /** Identifiers and evidence that an origin states of these records, by key. */
  statementsOf(origin: string, keys: readonly string[]): Promise<Map<string, OriginStatements>> {
    return statementsOfOrigin(this.manager, origin, keys);
  }

  /**
   * Inserts or updates an origin. After a change of its rank, records that several origins state are merged anew.
   * @returns whether a known origin has changed.
   */
  async declareOrigin(origin: Origin, classes: readonly Description[], at: string): Promise<boolean> {
    if (!(await this.origins.declare(origin))) return false;
    this.touched.add(anyClass);
    const keys = await this.origins.sharedKeys();
    for (const description of classes) {
      const ofClass = keys.filter((key) => pathOfKey(key) === description.path);
      await this.stated.showAnew(description, ofClass, at);
    }
    return true;
  }

  private async save(description: Description, rows: readonly Row[]): Promise<void> {
    for (const batch of batches(rows)) {
      this.touched.add(description.path);
      await this.keys.saving(description, batch);
      await putRows(this.manager, setTableOf(description), batch);
      // One batch is analysed beside the statements that write the next one.
      await this.indexing;
      this.indexing = this.searchIndex.put(description, batch);
      this.indexing.catch(() => undefined); // It is awaited before the next batch, or at the end.
      if (description !== this.registry.source) continue;
      await this.indexing;
      this.citedAnew =
        (await this.searchIndex.markCiting(batch.map(({ id }) => id as string))) || this.citedAnew;
    }
  }

  private async remove(description: Description, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    this.touched.add(description.path);
    await this.keys.removing(description, keys);
    await this.indexing;
    await this.searchIndex.remove(keys);
    await this.manager.delete<Row>(tableOf(description), { id: In([...keys]) });
  }

  /** Waits for what was begun. Statements that run after a rollback would belong to no transaction. */
  async settle(): Promise<void> {
    await this.indexing.catch(() => undefined);
  }

  /** The references to these keys that other origins state: from records and links of these classes, and from evidence. */
  referringTo(
    keys: readonly string[],
    classes: readonly Description[],
    except: string,
  ): Promise<Referring[]> {
    return referringTo(this.manager, this.origins, { keys, classes, except });
  }

  /** The version of the data: the number of writes so far. */
  version(): Promise<number> {
    return versionIn(this.manager);
  }

  /**
   * Raises the version of the data. Listeners are notified when the transaction commits.
   * @returns the new version.
   */
  async raiseVersion(changedAt: string): Promise<number> {
    return (this.raised = await raiseVersion(this.manager, changedAt));
  }

  /** Leaves attributes of records to be derived by `derivePending`. */
  async leavePending(
    derivation: Derivation,
    description: Description,
    keys: ReadonlySet<string>,
  ): Promise<void> {
    const columns = new DerivedColumns(this.manager, this.dialect, this.registry, this.derivations);
    if (await columns.leave(derivation, description, keys)) this.touched.add(description.path);
  }

  /**
   * Derives some of the attributes that earlier transactions left to be derived.
   * @param most so many records of each derivation
   * @returns whether some may be left
   */
  async derivePending(most: number): Promise<boolean> {
    const columns = new DerivedColumns(this.manager, this.dialect, this.registry, this.derivations);
    const { changed, left } = await columns.derivePending(most);
    for (const { path } of changed) this.touched.add(path);
    return left;
  }

  /**
   * Finishes the work: derives when records hold and other attributes, and raises the versions. A transaction that wrote without raising the version does so here, because caches rely on it.
   * @returns the new version and the touched classes, or null if nothing changed
   */
  async end(): Promise<Raised | null> {
    await this.indexing;
    await this.searchIndex.flush();
    if (this.citedAnew) await catchUp(this.manager, this.dialect, this.registry.resources.filter(isSearched));
    for (const { path } of await deriveWritten(this.keys, this)) this.touched.add(path);
    if (this.touched.size > 0 && this.raised === null) await this.raiseVersion(new Date().toISOString());
    if (this.raised === null) return null;
    const raised = { version: this.raised, touched: this.touched.size > 0 ? [...this.touched] : [anyClass] };
    await raiseClasses(this.manager, raised);
    if (this.dialect === 'postgres') await notify(this.manager, raised); // SQLite has no notifications
    return raised;
  }
}
