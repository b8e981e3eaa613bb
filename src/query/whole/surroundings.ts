/** The records around some records: behind their references, at their ends if they are links, and in the lists that RDF states. */
import { endOf, type Description } from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import { getOrMake, groupBy } from '../../maps';
import type { RequestedList } from '../requested-list';
import type { WalkedRange } from './walked-range';
import { declaredList } from '../lists';
import { statedRecords } from '../records';
import type { Source } from '../source';
import type { Term } from '../../vocabulary/term';
import { keyOrdered } from './key-ordered';
import { keysBelow, recordsBelow } from './within';

/** What stands around one record, by the names of its references, ends and lists. */
export interface Surroundings {
  references: Map<string, StoredRecord>;
  lists: Map<string, readonly StoredRecord[]>;
  /** The lists that have more records than were read. */
  cut: string[];
}

/** What stands around some records. */
export interface SurroundingRecords {
  /** All of these records, each once. */
  records: StoredRecord[];
  /** What stands around a record; undefined where nothing does. */
  of: (record: StoredRecord) => Surroundings | undefined;
}

/** Which records around others are read. */
export interface SurroundingsOptions {
  /** The number of records of a list. */
  most: number;
  /** Whether only the key of a record is needed that a term refers to. */
  isKeyEnough: IsKeyEnough;
  /** The range of their keys, if they are all records of their class in it. */
  within: WalkedRange | null;
}

export type IsKeyEnough = (description: Description, term: Pick<Term, 'class'> | undefined) => boolean;

export async function readSurroundings(
  source: Source,
  records: readonly StoredRecord[],
  { most, isKeyEnough, within }: SurroundingsOptions,
): Promise<SurroundingRecords> {
  const byKey = new Map<string, Surroundings>();
  const around = (key: string): Surroundings =>
    getOrMake(byKey, key, () => ({ references: new Map(), lists: new Map(), cut: [] }));
  const found = new Map<string, StoredRecord>();
  /** The first of a list, of which one more than needed was read. */
  const setList = (key: string, name: string, all: readonly StoredRecord[]) => {
    const own = around(key);
    own.lists.set(name, all.length > most ? all.slice(0, most) : all);
    if (all.length > most) own.cut.push(name);
  };
  const byClass = groupBy(records, ({ key }) => source.registry.ofKey(key));
  const listed = [...byClass].flatMap(([description, some]) =>
    (description ? statedLists(description, most + 1) : []).map(async ({ name, term, list }) => {
      const keys = [...new Set(some.map(({ key }) => key))];
      const { of } = list.request.listing;
      if (of && isKeyEnough(of, term)) {
        const pages = await keysBelow(source, list, keys, within);
        for (const [key, page] of pages) setList(key, name, page.map(onlyKey));
        return;
      }
      for (const [key, page] of await recordsBelow(source, list, keys, within)) {
        setList(key, name, page);
        for (const record of page) found.set(record.key, record);
      }
    }),
  );
  const isRead = (to: string, term: Term | undefined): boolean => {
    const description = source.registry.ofKey(to);
    return !description || !isKeyEnough(description, term);
  };
  const pointers = [...byClass].flatMap(([description, some]) =>
    description ? some.flatMap((record) => pointersOf(description, record, isRead)) : [],
  );
  const missing = new Set(pointers.flatMap(({ to, term }) => (isRead(to, term) ? [to] : [])));
  const [recordAt] = await Promise.all([source.records([...missing], statedRecords), Promise.all(listed)]);
  for (const { from, name, to } of pointers) {
    const record = missing.has(to) ? recordAt(to) : onlyKey(to);
    if (!record) continue;
    around(from).references.set(name, record);
    if (missing.has(to)) found.set(to, record);
  }
  return { records: [...found.values()], of: ({ key }) => byKey.get(key) };
}

/** A record of which only the key is known. */
export const onlyKey = (key: string): StoredRecord => ({ key });

interface Pointer {
  from: string;
  name: string;
  to: string;
  term: Term | undefined;
}

/** To which records its references lead, and for a link its ends. Of an end, the link itself has the key. */
function pointersOf(
  description: Description,
  record: StoredRecord,
  isRead: (to: string, term: Term | undefined) => boolean,
): Pointer[] {
  const pointers: Pointer[] = [];
  const { key: from } = record;
  for (const { name, term } of description.references) {
    const to = record[name];
    if (typeof to === 'string') pointers.push({ from, name, to, term });
  }
  if (description.kind !== 'link') return pointers;
  for (const side of ['from', 'to'] as const) {
    const { name, term } = endOf(description, side);
    const to = record[`${side}Key`];
    if (typeof to === 'string' && (term?.class !== undefined || isRead(to, term)))
      pointers.push({ from, name, to, term });
  }
  return pointers;
}

interface StatedList {
  name: string;
  term: Term;
  list: RequestedList;
}

const lists = new WeakMap<Description, Map<number, StatedList[]>>();

/** The lists of a class that are stated in RDF, each with its first records. */
const statedLists = (description: Description, most: number): StatedList[] =>
  getOrMake(
    getOrMake(lists, description, () => new Map<number, StatedList[]>()),
    most,
    () =>
      description.lists.flatMap((list) =>
        list.term && list.kind !== 'links'
          ? [
              {
                name: list.name,
                term: list.term,
                list: keyOrdered(declaredList(description, list, {}), most),
              },
            ]
          : [],
      ),
  );
