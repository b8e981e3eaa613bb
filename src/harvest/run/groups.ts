/** Groups what is written together: a record with its parts, after what it refers to, and each link with the later one of its ends. */
import type { DraftReference } from '../../intake/draft';
import type { Description } from '../../resource/description';

/** What grouping asks of a draft. */
interface Grouped {
  readonly key: string;
  readonly description: Description;
  readonly references: readonly Pick<DraftReference, 'field' | 'key'>[];
}

/** Groups are written together up to so many records, unless it is said otherwise. */
const usuallyTogether = 2_000;

/** A record refers to those without which it cannot be: its parts stand in one group with it. */
const isPartOf = ({ description }: Grouped, field: string): boolean =>
  description.kind !== 'link' &&
  description.references.some(({ name, required }) => name === field && required);

/** Each after those that it refers to; records that refer to one another stand in one. */
export function groupsIn<D extends Grouped>(drafts: readonly D[]): D[][] {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const records = drafts.filter(({ description }) => description.kind !== 'link');
  const after = new Map<string, string[]>(records.map(({ key }) => [key, []]));
  for (const draft of records)
    for (const { field, key } of draft.references) {
      if (!after.has(key)) continue;
      after.get(draft.key)?.push(key);
      if (isPartOf(draft, field)) after.get(key)?.push(draft.key);
    }
  const components = inOrder(after);
  const groups = components.map((keys) => keys.flatMap((key) => byKey.get(key) ?? []));
  const groupOf = new Map(
    components.flatMap((keys, index) => keys.map((key): [string, number] => [key, index])),
  );
  for (const draft of drafts) {
    if (draft.description.kind !== 'link') continue;
    const last = Math.max(-1, ...draft.references.map(({ key }) => groupOf.get(key) ?? -1));
    const group = groups[last];
    // A link of records that stay as they are is a group of its own.
    if (group) group.push(draft);
    else groups.push([draft]);
  }
  return groups;
}

/** Groups in transactions: as many as fit; none is split. */
export function* together<D>(
  groups: readonly (readonly D[])[],
  mostTogether = usuallyTogether,
): Generator<D[]> {
  let batch: D[] = [];
  for (const group of groups) {
    if (batch.length > 0 && batch.length + group.length > mostTogether) {
      yield batch;
      batch = [];
    }
    batch.push(...group);
  }
  if (batch.length > 0) yield batch;
}

interface Visit {
  key: string;
  next: number;
}

/** The strongly connected components of a graph, each after those that it leads to (Tarjan's algorithm, without recursion). */
function inOrder(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const indices = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open = new Set<string>();
  const stack: string[] = [];
  const found: string[][] = [];
  const enter = (key: string): Visit => {
    indices.set(key, indices.size);
    lowest.set(key, indices.size - 1);
    stack.push(key);
    open.add(key);
    return { key, next: 0 };
  };
  const lower = (key: string, to: number | undefined) => {
    if (to !== undefined && to < (lowest.get(key) ?? 0)) lowest.set(key, to);
  };
  for (const start of edges.keys()) {
    if (indices.has(start)) continue;
    const visits = [enter(start)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const target = edges.get(visit.key)?.[visit.next];
      visit.next += 1;
      if (target !== undefined) {
        if (!indices.has(target)) visits.push(enter(target));
        else if (open.has(target)) lower(visit.key, indices.get(target));
        continue;
      }
      visits.pop();
      const above = visits.at(-1);
      if (above) lower(above.key, lowest.get(visit.key));
      if (lowest.get(visit.key) !== indices.get(visit.key)) continue;
      const component: string[] = [];
      for (let key = stack.pop(); key !== undefined; key = stack.pop()) {
        open.delete(key);
        component.push(key);
        if (key === visit.key) break;
      }
      found.push(component.reverse());
    }
  }
  return found;
}
