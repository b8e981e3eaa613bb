/** The records around some records: behind their references, at their ends if they are links, and in the lists that RDF states. */
import { endOf, type Description } from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import { getOrMake, groupBy } from '../../maps';
import type { AskedList } from '../asked-list';
import { declaredList } from '../lists';
import { statedRecords } from '../records';
import type { Source } from '../source';
import type { Term } from '../../vocabulary/term';
import { keyOrdered } from './key-ordered';

/** What stands around one record, by the names of its references, ends and lists. */
export interface Surroundings {
  references: Map<string, StoredRecord>;
  lists: Map<string, readonly StoredRecord[]>;
}

/** What stands around some records. */
export interface Around {
  /** All of these records, each once. */
  records: StoredRecord[];
  /** What stands around a record; undefined where nothing does. */
  of: (record: StoredRecord) => Surroundings | undefined;
}

/** Which records around others are read. */
export interface AskedAround {
  /** The number of records of a list. */
  most: number;
  /** Whether only the key of a record is needed that a term refers to. */
  isKeyEnough: IsKeyEnough;
}

export type IsKeyEnough = (description: Description, term: Pick<Term, 'class'> | undefined) => boolean;

export async function readAround(
  source: Source,
  records: readonly StoredRecord[],
  { most, isKeyEnough }: AskedAround,
): Promise<Around> {
  const byKey = new Map<string, Surroundings>();
  const around = (key: string): Surroundings =>
    getOrMake(byKey, key, () => ({ references: new Map(), lists: new Map() }));
  const found = new Map<string, StoredRecord>();
  const byClass = groupBy(records, ({ key }) => source.registry.ofKey(key));
  const listed = [...byClass].flatMap(([description, some]) =>
    (description ? statedLists(description, most) : []).map(async ({ name, term, list }) => {
      const keys = [...new Set(some.map(({ key }) => key))];
      const { of } = list.request.listing;
      if (of && isKeyEnough(of, term)) {
        const pages = await source.pagedKeys(list, keys);
        for (const [key, page] of pages) around(key).lists.set(name, page.map(onlyKey));
        return;
      }
      const pages = await source.pages(list, keys);
      keys.forEach((key, index) => {
        const page = pages[index]?.records ?? [];
        if (page.length > 0) around(key).lists.set(name, page);
        for (const record of page) found.set(record.key, record);
      });
    }),
  );
  const pointers = [...byClass].flatMap(([description, some]) =>
    description ? some.flatMap((record) => pointersOf(description, record)) : [],
  );
  const isRead = ({ to, term }: Pointer): boolean => {
    const description = source.registry.ofKey(to);
    return !description || !isKeyEnough(description, term);
  };
  const missing = new Set(pointers.flatMap((pointer) => (isRead(pointer) ? [pointer.to] : [])));
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

/** To which records its references lead, and for a link its ends. */
function pointersOf(description: Description, record: StoredRecord): Pointer[] {
  const pointers: Pointer[] = [];
  const add = ({ name, term }: { name: string; term?: Term | undefined }, to: unknown) => {
    if (typeof to === 'string') pointers.push({ from: record.key, name, to, term });
  };
  for (const reference of description.references) add(reference, record[reference.name]);
  if (description.kind === 'link')
    for (const side of ['from', 'to'] as const) add(endOf(description, side), record[`${side}Key`]);
  return pointers;
}

interface StatedList {
  name: string;
  term: Term;
  list: AskedList;
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
