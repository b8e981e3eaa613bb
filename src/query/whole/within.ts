/**
 * Lists below all records of a class between two keys, as an export walks over them: one scan of an index, where lists are otherwise
 * looked up parent by parent.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { getOrMake, groupBy } from '../../maps';
import type { StoredRecord } from '../../resource/record';
import type { Row, Statement } from '../../resource/values';
import type { AskedList } from '../asked-list';
import type { KeyRange } from '../listing';
import type { Source } from '../source';
import { column, literal, type Dialect, type Reader } from '../sql';
import { rowsUnlessEmpty, type WalkedRange } from './walked-range';

/** Of lists with more rows in all, each is read by its own, no further than its page. */
const mostRows = 5_000;

type ByParent<T> = ReadonlyMap<string, readonly T[]>;

/** The keys in a list by parent; parents without any are absent. */
export async function keysBelow(
  source: Source,
  list: AskedList,
  parents: readonly string[],
  within: WalkedRange | null,
): Promise<ByParent<string>> {
  const { of } = list.request.listing;
  const rows = within && (await rowsWithin(source.reader, list, 'keys', within));
  if (!rows) return source.pagedKeys(list, parents);
  const own = rows.filter(({ id }) => !of || source.registry.ofKey(id as string) === of);
  return pagesOf(list, own, (row) => row.id as string);
}

/** The records in a list by parent; parents without any are absent. */
export async function recordsBelow(
  source: Source,
  list: AskedList,
  parents: readonly string[],
  within: WalkedRange | null,
): Promise<ByParent<StoredRecord>> {
  const { of } = list.request.listing;
  const rows = of && within && (await rowsWithin(source.reader, list, 'records', within));
  if (of && rows) return pagesOf(list, rows, list.reading(of).recordOf);
  const pages = await source.pages(list, parents);
  return new Map(
    parents.flatMap((parent, index) => {
      const { records = [] } = pages[index] ?? {};
      return records.length > 0 ? [[parent, records] as const] : [];
    }),
  );
}

function pagesOf<T>(list: AskedList, rows: readonly Row[], of: (row: Row) => T): ByParent<T> {
  const { size } = list.opened.window;
  const byParent = groupBy(rows, ({ parent_key: parent }) => parent as string);
  return new Map([...byParent].map(([parent, own]) => [parent, own.slice(0, size).map(of)]));
}

type Selected = 'keys' | 'records' | 'first parent';

/** The rows by parent and key; null if they are too many. */
async function rowsWithin(
  reader: Reader,
  list: AskedList,
  selected: Selected,
  range: WalkedRange,
): Promise<readonly Row[] | null> {
  return rowsUnlessEmpty(list, range, {
    async rows() {
      const rows = await readWithin(reader, list, selected, range);
      return rows.length > mostRows ? null : rows;
    },
    async firstIn(beyond) {
      const [row] = await readWithin(reader, list, 'first parent', beyond);
      return (row?.parent_key as string | undefined) ?? null;
    },
  });
}

function readWithin(
  reader: Reader,
  list: AskedList,
  selected: Selected,
  { from, to }: KeyRange,
): Promise<readonly Row[]> {
  const { text, sql, values } = statementFor(reader, list, selected);
  const given = values.map((value) => (value === later.from ? from : value === later.to ? to : value));
  return reader.read({ text, sql, values: given });
}

/** Stands in a statement for a range that is given when it runs. */
const later: KeyRange = { from: 'first key', to: 'last key' };

const statements = new WeakMap<AskedList, Map<`${Dialect} ${Selected}`, Statement>>();

const statementFor = (reader: Reader, list: AskedList, selected: Selected): Statement =>
  getOrMake(
    getOrMake(statements, list, () => new Map<`${Dialect} ${Selected}`, Statement>()),
    `${reader.dialect} ${selected}`,
    () => {
      const { text, sql, values } = selections[selected](reader, list);
      return { text, sql, values };
    },
  );

const selections: Readonly<Record<Selected, (reader: Reader, list: AskedList) => Sql>> = {
  keys: keysStatement,
  records: recordsStatement,
  'first parent': firstStatement,
};

function firstStatement(reader: Reader, { request: { listing } }: AskedList): Sql {
  const { parent, source } = listing.links ?? listing;
  return sql`SELECT ${parent} AS parent_key ${source(reader, later)} ORDER BY ${raw('1')} LIMIT ${literal(1)}`;
}

function keysStatement(reader: Reader, { request: { listing } }: AskedList): Sql {
  const { links } = listing;
  return links
    ? sql`SELECT DISTINCT ${links.parent} AS parent_key, ${links.key} AS id ${links.source(reader, later)} ORDER BY ${raw('1, 2')} ${limit}`
    : sql`SELECT ${listing.parent} AS parent_key, t.id AS id ${listing.source(reader, later)} ${inOrder}`;
}

function recordsStatement(reader: Reader, { request: { listing }, reading }: AskedList): Sql {
  const columns = listing.of ? reading(listing.of).columns : ['id'];
  const selected = join(columns.map((each) => column('t', each)));
  return sql`SELECT ${listing.parent} AS parent_key, ${selected} ${listing.source(reader, later)} ${inOrder}`;
}

const limit = sql`LIMIT ${literal(mostRows + 1)}`;
const inOrder = sql`ORDER BY ${raw('1, t.id')} ${limit}`;
