/** The data loaders of one request: whatever is requested at the same level is read in one statement. */
import DataLoader from 'dataloader';
import sql from 'sql-template-tag';
import { visible } from '../resource/canonical/text';
import type { Description } from '../resource/description';
import type { Identifier, StatedEvidence } from '../resource/evidence';
import { canonicalIdentifier } from '../resource/identifiers/identifiers';
import type { Import } from '../resource/origin';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { identifierTable } from '../resource/statements';
import type { Holding } from '../vocabulary/holding';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { Connection, ConnectionRequest } from './asked-connection';
import { AskedList } from './asked-list';
import { noParent } from './connection';
import type { ReadPart } from './counting/grouped-list';
import { fieldsNamed } from './counting/groups';
import { belowNone, readHolding, type HeldRow } from './held-rows';
import { ReadPage, type RecordPage } from './listed-page';
import { LoadedConnection } from './loaded-connection';
import { allOfClass, type Listing } from './listing';
import { together } from './maybe-promise';
import { readImports, readImportsOf, readOrigins, type CountedOrigin } from './origins';
import { classesOfCounts } from './read-classes';
import { wholeRecords } from './records';
import type { RowSource } from './rows/cached';
import type { CachedRows } from './rows/cached-rows';
import type { Search } from './search/hits';
import { lookUp } from './search/search';
import { searchTextOf } from './search/search-text';
import { Source } from './source';
import { name, type Reader } from './sql';
import {
  evidenceStatements,
  identifierStatements,
  cachedStatements,
  readStatements,
  type StatementKind,
} from './subject-statements';
import { readRecordsByUniqueIdentifier, readUniqueIdentifiers } from './unique-identifiers';
import { getOrMake } from '../maps';

/** The loaders of one request. */
export class Loaders {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /** @param rows the row cache; without it, everything is read from the database */
  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
    private readonly rows?: RowSource | null,
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

  /** The record of a class with a unique identifier in any spelling, or null. */
  async recordByUniqueIdentifier(
    of: Description,
    scheme: IdentifierScheme,
    given: string,
  ): Promise<StoredRecord | null> {
    const value = canonicalIdentifier(scheme, given);
    if (value === null) return null;
    return this.loader(`by unique ${of.type} ${scheme}`, (values) =>
      readRecordsByUniqueIdentifier(this.reader, of, scheme, values),
    ).load(value);
  }

  /** The evidence of a record or link: by the rank of its origin, then in the order of the import. */
  evidence(key: string): Promise<readonly StatedEvidence[]> {
    return this.statements(evidenceStatements).load(key);
  }

  /** How a record holds on a day. */
  holdingOf(key: string, day: string): Promise<Holding> {
    const of = this.registry.ofKey(key);
    return this.loader(`holding ${of?.type ?? ''} ${day}`, async (keys) => {
      const found = of
        ? await readHolding(this.reader, allOfClass(of, { asOf: day }), keys.map(belowNone))
        : [];
      return found.map((holding) => holding ?? 'UNDATED');
    }).load(key);
  }

  /** How a record of a list holds on the day of the list; null if the list has no day. */
  async holdingIn({ name, request }: AskedList, parent: string, key: string): Promise<Holding | null> {
    const { listing } = request;
    if (!listing.held) return null;
    return this.loader(`holding in ${name}`, (rows) =>
      readHolding(
        this.reader,
        listing,
        rows.map((row) => JSON.parse(row) as HeldRow),
      ),
    ).load(JSON.stringify([parent, key]));
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

  /**
   * Prepares a search. The look-up of its words is cached for each version of the data.
   * @param argument the argument's name, for messages
   * @throws BadUserInput for a text that is too long
   */
  async search(given: string, argument: string): Promise<Search> {
    const text = visible(given);
    searchTextOf(text, argument);
    return this.loader('search', async (texts) => {
      const source = await this.source();
      const found = (each: string) => lookUp(this.reader, this.registry, searchTextOf(each, argument));
      return together(
        texts.map((each) =>
          source.remember(
            `search ${each}`,
            () => 'everything',
            () => found(each),
          ),
        ),
      );
    }).load(text);
  }

  /**
   * A page of a list and its count, each read on demand.
   * @throws BadUserInput for invalid page arguments
   */
  connection(request: ConnectionRequest): Connection {
    return this.below(new AskedList(request, wholeRecords), request.parent ?? noParent);
  }

  /** The same for a list with checked page arguments, for one parent. */
  below(list: AskedList, parent: string): Connection {
    return new LoadedConnection(list, parent, this);
  }

  /** The page of a list for one parent. */
  page(list: AskedList, parent: string): Promise<RecordPage> {
    const { terms, window } = list.opened;
    const { of } = list.request.listing;
    return this.loader(`page ${list.name} ${JSON.stringify([window, terms])}`, async (parents) => {
      const pages = await (await this.source()).pages(list, parents);
      const ofClass = of && this.recordsOf(of);
      // What is cached is found as fast without it.
      for (const page of pages)
        if (page instanceof ReadPage)
          for (const each of page.records)
            (ofClass ?? this.recordsOf(this.registry.ofKey(each.key))).prime(each.key, each);
      return pages;
    }).load(parent);
  }

  /** The total count of a list for one parent. */
  count(list: AskedList, parent: string): Promise<number> {
    return this.loader(`count ${list.name}`, async (parents) =>
      (await this.source()).counts(list, parents),
    ).load(parent);
  }

  /**
   * A facet or grouping of a list for one parent.
   * @param purpose cache key: everything that it depends on, except for the data
   * @param counted makes the list, on a cache miss only; names of the fields to count by
   */
  counted<T>(
    purpose: string,
    { listingOf, by, parent }: { listingOf: () => Listing; by: readonly string[]; parent: string },
    read: ReadPart<T>,
  ): Promise<T> {
    const classesOf = (rows: CachedRows) => {
      const listing = listingOf();
      return classesOfCounts(rows.classesOf(listing), fieldsNamed(listing, by));
    };
    return this.loader(purpose, async (parents) =>
      (await this.source()).remember(`${purpose} ${JSON.stringify(parents)}`, classesOf, () =>
        read(this.reader, listingOf(), parents),
      ),
    ).load(parent);
  }

  /** Each class has a loader of its own, so that a table that cannot be read takes only its own records. */
  private recordsOf(of: Description | undefined): DataLoader<string, StoredRecord | null> {
    return this.loader(`records ${of?.type ?? ''}`, async (keys) => {
      const recordAt = await (await this.source()).records(keys, wholeRecords);
      return keys.map((key) => recordAt(key) ?? null);
    });
  }

  private async source(): Promise<Source> {
    return new Source(this.reader, this.registry, (await this.rows?.now()) ?? null);
  }

  private statements<T extends object>(kind: StatementKind<T>): DataLoader<string, readonly T[]> {
    return this.loader(`statements ${kind.name}`, async (subjects) => {
      const rows = await this.rows?.now();
      const cached = rows && (await cachedStatements(rows, this.registry, kind, subjects));
      const others = subjects.filter((subject) => !cached?.has(subject));
      const read = others.length > 0 ? await readStatements(this.reader, this.registry, kind, others) : null;
      return subjects.map((subject) => cached?.get(subject) ?? read?.get(subject) ?? []);
    });
  }

  private loader<T>(
    purpose: string,
    load: (keys: readonly string[]) => Promise<readonly T[]>,
  ): DataLoader<string, T> {
    const made = () => new DataLoader<string, unknown>(load);
    return getOrMake(this.loaders, purpose, made) as DataLoader<string, T>;
  }
}
