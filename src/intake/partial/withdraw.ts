/** Takes back that an origin states records, in one transaction. What others refer to stays, with the reason. */
import type { Origin } from '../../resource/origin';
import type { Registry } from '../../resource/registry';
import type { ImportTransaction } from '../import-options';
import { writeAll } from '../import';

export interface Withdrawing {
  keys: readonly string[];
  origin: Origin;
  registry: Registry;
  now: () => Date;
  startedAt: string;
  mode: 'write' | 'try';
}

/** What was withdrawn, or would be. */
export interface WithdrawnKeys {
  withdrawn: string[];
  /** Those of them whose records remain, because another origin states them. */
  remaining: string[];
  /** Keys that must stay, each with the key of a record that refers to it. */
  referredTo: { key: string; by: string; origin: string }[];
}

/** A name that no origin has, so that the references of all count. */
const nobody = '';

type Referring = Awaited<ReturnType<ImportTransaction['referringTo']>>[number];

export async function withdrawKeys(
  transaction: ImportTransaction,
  { keys, origin, registry, now, startedAt, mode }: Withdrawing,
): Promise<WithdrawnKeys> {
  const others = await transaction.origins.others(origin.name, keys);
  const gone = keys.filter((key) => !others.has(key));
  // What the origin itself states counts, too, unless it goes as well.
  const referring = await transaction.referringTo(gone, registry.all, nobody);
  const remaining = new Map<string, Referring>();
  for (let before = -1; before < remaining.size;) {
    before = remaining.size;
    const going = new Set(gone.filter((key) => !remaining.has(key)));
    for (const each of referring)
      if (going.has(each.to) && !going.has(each.from)) remaining.set(each.to, each);
  }
  const withdrawn = keys.filter((key) => !remaining.has(key));
  if (mode === 'write' && withdrawn.length > 0) {
    const groups = registry.inDependencyOrder
      .map((description) => ({
        description,
        drafts: [],
        changed: [],
        known: new Set<string>(),
        vanished: withdrawn.filter((key) => registry.ofKey(key) === description),
      }))
      .filter(({ vanished }) => vanished.length > 0);
    await writeAll(transaction, groups, startedAt, { origin, registry, now });
  }
  return {
    withdrawn,
    remaining: withdrawn.filter((key) => others.has(key)),
    referredTo: [...remaining.values()].map(({ from, to, origin: by }) => ({
      key: to,
      by: from,
      origin: by,
    })),
  };
}
