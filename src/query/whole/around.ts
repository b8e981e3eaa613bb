/** The records around some records: behind their references, at their ends if they are links, and in the lists that RDF states. */
import { endOf, type Description } from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import { getOrMake, groupBy } from '../../maps';
import type { AskedList } from '../asked-list';
import { declaredList } from '../lists';
import { statedRecords } from '../records';
import type { Source } from '../source';
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
  of: (record: StoredRecord) => Surroundings | undefined;
}

/** @param most the number of records of a list that are read */
export async function readAround(
  source: Source,
  records: readonly StoredRecord[],
  most: number,
): Promise<Around> {
  const byKey = new Map(
    records.map(({ key }): [string, Surroundings] => [key, { references: new Map(), lists: new Map() }]),
  );
  const found = new Map<string, StoredRecord>();
  const byClass = groupBy(records, ({ key }) => source.registry.ofKey(key));
  const listed = [...byClass].flatMap(([description, some]) =>
    (description ? statedLists(description, most) : []).map(async ({ name, list }) => {
      const keys = [...new Set(some.map(({ key }) => key))];
      const pages = await source.pages(list, keys);
      keys.forEach((key, index) => {
        const page = pages[index]?.records ?? [];
        if (page.length > 0) byKey.get(key)?.lists.set(name, page);
        for (const record of page) found.set(record.key, record);
      });
    }),
  );
  const pointers = [...byClass].flatMap(([description, some]) =>
    description ? some.flatMap((record) => pointersOf(description, record)) : [],
  );
  const missing = pointers.map(({ to }) => to);
  const [recordAt] = await Promise.all([
    source.records([...new Set(missing)], statedRecords),
    Promise.all(listed),
  ]);
  for (const { from, name, to } of pointers) {
    const record = recordAt(to);
    if (!record) continue;
    byKey.get(from)?.references.set(name, record);
    found.set(to, record);
  }
  return { records: [...found.values()], of: ({ key }) => byKey.get(key) };
}

interface Pointer {
  from: string;
  name: string;
  to: string;
}

/** To which records its references lead, and for a link its ends. */
function pointersOf(description: Description, record: StoredRecord): Pointer[] {
  const pointers: Pointer[] = [];
  const add = (name: string, to: unknown) => {
    if (typeof to === 'string') pointers.push({ from: record.key, name, to });
  };
  for (const { name } of description.references) add(name, record[name]);
  if (description.kind === 'link')
    for (const side of ['from', 'to'] as const) add(endOf(description, side).name, record[`${side}Key`]);
  return pointers;
}

interface StatedList {
  name: string;
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
          ? [{ name: list.name, list: keyOrdered(declaredList(description, list, {}), most) }]
          : [],
      ),
  );
