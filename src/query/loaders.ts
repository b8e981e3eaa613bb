/** What one request reads: everything that is asked for at the same level is read in one statement. */
import DataLoader from 'dataloader';
import sql, { join, raw } from 'sql-template-tag';
import { columnsOf, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import { recordOf, type StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { evidenceOf, evidenceTable, identifierOf, identifierTable } from '../resource/statements';
import type { LanguageTag } from '../resource/text';
import type { Row } from '../resource/values';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { noParent, readCounts, readPages } from './connection';
import { checkBuckets, readFacets, type Facet } from './counting/facets';
import { groupsWith, type GroupedList, type GroupRequest } from './counting/grouped-list';
import type { Listing } from './listing';
import { orderTerms, placeIn, scoreColumn, type OrderBy, type OrderTerm, type Place } from './order';
import { cursorOf, fingerprint, windowOf, type PageArguments, type Window } from './page';
import type { Search } from './search/hits';
import { questionOf } from './search/question';
import { lookUp } from './search/search';
import { among, column, isStorable, name, type Reader } from './sql';
import { readRecordsByUniqueIdentifier, readUniqueIdentifiers } from './unique-identifiers';

/** A record in a list. */
export interface Edge {
  cursor: string;
  node: StoredRecord;
  /** How well it fits the search that narrows the list; null where none does. */
  score: number | null;
  search: Search | null;
}

/** A connection as the schema shows it; its parts are read on demand. */
export interface Connection {
  edges(): Promise<Edge[]>;
  nodes(): Promise<StoredRecord[]>;
  pageInfo(): Promise<{
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  }>;
  totalCount(): Promise<number>;
  /** Counts of the values of one field over the whole list. */
  facet(asked: FacetRequest): Promise<Facet>;
  /** The whole list in groups. */
  groups(asked: GroupRequest): GroupedList;
}

/** A facet as it is asked for. */
export interface FacetRequest {
  field: string;
  first?: number | null;
  /** Whether the list is counted without what its filter says of this field. */
  excludeOwnFilter?: boolean | null;
}

/** How a list is to be read. */
export interface ConnectionRequest {
  listing: Listing;
  /** The list without what its filter says of one field. */
  without: (field: string) => Listing;
  /** Key of the record on which the list hangs; none for lists of a whole class. */
  parent?: string;
  /** What tells this list from the same one with other arguments, beside its page and order. */
  signature: string;
  page: PageArguments;
  orderBy: readonly OrderBy[];
  language: LanguageTag;
}

/** A list in its order, with the page that is asked for. */
export interface OpenedList {
  terms: readonly OrderTerm[];
  window: Window;
  /** The cursor of a place in it. */
  cursorAt: (place: Place) => string;
}

/** @throws BadUserInput for page arguments that do not fit. */
export function openList({ listing, page, orderBy, language }: ConnectionRequest): OpenedList {
  const terms = orderTerms(listing, orderBy, language);
  const list = fingerprint(JSON.stringify([listing.name, terms]));
  return {
    terms,
    window: windowOf(page, list, terms),
    cursorAt: (place) => cursorOf(place, list),
  };
}

/** The loaders of one request. */
export class Loaders {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
  ) {}

  /** The record with a key; null when there is none. */
  record(key: string): Promise<StoredRecord | null> {
    const description = this.registry.ofKey(key);
    if (!description || !isStorable(key)) return Promise.resolve(null);
    return this.records(description).load(key);
  }

  /** The keys of the resources with an identifier. */
  async recordKeysByIdentifier({ scheme, value }: Identifier): Promise<string[]> {
    if (!isStorable(value)) return [];
    const rows = await this.reader.read(
      sql`SELECT subject_id FROM ${name(identifierTable.name)} WHERE scheme = ${scheme} AND value = ${value} ORDER BY subject_id`,
    );
    const keys = rows.map((row) => row.subject_id as string);
    return keys.filter((key) => this.registry.ofKey(key)?.kind === 'resource');
  }

  /** The identifiers of a record. */
  identifiers(key: string): Promise<Identifier[]> {
    return this.statements(identifierTable, 'scheme, value', identifierOf).load(key);
  }

  /** The identifier of a scheme that a record of the class has alone; null where there is none. */
  uniqueIdentifier(of: Description, scheme: IdentifierScheme, key: string): Promise<string | null> {
    return this.loader(`unique ${of.type} ${scheme}`, (keys) =>
      readUniqueIdentifiers(this.reader, of, scheme, keys),
    ).load(key);
  }

  /** The record of a class that alone has an identifier; null when there is none. */
  async recordByUniqueIdentifier(
    of: Description,
    scheme: IdentifierScheme,
    value: string,
  ): Promise<StoredRecord | null> {
    if (!isStorable(value)) return null;
    return this.loader(`by unique ${of.type} ${scheme}`, (values) =>
      readRecordsByUniqueIdentifier(this.reader, of, scheme, values),
    ).load(value);
  }

  /** What sources say of a record or link, in the order of the import. */
  evidence(key: string): Promise<Evidence[]> {
    return this.statements(evidenceTable, 'position', evidenceOf).load(key);
  }

  /**
   * What a text searches for; its words are looked up once a request.
   * @param argument where the text stands.
   * @throws BadUserInput for a text that is too long.
   */
  async search(text: string, argument: string): Promise<Search> {
    questionOf(text, argument);
    return this.loader('search', (texts) =>
      Promise.all(texts.map((each) => lookUp(this.reader, this.registry, questionOf(each, argument)))),
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
        readPages(this.reader, listing, terms, window, parents),
      ).load(parent);
    const cursor = (row: Row) => cursorAt(placeIn(terms, row));
    const nodes = async () => {
      const { rows } = await readPage();
      return Promise.all(rows.map((row) => this.recordOfRow(listing.of, row)));
    };
    return {
      nodes,
      edges: async () => {
        const [{ rows }, records] = await Promise.all([readPage(), nodes()]);
        return records.map((node, index) => {
          const row = rows[index] ?? {};
          const score = listing.search ? Number(row[scoreColumn]) : null;
          return { node, cursor: cursor(row), score, search: listing.search ?? null };
        });
      },
      pageInfo: async () => {
        const { rows, hasNextPage, hasPreviousPage } = await readPage();
        const [first, last] = [rows.at(0), rows.at(-1)];
        return {
          hasNextPage,
          hasPreviousPage,
          startCursor: first ? cursor(first) : null,
          endCursor: last ? cursor(last) : null,
        };
      },
      totalCount: () =>
        this.loader(`count ${key}`, (parents) => readCounts(this.reader, listing, parents)).load(parent),
      facet: ({ field, first, excludeOwnFilter }) => {
        const shown = checkBuckets(first);
        const counted = excludeOwnFilter ? without(field) : listing;
        return this.loader(
          `facet ${key} ${JSON.stringify([field, shown, excludeOwnFilter ?? false])}`,
          (parents) => readFacets(this.reader, counted, field, shown, parents),
        ).load(parent);
      },
      groups: (asked) =>
        groupsWith(asked, (part, read) =>
          this.loader(`groups ${key} ${JSON.stringify([asked, part])}`, (parents) =>
            read(this.reader, listing, parents),
          ).load(parent),
        ),
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
    const columns = join(columnsOf(description).map(({ name }) => column('t', name)));
    const rows = await this.reader.read(
      sql`SELECT ${columns} FROM ${name(tableOf(description))} t WHERE ${among(this.reader, raw('t.id'), keys)}`,
    );
    const found = new Map(rows.map((row) => [row.id, recordOf(description, row)]));
    return keys.map((key) => found.get(key) ?? null);
  }

  private statements<T>(
    table: { name: string; columns: { name: string }[] },
    order: string,
    read: (row: Row) => T,
  ) {
    return this.loader(`statements ${table.name}`, async (subjects) => {
      const columns = join(table.columns.map(({ name }) => column('t', name)));
      const rows = await this.reader.read(
        sql`SELECT ${columns} FROM ${name(table.name)} t WHERE ${among(this.reader, raw('t.subject_id'), subjects)} ORDER BY ${raw(`subject_id, ${order}`)}`,
      );
      const bySubject = new Map<unknown, T[]>(subjects.map((subject) => [subject, []]));
      for (const row of rows) bySubject.get(row.subject_id)?.push(read(row));
      return subjects.map((subject) => bySubject.get(subject) ?? []);
    });
  }

  private loader<T>(purpose: string, load: (keys: readonly string[]) => Promise<T[]>): DataLoader<string, T> {
    const known = this.loaders.get(purpose) as DataLoader<string, T> | undefined;
    if (known) return known;
    const fresh = new DataLoader<string, T>(load);
    this.loaders.set(purpose, fresh);
    return fresh;
  }
}
