/** What is kept of one version of the data: it is read when it is first asked for, and never changes. */
import { createHash } from 'node:crypto';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { columnsOf, tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { recordOf } from '../../resource/record';
import type { Registry } from '../../resource/registry';
import type { Row } from '../../resource/values';
import type { Listing } from '../listing';
import { orderTerms, type OrderTerm } from '../order';
import { column, isOfClass, name, rowsBy, type Reader } from '../sql';
import { evidenceStatements, identifierStatements, type StatementKind } from '../subject-statements';
import { dataVersion } from '../summary';
import { bytesOf } from './bytes';
import {
  deeplyFrozen,
  keptRecord,
  type Answer,
  type CountedList,
  type KeptRecord,
  type PagedList,
  type Snapshot,
} from './kept';
import { entryOf, KeptList, readWholeList } from './kept-list';
import { asksAfterLoss, type Loaded, type Shelf } from './shelf';
import { byKey, readVersioned, selected, type VersionedRows } from './versioned';

/** Where a snapshot is read, and how much of it is kept. */
export interface Source {
  reader: Reader;
  registry: Registry;
  /** Rows of the largest class that is kept. */
  rows: number;
  /** How long one loading may take, in milliseconds: it serves others than who began it, and ends with none of them. */
  longest: number;
}

/** A list, and what is said about a class, may have so many rows for each that a class may have. */
const rowsForEach = 4;
/** What plans write beside a record repeats its values as JSON; it is counted before it is there. */
const bytesBesideRecord = 2;
/** So many ways to narrow a list are kept at once; the next ones when they are asked for again. */
const waysAtOnce = 16;
const mostCountable = 1_000;

export class KeptSnapshot implements Snapshot {
  /** The lists that are kept in whatever order, by their name and arguments: each can be counted. */
  private readonly countable = new Map<string, string>();
  private readonly ways = new Map<string, number>();

  /** @param small the classes of which all records may be kept. */
  constructor(
    readonly version: number,
    private readonly source: Source,
    private readonly shelf: Shelf,
    private readonly small: ReadonlySet<Description>,
  ) {}

  records(of: Description): Answer<ReadonlyMap<string, KeptRecord>> {
    if (!this.small.has(of)) return null;
    return this.kept(`records ${of.type}`, (signal) => this.readRecords(of, signal));
  }

  identifiers(of: Description) {
    return this.statements(identifierStatements, of);
  }

  evidence(of: Description) {
    return this.statements(evidenceStatements, of);
  }

  pages({ window, terms, ...list }: PagedList, parents: readonly string[]) {
    return after(this.list(list, terms), (kept) => kept.pages(window, parents));
  }

  counts(list: CountedList, parents: readonly string[]) {
    const known = this.countable.get(wayOf(list));
    const there = known === undefined ? undefined : (this.shelf.get(known) as KeptList | null | undefined);
    if (there) return there.counts(parents);
    const anyOrder = orderTerms(list.listing, [], 'en');
    return after(this.list(list, anyOrder), (kept) => kept.counts(parents));
  }

  remember<T>(key: string, bytes: (value: T) => number, read: () => Promise<T>): T | Promise<T> {
    const place = `remembered ${shortened(key)}`;
    const found = this.shelf.get(place);
    if (found !== undefined) return (found as { value: T }).value;
    const others = this.shelf.loadingOf(place) as Promise<{ value: T }> | undefined;
    // Who reads it for all may be given up; then the next one reads it.
    if (others) return others.then(({ value }) => value).catch(() => this.remember(key, bytes, read));
    const loading = this.shelf.load(place, async () => {
      const value = await read();
      return { value: { value }, bytes: bytes(value), lasting: await this.isOfNow() };
    });
    return loading.then(({ value }) => value);
  }

  /** Whether the data still have this version; what cannot be found out is not so. */
  private isOfNow(): Promise<boolean> {
    return dataVersion(this.source.reader).then(
      ({ version }) => version === this.version,
      () => false,
    );
  }

  /** A list in its order, with all its parents. */
  private list(list: CountedList, terms: readonly OrderTerm[]): Answer<KeptList> {
    const { listing } = list;
    if (!this.isSmall(listing)) return null;
    const way = wayOf(list);
    const key = `list ${way} ${textOf(terms)}`;
    const ways = this.ways.get(listing.name) ?? 0;
    if (ways >= waysAtOnce && !this.countable.has(way)) this.shelf.doubt(key, 2);
    return this.kept(key, async (signal) => {
      this.ways.set(listing.name, ways + 1);
      const loaded = await this.readList(listing, terms, signal);
      if (this.countable.size >= mostCountable) this.countable.clear();
      if (loaded.value) this.countable.set(way, key);
      return loaded;
    });
  }

  private isSmall({ search, through }: Listing): boolean {
    if (search || !through) return false;
    const classes = through === 'all links' ? this.source.registry.links : through;
    return classes.every((each) => this.small.has(each));
  }

  private async readList(
    listing: Listing,
    terms: readonly OrderTerm[],
    signal: AbortSignal,
  ): Promise<Loaded<KeptList | null>> {
    const most = this.source.rows * rowsForEach;
    const { version, rows } = await readWholeList(this.source.reader, listing, terms, most, signal);
    const isWhole = version === this.version && rows.length <= most;
    const records = isWhole ? await this.recordsOf(rows, listing.of) : null;
    if (!records) return this.nothing(version);
    const entries = rows.flatMap((row, index) => {
      const record = records[index];
      return record ? [entryOf(terms, row, record)] : [];
    });
    const value = new KeptList(entries);
    return { value, bytes: value.bytes, lasting: true };
  }

  /** The records of rows that are only keys; null where one of them is not kept. */
  private async recordsOf(rows: readonly Row[], of: Description | null): Promise<KeptRecord[] | null> {
    const { registry } = this.source;
    const classOf = ({ id }: Row) => of ?? registry.ofKey(id as string);
    const classes = [...new Set(rows.map(classOf))];
    const kept = new Map<Description | undefined, ReadonlyMap<string, KeptRecord> | null>();
    for (const each of classes) kept.set(each, each ? await this.records(each) : null);
    const records: KeptRecord[] = [];
    for (const row of rows) {
      const record = kept.get(classOf(row))?.get(row.id as string);
      if (!record) return null;
      records.push(record);
    }
    return records;
  }

  private async readRecords(
    of: Description,
    signal: AbortSignal,
  ): Promise<Loaded<ReadonlyMap<string, KeptRecord> | null>> {
    const columns = columnsOf(of).filter((each) => each.name !== 'digest');
    const select = sql`SELECT ${join(columns.map((each) => column('t', each.name)))} FROM ${name(tableOf(of))} t`;
    const { version, rows } = await readVersioned(this.source.reader, select, byKey, signal);
    if (version !== this.version) return this.nothing(version);
    const records = rows.map((row) => keptRecord(recordOf(of, row)));
    return {
      value: new Map(records.map((record) => [record.key, record])),
      bytes: records.reduce((sum, record) => sum + bytesOf(record) * bytesBesideRecord, 0),
      lasting: true,
    };
  }

  private statements<T extends object>(
    { table, order, of: statementOf }: StatementKind<T>,
    of: Description,
  ): Answer<ReadonlyMap<string, readonly T[]>> {
    if (!this.small.has(of)) return null;
    return this.kept(`${table.name} ${of.type}`, async (signal) => {
      const most = this.source.rows * rowsForEach;
      const columns = join(table.columns.map((each) => column('t', each.name)));
      const select = sql`SELECT t.subject_id AS id, ${columns} FROM ${name(table.name)} t WHERE ${isOfClass(raw('t.subject_id'), of)} LIMIT ${most + 1}`;
      const { version, rows } = await readVersioned(this.source.reader, select, raw(`id, ${order}`), signal);
      if (version !== this.version || rows.length > most) return this.nothing(version);
      const bySubject = rowsBy('id', rows) as Map<string, Row[]>;
      const value = new Map([...bySubject].map(([id, own]) => [id, deeplyFrozen(own.map(statementOf))]));
      return { value, bytes: bytesOf([...value.keys(), ...value.values()]), lasting: true };
    });
  }

  private kept<T>(key: string, read: (signal: AbortSignal) => Promise<Loaded<T | null>>): Answer<T> {
    const found = this.shelf.get(key);
    if (found !== undefined) return found as T | null;
    const others = this.shelf.loadingOf(key) as Promise<T | null> | undefined;
    if (others) return others;
    if (!this.shelf.isWorth(key)) return null;
    return this.shelf.load(key, () =>
      read(AbortSignal.timeout(this.source.longest)).catch((): Loaded<null> => {
        // Who needs it reads it alone, and will be told what is wrong. It may be slow as well: it is not tried again at once.
        this.shelf.doubt(key, asksAfterLoss);
        return { value: null, bytes: 0, lasting: false };
      }),
    );
  }

  /** What was read is not to be kept; that lasts, unless a server that lags behind has answered. */
  private nothing(version: number): Loaded<null> {
    return { value: null, bytes: 0, lasting: version >= this.version };
  }
}

/** Which classes have so few records that they may be kept, and the version of which this is true. */
export async function readSmallClasses({
  reader,
  registry,
  rows: most,
  longest,
}: Source): Promise<{ version: number; small: Set<Description> }> {
  const counts = registry.all.map(
    (each): Sql =>
      sql`SELECT ${each.type} AS id, count(*) AS total FROM (SELECT 1 FROM ${name(tableOf(each))} LIMIT ${most + 1}) counted`,
  );
  const read = join(counts, ' UNION ALL ');
  const signal = AbortSignal.timeout(longest);
  const { version, rows }: VersionedRows = await readVersioned(reader, read, column(selected, 'id'), signal);
  const small = new Set(
    rows
      .filter(({ total }) => Number(total) <= most)
      .flatMap(({ id }) => registry.ofType(id as string) ?? []),
  );
  return { version, small };
}

/** The name of a list with the arguments that narrow it. */
const wayOf = ({ listing, signature }: CountedList): string => shortened(`${listing.name} ${signature}`);

/** Clients decide how long arguments are; keys of a bounded number of values must be bounded too. */
const shortened = (key: string): string =>
  key.length <= longestKey ? key : createHash('sha256').update(key).digest('base64url');
const longestKey = 256;

const texts = new WeakMap<readonly OrderTerm[], string>();

/** The text of an order; plans ask in the same order again and again. */
function textOf(terms: readonly OrderTerm[]): string {
  const known = texts.get(terms);
  if (known !== undefined) return known;
  const text = JSON.stringify(terms);
  texts.set(terms, text);
  return text;
}

/** What follows from an answer, as soon as it is there. */
function after<T, U>(answer: Answer<T>, follow: (value: T) => U | null): Answer<U> {
  if (answer instanceof Promise) return answer.then((value) => (value === null ? null : follow(value)));
  return answer === null ? null : follow(answer);
}
