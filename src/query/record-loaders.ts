/** The data loaders of one request for records by their keys and identifiers, and for what is stated of them. */
import DataLoader from 'dataloader';
import sql from 'sql-template-tag';
import type { Description } from '../resource/description';
import type { Identifier, StatedEvidence } from '../resource/evidence';
import { canonicalIdentifier } from '../resource/identifiers/identifiers';
import type { Import } from '../resource/origin';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { identifierTable } from '../resource/statements';
import type { WholeRecord } from '../resource/whole-record';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { readImports, readImportsOf, readOrigins, type CountedOrigin } from './origins';
import { wholeRecords } from './records';
import type { RowSource } from './rows/cached';
import { Source } from './source';
import { name, type Reader } from './sql';
import {
  evidenceStatements,
  findStatements,
  identifierStatements,
  type StatementKind,
} from './subject-statements';
import { readKeysByUniqueIdentifier, readUniqueIdentifiers } from './unique-identifiers';
import { readWholeRecords } from './whole-records';
import { getOrMake } from '../maps';

export class RecordLoaders {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /** @param rows the row cache; without it, everything is read from the database */
  constructor(
    protected readonly reader: Reader,
    protected readonly registry: Registry,
    protected readonly rows?: RowSource | null,
  ) {}

  /** The record with a key, or null. */
  record(key: string): Promise<StoredRecord | null> {
    return this.recordsOf(this.registry.ofKey(key)).load(key);
  }

  /** The keys of the resources with an identifier in any spelling. Empty if the value is not valid in its scheme. */
  async recordKeysByIdentifier({ scheme, value: given }: Identifier): Promise<string[]> {
    const value = canonicalIdentifier(scheme, given);
    if (value === null) return [];
    const rows = await this.reader.read(
      sql`SELECT DISTINCT subject_id FROM ${name(identifierTable.name)} WHERE scheme = ${scheme} AND value = ${value} ORDER BY subject_id`,
    );
    const keys = rows.map((row) => row.subject_id as string);
    return keys.filter((key) => this.registry.ofKey(key)?.kind === 'resource');
  }

  /** A record with its evidence and links, or null. */
  whole(key: string): Promise<WholeRecord | null> {
    return this.loader('whole', async (keys) => {
      const found = await readWholeRecords(await this.source(), keys, { evidence: true });
      const byKey = new Map(found.map((whole) => [whole.record.key, whole]));
      return keys.map((each) => byKey.get(each) ?? null);
    }).load(key);
  }

  /** The identifiers of a record. */
  identifiers(key: string): Promise<readonly Identifier[]> {
    return this.statements(identifierStatements).load(key);
  }

  /** The identifier of a scheme that is unique to a record within its class, or null. */
  uniqueIdentifier(of: Description, scheme: IdentifierScheme, key: string): Promise<string | null> {
    return this.loader(`unique ${of.type} ${scheme}`, (keys) =>
      readUniqueIdentifiers(this.reader, of, scheme, keys),
    ).load(key);
  }

  /** The key of the record of a class with a unique identifier in any spelling, or null. */
  async keyByUniqueIdentifier(
    of: Description,
    scheme: IdentifierScheme,
    given: string,
  ): Promise<string | null> {
    const value = canonicalIdentifier(scheme, given);
    if (value === null) return null;
    return this.loader(`by unique ${of.type} ${scheme}`, (values) =>
      readKeysByUniqueIdentifier(this.reader, of, scheme, values),
    ).load(value);
  }

  /** The evidence of a record or link: by the rank of its origin, then in the order of the import. */
  evidence(key: string): Promise<readonly StatedEvidence[]> {
    return this.statements(evidenceStatements).load(key);
  }

  /** The origins by name, in the order in which they are believed. */
  origins(): Promise<ReadonlyMap<string, CountedOrigin>> {
    return this.loader('origins', async (names) => {
      const origins = new Map((await readOrigins(this.reader)).map((origin) => [origin.name, origin]));
      return names.map(() => origins);
    }).load('');
  }

  /** The last imports of an origin, the newest first. */
  imports(origin: string, first: number): Promise<readonly Import[]> {
    return this.loader(`imports ${first}`, (origins) => readImports(this.reader, origins, first)).load(
      origin,
    );
  }

  /** The import that made a version of the data; null when none did. */
  import(version: number): Promise<Import | null> {
    return this.loader('import', (versions) => readImportsOf(this.reader, versions.map(Number))).load(
      String(version),
    );
  }

  /** Each class has a loader of its own, so that a table that cannot be read takes only its own records. */
  protected recordsOf(of: Description | undefined): DataLoader<string, StoredRecord | null> {
    return this.loader(`records ${of?.type ?? ''}`, async (keys) => {
      const recordAt = await (await this.source()).records(keys, wholeRecords);
      return keys.map((key) => recordAt(key) ?? null);
    });
  }

  protected async source(): Promise<Source> {
    return new Source(this.reader, this.registry, (await this.rows?.now()) ?? null);
  }

  private statements<T extends object>(kind: StatementKind<T>): DataLoader<string, readonly T[]> {
    return this.loader(`statements ${kind.name}`, async (subjects) => {
      const found = await findStatements(await this.source(), kind, subjects);
      return subjects.map((subject) => found.get(subject) ?? []);
    });
  }

  protected loader<T>(
    purpose: string,
    load: (keys: readonly string[]) => Promise<readonly T[]>,
  ): DataLoader<string, T> {
    const made = () => new DataLoader<string, unknown>(load);
    return getOrMake(this.loaders, purpose, made) as DataLoader<string, T>;
  }
}
