/**
 * Lists below all records of a class between two keys, as an export walks over them: one scan of an index, where lists are otherwise
 * looked up parent by parent.
 */
import sql, { raw, type Sql } from 'sql-template-tag';
import { getOrMake } from '../../maps';
import type { StoredRecord } from '../../resource/record';
import type { Row, Statement } from '../../resource/values';
import type { RequestedList } from '../requested-list';
import type { KeyRange, Listing } from '../listing';
import { inOneRow, jsonList, listsOf } from '../listed-rows';
import type { Source } from '../source';
import { literal, type Dialect, type Reader } from '../sql';
import { rowsUnlessEmpty, type WalkedRange } from './walked-range';

/** Of lists with more rows in all, each is read by its own, no further than its page. */
const mostRows = 5_000;

type ByParent<T> = ReadonlyMap<string, readonly T[]>;

/** The keys in a list by parent; parents without any are absent. */
export async function keysBelow(
  source: Source,
  list: RequestedList,
  parents: readonly string[],
  within: WalkedRange | null,
): Promise<ByParent<string>> {
  const { of } = list.request.listing;
  const rows = within && (await rowsWithin(source.reader, list, 'keys', within));
  if (!rows) return source.pagedKeys(list, parents);
  const own = of ? rows.filter(([, [id]]) => source.registry.ofKey(id as string) === of) : rows;
  return pagesOf(list, own, ([id]) => id as string);
}

/** The records in a list by parent; parents without any are absent. */
export async function recordsBelow(
  source: Source,
  list: RequestedList,
  parents: readonly string[],
  within: WalkedRange | null,
): Promise<ByParent<StoredRecord>> {
  const { of } = list.request.listing;
  const rows = of && within && (await rowsWithin(source.reader, list, 'records', within));
  if (of && rows) return pagesOf(list, rows, list.reading(of).listed().recordOf);
  const pages = await source.pages(list, parents);
  return new Map(
    parents.flatMap((parent, index) => {
      const { records = [] } = pages[index] ?? {};
      return records.length > 0 ? [[parent, records] as const] : [];
    }),
  );
}

/** A row of a list: its parent, and what is listed of it. */
type ListedRow = readonly [parent: string, listed: readonly unknown[]];

function pagesOf<T>(
  list: RequestedList,
  rows: readonly ListedRow[],
  of: (listed: readonly unknown[]) => T,
): ByParent<T> {
  const { size } = list.opened.window;
  const pages = new Map<string, T[]>();
  for (const [parent, listed] of rows) {
    const page = getOrMake(pages, parent, (): T[] => []);
    if (page.length < size) page.push(of(listed));
  }
  return pages;
}

type Selected = 'keys' | 'records';

/** The rows by parent and key; null if they are too many. */
async function rowsWithin(
  reader: Reader,
  list: RequestedList,
  selected: Selected,
  range: WalkedRange,
): Promise<readonly ListedRow[] | null> {
  return rowsUnlessEmpty(list, range, {
    async rows() {
      const rows = listsOf(await readWithin(reader, list, selected, range));
      return rows.length > mostRows ? null : (rows as unknown as ListedRow[]);
    },
    async firstIn(beyond) {
      const [row] = await readWithin(reader, list, 'first parent', beyond);
      return (row?.parent_key as string | undefined) ?? null;
    },
  });
}

function readWithin(
  reader: Reader,
  list: RequestedList,
  selected: Statements,
  { from, to }: KeyRange,
): Promise<readonly Row[]> {
  const { text, sql, values } = statementFor(reader, list, selected);
  const given = values.map((value) => (value === later.from ? from : value === later.to ? to : value));
  return reader.read({ text, sql, values: given });
}

/** Stands in a statement for a range that is given when it runs. */
const later: KeyRange = { from: 'first key', to: 'last key' };

type Statements = Selected | 'first parent';

const statements = new WeakMap<RequestedList, Map<`${Dialect} ${Statements}`, Statement>>();

const statementFor = (reader: Reader, list: RequestedList, selected: Statements): Statement =>
  getOrMake(
    getOrMake(statements, list, () => new Map<`${Dialect} ${Statements}`, Statement>()),
    `${reader.dialect} ${selected}`,
    () => {
      const { text, sql, values } = selections[selected](reader, list);
      return { text, sql, values };
    },
  );

const selections: Readonly<Record<Statements, (reader: Reader, list: RequestedList) => Sql>> = {
  keys: keysStatement,
  records: recordsStatement,
  'first parent': firstStatement,
};

function firstStatement(reader: Reader, { request: { listing } }: RequestedList): Sql {
  const { parent, source } = listing.links ?? listing;
  return sql`SELECT ${parent} AS parent_key ${source(reader, later)} ORDER BY ${raw('1')} LIMIT ${literal(1)}`;
}

function keysStatement(reader: Reader, { request: { listing } }: RequestedList): Sql {
  const { links } = listing;
  const id = [raw('t.id')];
  if (!links)
    return listedStatement(reader, [parentIn(listing), jsonList(reader, id)], inOrder(reader, listing));
  // A parent may be linked with a record several times.
  const distinct = sql`SELECT DISTINCT ${links.parent} AS parent_key, ${links.key} AS id ${links.source(reader, later)} ORDER BY ${raw('1, 2')} ${limit}`;
  return listedStatement(reader, [raw('t.parent_key'), jsonList(reader, id)], sql`FROM (${distinct}) t`);
}

function recordsStatement(reader: Reader, { request: { listing }, reading }: RequestedList): Sql {
  const { of } = listing;
  const values = of ? reading(of).listed().list(reader) : jsonList(reader, []);
  return listedStatement(reader, [parentIn(listing), values], inOrder(reader, listing));
}

const listedStatement = (reader: Reader, values: readonly Sql[], rest: Sql): Sql =>
  inOneRow(reader, jsonList(reader, values), rest);

const limit = sql`LIMIT ${literal(mostRows + 1)}`;

const inOrder = (reader: Reader, listing: Listing): Sql =>
  sql`${listing.source(reader, later)} ORDER BY ${parentIn(listing)}, ${raw('t.id')} ${limit}`;

/** @throws Error for a list without parents, which is below nothing */
function parentIn({ name, parent }: Listing): Sql {
  if (parent) return parent;
  throw new Error(`${name} has no parents.`);
}
