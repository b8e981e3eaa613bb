/** What one request reads: everything that is asked for at the same level is read in one statement. */
import DataLoader from 'dataloader';
import sql, { join, raw } from 'sql-template-tag';
import { bytesOf } from '../cache/bytes';
import { visible } from '../resource/canonical/text';
import { columnsOf, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import { canonicalIdentifier } from '../resource/identifiers/identifiers';
import { recordOf, type StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { identifierTable } from '../resource/statements';
import type { Row } from '../resource/values';
import type { ReadClasses } from '../resource/versions';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { noParent, readCounts, readPages, type Page } from './connection';
import { openList, type Connection, type ConnectionRequest } from './asked-connection';
import { checkBuckets, readFacets } from './counting/facets';
import { groupsWith } from './counting/grouped-list';
import { fieldsNamed } from './counting/groups';
import { classesOfCounts } from './read-classes';
import { countsKey, deeplyFrozen, type PagedList, type RowSource } from './rows/cached';
import type { CachedRows } from './rows/cached-rows';
import type { Listing } from './listing';
import { placeIn, scoreColumn, type OrderTerm, type Place } from './order';
import type { Search } from './search/hits';
import { searchTextOf } from './search/search-text';
import { lookUp } from './search/search';
import { amongKeys, column, isStorable, name, type Reader } from './sql';
import {
  evidenceStatements,
  identifierStatements,
  cachedStatements,
  readStatements,
  type StatementKind,
} from './subject-statements';
import { readRecordsByUniqueIdentifier, readUniqueIdentifiers } from './unique-identifiers';

/** A page as it was read or cached. */
interface ListedPage {
  places: readonly Place[];
  /** How well each record fits the search that narrows the list; empty where none does. */
  scores: readonly number[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Read on demand, where the page has only keys. */
  records: () => Promise<readonly StoredRecord[]>;
}

/** The loaders of one request. */
export class Loaders {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /** @param rows what need not be read; the database is asked for everything where it is left out. */
  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
    private readonly rows?: RowSource | null,
  ) {}

  /** The record with a key; null when there is none. */
  record(key: string): Promise<StoredRecord | null> {
    const description = this.registry.ofKey(key);
    if (!description || !isStorable(key)) return Promise.resolve(null);
    return this.records(description).load(key);
  }

  /** The keys of the resources with an identifier, in whatever spelling; what is none of its scheme is nobody's. */
  async recordKeysByIdentifier({ scheme, value: given }: Identifier): Promise<string[]> {
    const value = canonicalIdentifier(scheme, given);
    if (value === null) return [];
    const rows = await this.reader.read(
      sql`SELECT subject_id FROM ${name(identifierTable.name)} WHERE scheme = ${scheme} AND value = ${value} ORDER BY subject_id`,
    );
    const keys = rows.map((row) => row.subject_id as string);
    return keys.filter((key) => this.registry.ofKey(key)?.kind === 'resource');
  }

  /** The identifiers of a record. */
  identifiers(key: string): Promise<readonly Identifier[]> {
    return this.statements(identifierStatements).load(key);
  }

  /** The identifier of a scheme that a record of the class has alone; null where there is none. */
  uniqueIdentifier(of: Description, scheme: IdentifierScheme, key: string): Promise<string | null> {
    return this.loader(`unique ${of.type} ${scheme}`, (keys) =>
      readUniqueIdentifiers(this.reader, of, scheme, keys),
    ).load(key);
  }

  /** The record of a class that alone has an identifier, in whatever spelling; null when there is none. */
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

  /** What sources say of a record or link, in the order of the import. */
  evidence(key: string): Promise<readonly Evidence[]> {
    return this.statements(evidenceStatements).load(key);
  }

  /**
   * What a text searches for; its words are looked up once for each version of the data, where that is cached.
   * @param argument where the text stands.
   * @throws BadUserInput for a text that is too long.
   */
  async search(given: string, argument: string): Promise<Search> {
    const text = visible(given);
    searchTextOf(text, argument);
    return this.loader('search', (texts) =>
      Promise.all(
        texts.map((each) =>
          this.remembered(
            `search ${each}`,
            () => 'everything',
            () => lookUp(this.reader, this.registry, searchTextOf(each, argument)),
          ),
        ),
      ),
    ).load(text);
  }

  /**
   * A page of a list with its count.
   * @throws BadUserInput for page arguments that do not fit.
   */
  connection(request: ConnectionRequest): Connection {
    const { listing, without, parent = noParent, signature } = request;
    const { terms, window, cursorAt } = openList(request);
    const key = `${listing.name} ${signature}`;
    const readPage = () =>
      this.loader(`page ${key} ${JSON.stringify([window, terms])}`, (parents) =>
        this.readPages({ listing, signature, terms, window }, parents),
      ).load(parent);
    const nodes = async () => (await readPage()).records();
    return {
      nodes,
      edges: async () => {
        const [{ places, scores }, records] = await Promise.all([readPage(), nodes()]);
        return records.map((node, index) => ({
          node,
          cursor: cursorAt(places[index] ?? []),
          score: scores[index] ?? null,
          search: listing.search ?? null,
        }));
      },
      pageInfo: async () => {
        const { places, hasNextPage, hasPreviousPage } = await readPage();
        const [first, last] = [places.at(0), places.at(-1)];
        return {
          hasNextPage,
          hasPreviousPage,
          startCursor: first ? cursorAt(first) : null,
          endCursor: last ? cursorAt(last) : null,
        };
      },
      totalCount: () =>
        this.loader(`count ${key}`, async (parents) => {
          const cached = await this.fromCache((rows) => rows.counts({ listing, signature }, parents));
          const read = () => readCounts(this.reader, listing, parents);
          return (
            cached ?? this.remembered(countsKey(request, parents), (rows) => rows.classesOf(listing), read)
          );
        }).load(parent),
      facet: ({ field, first, excludeOwnFilter }) => {
        const shown = checkBuckets(first);
        const counted = excludeOwnFilter ? without(field) : listing;
        const purpose = `facet ${key} ${JSON.stringify([field, shown, excludeOwnFilter ?? false])}`;
        return this.loader(purpose, (parents) =>
          this.remembered(below(purpose, parents), classesBy(counted, [field]), () =>
            readFacets(this.reader, counted, field, shown, parents),
          ),
        ).load(parent);
      },
      groups: (asked) =>
        groupsWith(asked, (part, read) => {
          const purpose = `groups ${key} ${JSON.stringify([asked, part])}`;
          return this.loader(purpose, (parents) =>
            this.remembered(below(purpose, parents), classesBy(listing, asked.by), () =>
              read(this.reader, listing, parents),
            ),
          ).load(parent);
        }),
    };
  }

  /** What was read for an earlier request, while the data are the same. */
  private async remembered<T extends object>(
    key: string,
    classes: (rows: CachedRows) => ReadClasses,
    read: () => Promise<T>,
  ): Promise<T> {
    const rows = await this.rows?.now();
    if (!rows) return read();
    return rows.remember(
      key,
      () => classes(rows),
      bytesOf,
      async () => deeplyFrozen(await read()),
    );
  }

  /** What is cached, if the database need not be asked. */
  private async fromCache<T>(ask: (rows: CachedRows) => T | Promise<T> | null): Promise<T | null> {
    const rows = await this.rows?.now();
    return rows ? ask(rows) : null;
  }

  private async readPages(list: PagedList, parents: readonly string[]): Promise<ListedPage[]> {
    const cached = await this.fromCache((rows) => rows.pages(list, parents));
    if (cached)
      return cached.map(({ records, ...page }) => ({
        ...page,
        scores: [],
        records: () => Promise.resolve(records),
      }));
    const { listing, terms, window } = list;
    const pages = await readPages(this.reader, listing, terms, window, parents);
    return pages.map((page) => this.listed(page, listing, terms));
  }

  private listed({ rows, ...page }: Page, { of, search }: Listing, terms: readonly OrderTerm[]): ListedPage {
    return {
      ...page,
      places: rows.map((row) => placeIn(terms, row)),
      scores: search ? rows.map((row) => Number(row[scoreColumn])) : [],
      records: () => Promise.all(rows.map((row) => this.recordOfRow(of, row))),
    };
  }

  /** Makes the record of a listed row, and keeps it for whoever asks for its key; a row that is only a key is looked up. */
  private async recordOfRow(of: Description | null, row: Row): Promise<StoredRecord> {
    if (of) {
      const listed = recordOf(of, row);
      this.records(of).prime(listed.key, listed);
      return listed;
    }
    const record = await this.record(row.id as string);
    if (!record) throw new Error(`A link points to ${String(row.id)}, which does not exist.`);
    return record;
  }

  private records(description: Description): DataLoader<string, StoredRecord | null> {
    return this.loader(`record ${description.type}`, (keys) => this.readRecords(description, keys));
  }

  private async readRecords(
    description: Description,
    keys: readonly string[],
  ): Promise<(StoredRecord | null)[]> {
    const cached = await this.fromCache((rows) => rows.records(description));
    if (cached) return keys.map((key) => cached.get(key) ?? null);
    const columns = join(columnsOf(description).map(({ name }) => column('t', name)));
    const rows = await this.reader.read(
      sql`SELECT ${columns} FROM ${name(tableOf(description))} t WHERE ${amongKeys(this.reader, raw('t.id'), keys)}`,
    );
    const found = new Map(rows.map((row) => [row.id, recordOf(description, row)]));
    return keys.map((key) => found.get(key) ?? null);
  }

  private statements<T extends object>(kind: StatementKind<T>): DataLoader<string, readonly T[]> {
    return this.loader(`statements ${kind.table.name}`, async (subjects) => {
      const rows = await this.rows?.now();
      const cached = rows && (await cachedStatements(rows, this.registry, kind, subjects));
      const others = subjects.filter((subject) => !cached?.has(subject));
      const read = others.length > 0 ? await readStatements(this.reader, kind, others) : null;
      return subjects.map((subject) => cached?.get(subject) ?? read?.get(subject) ?? []);
    });
  }

  private loader<T>(purpose: string, load: (keys: readonly string[]) => Promise<T[]>): DataLoader<string, T> {
    const cached = this.loaders.get(purpose) as DataLoader<string, T> | undefined;
    if (cached) return cached;
    const fresh = new DataLoader<string, T>(load);
    this.loaders.set(purpose, fresh);
    return fresh;
  }
}

/** The classes from which a list is counted by some fields. */
const classesBy =
  (listing: Listing, by: readonly string[]) =>
  (rows: CachedRows): ReadClasses =>
    classesOfCounts(rows.classesOf(listing), fieldsNamed(listing, by));

/** Under this key it is remembered what was counted below these parents. */
const below = (purpose: string, parents: readonly string[]): string =>
  `${purpose} ${JSON.stringify(parents)}`;
