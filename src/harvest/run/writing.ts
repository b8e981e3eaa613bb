/** Writes what has changed, group by group, or tells what would be written. */
import { importPart, type Part, type PartReport } from '../../intake/partial/import-part';
import type { HarvestTransaction, RunParts } from './run-parts';
import { groupsIn, together } from './groups';
import type { SetAsideDrafts, WaitingDraft } from './set-aside';

export interface Writing extends Pick<RunParts, 'write' | 'signal' | 'mode' | 'mostTogether' | 'onProgress'> {
  part: Omit<Part, 'drafts' | 'mode'>;
  /** The keys of records by the address under which the source knows them. */
  addresses: ReadonlyMap<string, string>;
  /** Those that are known already. */
  knownAddresses: ReadonlyMap<string, string>;
}

export interface Written extends PartReport {
  /** Whether it was stopped before all was written. */
  stopped: boolean;
}

/** Each transaction writes whole groups, so that readers never see half of one; what is written stays when the run is stopped. */
export async function writeChanged(waiting: SetAsideDrafts, writing: Writing): Promise<Written> {
  const { write, signal, mode, mostTogether, onProgress, part } = writing;
  const all: Written = { created: [], updated: [], refused: [], stopped: false };
  const add = ({ created, updated, refused }: PartReport) => {
    all.created.push(...created);
    all.updated.push(...updated);
    all.refused.push(...refused);
  };
  const { changed } = waiting;
  if (changed.length === 0) return all;
  if (mode === 'try') {
    const drafts = waiting.read(changed);
    add(await write((transaction) => importPart(transaction, { ...part, drafts, mode })));
    return all;
  }
  const addresses = addressesByKey(writing);
  let done = 0;
  for (const group of together(groupsIn(changed), mostTogether)) {
    if (signal.aborted) {
      all.stopped = true;
      break;
    }
    const drafts = waiting.read(group);
    add(
      await write(async (transaction) => {
        const report = await importPart(transaction, { ...part, drafts, mode });
        await remember(transaction, part.origin.name, group, addresses);
        return report;
      }),
    );
    onProgress?.({ phase: 'write', done: (done += drafts.length), total: changed.length });
  }
  return all;
}

/** In the transaction that writes them, so that no record loses its address when the process is killed. */
async function remember(
  { harvests }: HarvestTransaction,
  origin: string,
  drafts: readonly WaitingDraft[],
  addresses: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const found = new Map(
    drafts.flatMap(({ key }) =>
      (addresses.get(key) ?? []).map((address): [string, string] => [address, key]),
    ),
  );
  if (found.size > 0) await harvests.rememberAddresses(origin, found);
}

/** The addresses that are not known yet, by key. */
function addressesByKey({
  addresses,
  knownAddresses,
}: Pick<Writing, 'addresses' | 'knownAddresses'>): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const [address, key] of addresses) {
    if (knownAddresses.get(address) === key) continue;
    byKey.set(key, [...(byKey.get(key) ?? []), address]);
  }
  return byKey;
}
