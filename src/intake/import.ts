/** The import: reader → mapping → check → upsert and withdrawal → report. One transaction, all or nothing. */
import { ImportRefused } from '../errors';
import type { Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import { digestOf, type Draft } from './draft';
import { draftAll } from './draft-all';
import type { ImportCounts, ImportOptions, ImportReport, ImportTransaction } from './import-options';
import { danglingIn, foreignIn, keysIn } from './references';
import { withdrawalOf, type Withdrawal } from './withdrawal';

/** The changes to one class. */
interface Group {
  description: Description;
  drafts: Draft[];
  /** New and changed records with their digest. */
  changed: { draft: Draft; digest: string }[];
  known: ReadonlyMap<string, string>;
  vanished: string[];
}

/**
 * Imports records. Existing ones are overwritten if they differ.
 * @throws ImportRefused with all problems; then nothing was written
 */
export async function importRecords(options: ImportOptions): Promise<ImportReport> {
  const { drafts, problems } = await draftAll(options);
  return options.write(async (transaction) => {
    const withdrawal = await withdrawalOf(transaction, drafts, options);
    const known = new Map<Description, Map<string, string>>();
    for (const [description, wanted] of keysIn(drafts, options.registry)) {
      known.set(description, await transaction.digests(description, wanted));
    }
    const origins = await transaction.origins.of(drafts.map(({ key }) => key));
    const all = [
      ...problems,
      ...foreignIn(drafts, origins, options.origin),
      ...danglingIn(drafts, known, withdrawal.vanished, options.registry),
      ...withdrawal.problems,
      ...(withdrawal.tooMany && !options.dryRun ? [withdrawal.tooMany] : []),
    ];
    if (all.length > 0) throw new ImportRefused(all);
    const groups = groupsOf(drafts, known, withdrawal, options.registry);
    if (!options.dryRun) {
      const newcomers = drafts.map(({ key }) => key).filter((key) => !origins.has(key));
      await transaction.origins.bringIn(options.origin, newcomers);
      await write(transaction, groups, options);
    }
    return {
      counts: groups.map(countsOf),
      withdrawn: [...withdrawal.vanished].sort(),
      tooMany: withdrawal.tooMany,
    };
  });
}

/** The changes by class. Each class comes after those that it refers to. */
const groupsOf = (
  drafts: readonly Draft[],
  known: ReadonlyMap<Description, ReadonlyMap<string, string>>,
  { vanished }: Withdrawal,
  registry: Registry,
): Group[] =>
  registry.inDependencyOrder
    .map((description): Group => {
      const ofClass = drafts.filter((draft) => draft.description === description);
      const digests = known.get(description) ?? new Map<string, string>();
      const stamped = ofClass.map((draft) => ({ draft, digest: digestOf(draft) }));
      return {
        description,
        drafts: ofClass,
        changed: stamped.filter(({ draft, digest }) => digests.get(draft.key) !== digest),
        known: digests,
        vanished: [...vanished].filter((key) => registry.ofKey(key) === description),
      };
    })
    .filter((group) => group.drafts.length + group.vanished.length > 0);

/** Records are written after those that they refer to, and withdrawn before them. */
async function write(
  transaction: ImportTransaction,
  groups: readonly Group[],
  { now, onProgress }: Pick<ImportOptions, 'now' | 'onProgress'>,
): Promise<void> {
  const time = now().toISOString();
  const total = groups.reduce((sum, { drafts, vanished }) => sum + drafts.length + vanished.length, 0);
  let done = 0;
  for (const group of groups) {
    await upsert(transaction, group, time);
    if (group.drafts.length > 0) onProgress?.((done += group.drafts.length), total);
  }
  for (const { description, vanished } of [...groups].reverse()) {
    if (vanished.length === 0) continue;
    await transaction.withdraw(description, vanished, time);
    onProgress?.((done += vanished.length), total);
  }
  if (groups.some(({ changed, vanished }) => changed.length + vanished.length > 0))
    await transaction.raiseVersion(time);
}

async function upsert(
  transaction: ImportTransaction,
  { description, changed }: Group,
  time: string,
): Promise<void> {
  const recordsChange = description.attributes.some(({ derived }) => derived);
  await transaction.save(
    description,
    changed.map(({ draft, digest }) => ({
      ...draft.row,
      ...(recordsChange && { modified_at: time }),
      digest,
    })),
  );
  await transaction.replaceStatements(
    changed.map(({ draft }) => ({
      subject: draft.key,
      identifiers: draft.identifiers,
      evidence: draft.evidence,
    })),
  );
}

function countsOf({ description, drafts, changed, known, vanished }: Group): ImportCounts {
  const created = changed.filter(({ draft }) => !known.has(draft.key)).length;
  return {
    type: description.type,
    created,
    updated: changed.length - created,
    unchanged: drafts.length - changed.length,
    withdrawn: vanished.length,
  };
}
