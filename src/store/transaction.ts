/** The operations of an import within one transaction. */
import sql, { raw } from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import { endColumns, referenceColumn, tableOf } from '../resource/columns';
import { attributeOf, type Description } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import {
  classVersionTable,
  evidenceRow,
  evidenceTable,
  identifierRow,
  identifierTable,
  originTable,
  versionTable,
  withdrawnTable,
} from '../resource/statements';
import type { Row } from '../resource/values';
import { anyClass, type Raised } from '../resource/versions';
import { batches } from './batches';
import type { Dialect } from './driver';
import { Origins } from './origins';
import { SearchIndex } from './search-index/search-index';
import { pathOfKey } from '../resource/identity';
import { classChannel, classPayload, versionChannel } from './version/version-text';

/** The identifiers and evidence of one record or link. */
export interface Statements {
  subject: string;
  identifiers: readonly Identifier[];
  evidence: readonly Evidence[];
}

/** A transaction on the catalogue. */
export class CatalogueTransaction {
  readonly origins: Origins;
  private readonly searchIndex: SearchIndex;
  /** Paths of the classes that were written. */
  private readonly touched = new Set<string>();
  private raised: number | null = null;

  constructor(
    private readonly manager: EntityManager,
    private readonly dialect: Dialect,
  ) {
    this.origins = new Origins(manager);
    this.searchIndex = new SearchIndex(manager, dialect);
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

  /** The digests of the existing records among these keys. */
  async digests(description: Description, keys: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const batch of batches(keys)) {
      const rows = await this.manager.find<Row>(tableOf(description), {
        select: { id: true, digest: true },
        where: { id: In([...batch]) },
      });
      for (const row of rows) found.set(row.id as string, row.digest as string);
    }
    return found;
  }

  /** Upserts rows, and indexes them for search. */
  async save(description: Description, rows: readonly Row[]): Promise<void> {
    for (const batch of batches(rows)) {
      this.touched.add(description.path);
      await this.manager.upsert<Row>(tableOf(description), [...batch], ['id']);
      await this.searchIndex.put(description, batch);
    }
  }

  /** Replaces the identifiers and evidence of the subjects. */
  async replaceStatements(statements: readonly Statements[]): Promise<void> {
    for (const batch of batches(statements)) {
      for (const { subject } of batch) this.touched.add(pathOfKey(subject));
      const subjects = In(batch.map(({ subject }) => subject));
      for (const { name } of [identifierTable, evidenceTable]) {
        await this.manager.delete<Row>(name, { subject_id: subjects });
      }
    }
    const identifiers = statements.flatMap(({ subject, identifiers }) =>
      identifiers.map((identifier) => identifierRow(subject, identifier)),
    );
    const evidence = statements.flatMap(({ subject, evidence }) =>
      evidence.map((statement, position) => evidenceRow(subject, position, statement)),
    );
    for (const batch of batches(identifiers))
      await this.manager.insert<Row>(identifierTable.name, [...batch]);
    for (const batch of batches(evidence)) await this.manager.insert<Row>(evidenceTable.name, [...batch]);
  }

  /** The references to these keys from records and links of these classes and from evidence. */
  async referringTo(
    keys: readonly string[],
    classes: readonly Description[],
  ): Promise<{ from: string; to: string }[]> {
    const columns = [
      ...classes.flatMap((description) =>
        pointersOf(description).map((column) => ({ table: tableOf(description), from: 'id', to: column })),
      ),
      { table: evidenceTable.name, from: 'subject_id', to: 'source_id' },
    ];
    const found: { from: string; to: string }[] = [];
    for (const batch of batches(keys)) {
      for (const { table, from, to } of columns) {
        const rows = await this.manager.find<Row>(table, {
          select: { [from]: true, [to]: true },
          where: { [to]: In([...batch]) },
        });
        found.push(...rows.map((row) => ({ from: row[from] as string, to: row[to] as string })));
      }
    }
    return found;
  }

  /** Deletes records of a class with everything that belongs to them, and notes them as withdrawn. */
  async withdraw(description: Description, keys: readonly string[], withdrawnAt: string): Promise<void> {
    const isNamed = attributeOf(description, 'name')?.kind.holds === 'wordings';
    for (const batch of batches(keys)) {
      this.touched.add(description.path);
      const among = In([...batch]);
      const rows = await this.manager.find<Row>(tableOf(description), {
        select: { id: true, ...(isNamed && { name: true }) },
        where: { id: among },
      });
      const were = rows.map(({ id, name = null }) => ({
        id,
        type: description.type,
        names: name,
        withdrawn_at: withdrawnAt,
      }));
      await this.manager.upsert<Row>(withdrawnTable.name, were, ['id']);
      for (const { name } of [identifierTable, evidenceTable, originTable]) {
        await this.manager.delete<Row>(name, { subject_id: among });
      }
      await this.searchIndex.remove(batch);
      await this.manager.delete<Row>(tableOf(description), { id: among });
    }
  }

  /** The version of the data: the number of writes so far. */
  async version(): Promise<number> {
    const row = await this.manager.findOne<Row>(versionTable.name, { where: { id: 1 } });
    return (row?.version as number | undefined) ?? 0;
  }

  /** Raises the version of the data. Listeners are notified when the transaction commits. */
  async raiseVersion(changedAt: string): Promise<void> {
    const table = raw(versionTable.name);
    const raising = sql`INSERT INTO ${table} (id, version, changed_at) VALUES (1, 1, ${changedAt})
      ON CONFLICT (id) DO UPDATE SET version = ${table}.version + 1, changed_at = excluded.changed_at`;
    await this.manager.query(raising.text, raising.values);
    this.raised = await this.version();
  }

  /**
   * Finishes the work. A transaction that wrote without raising the version does so here, because caches rely on it.
   * @returns the new version and the touched classes, or null if nothing changed
   */
  async end(): Promise<Raised | null> {
    if (this.touched.size > 0 && this.raised === null) await this.raiseVersion(new Date().toISOString());
    if (this.raised === null) return null;
    const raised = { version: this.raised, touched: this.touched.size > 0 ? [...this.touched] : [anyClass] };
    await this.raiseClasses(raised);
    if (this.dialect === 'sqlite') return raised; // SQLite has no notifications
    // The touched classes are sent before the version, so that listeners know them first. Earlier releases listen to the version only.
    const telling = 'SELECT pg_notify($1, $2)';
    await this.manager.query(telling, [classChannel, classPayload(raised)]);
    await this.manager.query(telling, [versionChannel, String(raised.version)]);
    return raised;
  }

  private async raiseClasses({ version, touched }: Raised): Promise<void> {
    const read = `SELECT coalesce(max(version), 0) AS latest FROM ${classVersionTable.name}`;
    const [{ latest } = { latest: 0 }] = await this.manager.query<{ latest: number }[]>(read);
    const rows = touched.map((path) => ({ path, version }));
    // The write before this one named no classes. Once the number moves on, that could no longer be seen, so it is recorded here.
    if (latest < version - 1 && !touched.includes(anyClass))
      rows.push({ path: anyClass, version: version - 1 });
    await this.manager.upsert<Row>(classVersionTable.name, rows, ['path']);
  }
}

/** The columns of a class that refer to other records. */
const pointersOf = (description: Description): string[] => [
  ...(description.kind === 'link' ? endColumns : []),
  ...description.references.map(referenceColumn),
];
