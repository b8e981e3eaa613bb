/** Marks what a full run did not see, and withdraws what it is time for. */
import type { Part } from '../../intake/partial/import-part';
import { withdrawKeys } from '../../intake/partial/withdraw';
import { endColumns } from '../../resource/columns';
import type { Finding } from '../finding';
import type { HarvestSource } from '../harvest-source';
import { mappingFinding } from './finding-texts';
import { notSeenBy, withdrawnNow, type Missing, type Withdrawals } from './not-seen';
import type { NotSeen } from './report';
import type { SetAsideDrafts } from './set-aside';
import type { HarvestTransaction, WriteHarvest } from './run-parts';
import type { StateBefore } from './state-before';

export interface Withdrawing {
  source: HarvestSource;
  /** What the run saw; null if the source says that nothing has changed since the last run. */
  seen: { keys: ReadonlySet<string>; drafts: Pick<SetAsideDrafts, 'has'> } | null;
  before: StateBefore;
  part: Omit<Part, 'drafts' | 'mode'>;
  mode: Part['mode'];
  withdrawals: Withdrawals;
  write: WriteHarvest;
  onFinding: (finding: Finding) => void;
}

export interface Unseen {
  notSeen: NotSeen[];
  withdrawn: string[];
  /** What is missing from now on. */
  missing: Missing;
}

export async function withdrawUnseen(withdrawing: Withdrawing): Promise<Unseen> {
  const { source, seen, before, part, mode, withdrawals, write, onFinding } = withdrawing;
  const held = [...before.digests.keys()].filter((key) => part.registry.ofKey(key));
  const keys = seen?.keys ?? new Set(held.filter((key) => !before.missing.has(key)));
  const notSeen = notSeenBy({ held, seen: keys, missing: before.missing, startedAt: part.startedAt });
  if (notSeen.length === 0) return { notSeen, withdrawn: [], missing: new Map() };
  const { withdrawn, referredTo } = await write(async (transaction) => {
    const due = withdrawnNow(notSeen, source, withdrawals);
    const replaced = seen ? await replacedLinks(transaction, notSeen, seen.drafts, part) : [];
    return withdrawKeys(transaction, { ...part, keys: [...new Set([...due, ...replaced])], mode });
  });
  for (const { key, by, origin } of referredTo)
    onFinding(mappingFinding('withdrawal-prevented', { place: nowhere, words: { key, by, origin } }));
  const gone = new Set(withdrawn);
  const left = notSeen.filter(({ key }) => !gone.has(key));
  return {
    notSeen: left,
    withdrawn,
    missing: new Map(left.map(({ key, since, runs }) => [key, { since, runs }])),
  };
}

const nowhere = { document: '', line: null, column: null };

/**
 * Links that are no longer stated of a record that still is: the source says something else of it, and that holds at once. Links of
 * records that were not seen themselves wait with these.
 */
async function replacedLinks(
  transaction: HarvestTransaction,
  notSeen: readonly NotSeen[],
  drafts: Pick<SetAsideDrafts, 'has'>,
  { registry }: Pick<Part, 'registry'>,
): Promise<string[]> {
  const links = notSeen.map(({ key }) => key).filter((key) => registry.ofKey(key)?.kind === 'link');
  if (links.length === 0) return [];
  const missing = new Set(notSeen.map(({ key }) => key));
  const rows = await transaction.rows(links);
  return links.filter((key) => {
    const ends = endColumns.map((end) => String(rows.get(key)?.[end]));
    return ends.some((end) => drafts.has(end)) && !ends.some((end) => missing.has(end));
  });
}
