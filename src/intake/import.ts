/** The import: reader → mapping → check → upsert and withdrawal → report. One transaction, all or nothing. */
import { ImportRefused } from '../errors';
import type { Description } from '../resource/description';
import type { RecordCounts } from '../resource/origin';
import type { Registry } from '../resource/registry';
import { digestOf, type Draft } from './draft';
import { draftAll } from './draft-all';
import type { ImportCounts, ImportOptions, ImportReport, ImportTransaction } from './import-options';
import { datedEndsOf, linksOutsideTheirEnds } from './link-times';
import { danglingIn, keysIn } from './references';
import { withdrawalOf, type Withdrawal } from './withdrawal';

/** The changes to one class. */
interface Group {
  description: Description;
  drafts: Draft[];
  /** Records that are new or changed for the origin, with their digest. */
  changed: (Draft & { digest: string })[];
  /** The existing keys of the class. */
  known: ReadonlySet<string>;
  vanished: string[];
}

/**
 * Imports the records of one origin, and replaces what this origin stated about them. What other origins state is not changed.
 * @throws ImportRefused with all problems; then nothing was written
 */
export async function importRecords(options: ImportOptions): Promise<ImportReport> {
  const { origin, registry, dryRun = false, write, now } = options;
  const startedAt = now().toISOString();
  const { drafts, problems } = await draftAll(options);
  return write(async (transaction) => {
    const withdrawal = await withdrawalOf(transaction, drafts, options);
    const known = new Map<Description, ReadonlySet<string>>();
    for (const [description, wanted] of keysIn(drafts, registry))
      known.set(description, await transaction.existing(description, wanted));
    const all = [
      ...problems,
      ...danglingIn(drafts, known, withdrawal.gone, registry),
      ...linksOutsideTheirEnds(drafts, await transaction.rows(datedEndsOf(drafts, registry))),
      ...withdrawal.problems,
      ...(withdrawal.tooMany && !dryRun ? [withdrawal.tooMany] : []),
    ];
    if (all.length > 0) throw new ImportRefused(all);
    const digests = await transaction.origins.digests(
      origin.name,
      drafts.map(({ key }) => key),
    );
    const groups = groupsOf(drafts, { known, digests, withdrawal, registry });
    if (!dryRun) await writeAll(transaction, groups, startedAt, options);
    const withdrawn = [...withdrawal.vanished].sort();
    return {
      counts: groups.map(countsOf),
      withdrawn,
      remaining: withdrawn.filter((key) => !withdrawal.gone.has(key)),
      tooMany: withdrawal.tooMany,
    };
  });
}

interface Found {
  known: ReadonlyMap<Description, ReadonlySet<string>>;
  /** Digests of what the origin stated before, by key. */
  digests: ReadonlyMap<string, string>;
  withdrawal: Withdrawal;
  registry: Registry;
}

/** The changes by class. Each class comes after those that it refers to. */
export const groupsOf = (
  drafts: readonly Draft[],
  { known, digests, withdrawal: { vanished }, registry }: Found,
): Group[] =>
  registry.inDependencyOrder
    .map((description): Group => {
      const ofClass = drafts.filter((draft) => draft.description === description);
      const existing = known.get(description) ?? new Set<string>();
      const stamped = ofClass.map((draft) => ({ ...draft, digest: digestOf(draft) }));
      return {
        description,
        drafts: ofClass,
        changed: stamped.filter(({ key, digest }) => digests.get(key) !== digest || !existing.has(key)),
        known: existing,
        vanished: [...vanished].filter((key) => registry.ofKey(key) === description),
      };
    })
    .filter((group) => group.drafts.length + group.vanished.length > 0);

/** Records are written after those that they refer to, and withdrawn before them. An import without changes writes nothing. */
export async function writeAll(
  transaction: ImportTransaction,
  groups: readonly Group[],
  startedAt: string,
  { origin, registry, now, onProgress }: Pick<ImportOptions, 'origin' | 'registry' | 'now' | 'onProgress'>,
): Promise<void> {
  const at = now().toISOString();
  const changes = groups.some(({ changed, vanished }) => changed.length + vanished.length > 0);
  const isOther = await transaction.declareOrigin(origin, registry.inDependencyOrder, at);
  const version = changes || isOther ? await transaction.raiseVersion(at) : 0;
  const by = { origin: origin.name, version, at };
  const total = groups.reduce((sum, { drafts, vanished }) => sum + drafts.length + vanished.length, 0);
  let done = 0;
  for (const { description, drafts, changed } of groups) {
    await transaction.stated.state(description, changed, by);
    if (drafts.length > 0) onProgress?.((done += drafts.length), total);
  }
  for (const { description, vanished } of [...groups].reverse()) {
    if (vanished.length === 0) continue;
    await transaction.stated.retract(description, vanished, by);
    onProgress?.((done += vanished.length), total);
  }
  if (!changes) return;
  const counts = groups.map(countsOf).reduce(added, { created: 0, updated: 0, unchanged: 0, withdrawn: 0 });
  const finishedAt = now().toISOString();
  await transaction.origins.record({ version, origin: origin.name, startedAt, finishedAt, counts });
}

const added = (one: RecordCounts, other: RecordCounts): RecordCounts => ({
  created: one.created + other.created,
  updated: one.updated + other.updated,
  unchanged: one.unchanged + other.unchanged,
  withdrawn: one.withdrawn + other.withdrawn,
});

function countsOf({ description, drafts, changed, known, vanished }: Group): ImportCounts {
  const created = changed.filter(({ key }) => !known.has(key)).length;
  return {
    type: description.type,
    created,
    updated: changed.length - created,
    unchanged: drafts.length - changed.length,
    withdrawn: vanished.length,
  };
}
