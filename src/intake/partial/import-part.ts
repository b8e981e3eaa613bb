/** Imports a part of what an origin states in one transaction. What cannot come in is left out with its reasons, and costs nothing else. */
import type { Description } from '../../resource/description';
import type { Origin } from '../../resource/origin';
import type { Registry } from '../../resource/registry';
import type { Row } from '../../resource/values';
import { digestOf, type Draft } from '../draft';
import { groupsOf, writeAll } from '../import';
import type { ImportTransaction } from '../import-options';
import { datedEndsOf } from '../link-times';
import { keysIn } from '../references';
import { fieldChanges, type FieldChange, type OriginState } from './field-changes';
import { acceptable, type RefusedDraft } from './acceptable';

/** What a partial import needs of a transaction beside the usual. */
export interface PartTransaction extends ImportTransaction {
  readonly origins: ImportTransaction['origins'] & {
    allDigests(origin: string): Promise<ReadonlyMap<string, string>>;
    of(keys: readonly string[]): Promise<ReadonlyMap<string, readonly { origin: string; row: Row | null }[]>>;
  };
  statementsOf(
    origin: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Omit<OriginState, 'row'>>>;
}

/** A part of an import. */
export interface Part {
  drafts: readonly Draft[];
  origin: Origin;
  registry: Registry;
  now: () => Date;
  /** When the import began. */
  startedAt: string;
  /** `write`: it is written. `try`: it is only told what would be. */
  mode: 'write' | 'try';
}

/** A record of which the origin now says something else. */
export interface ChangedRecord {
  key: string;
  changes: FieldChange[];
}

/** What a part did, or would do. */
export interface PartReport {
  created: string[];
  updated: ChangedRecord[];
  refused: RefusedDraft[];
}

/** Imports the drafts that are new or changed, as far as that is possible. */
export async function importPart(transaction: PartTransaction, part: Part): Promise<PartReport> {
  const { origin, registry, now, startedAt, mode } = part;
  const known = new Map<Description, ReadonlySet<string>>();
  for (const [description, wanted] of keysIn(part.drafts, registry))
    known.set(description, await transaction.existing(description, wanted));
  const dated = await transaction.rows(datedEndsOf(part.drafts, registry));
  const { drafts, refused } = acceptable(part.drafts, { known, dated, registry });
  const keys = drafts.map(({ key }) => key);
  const digests = await transaction.origins.digests(origin.name, keys);
  const report: PartReport = { created: [], updated: [], refused };
  const updated = drafts.filter(
    (draft) => digests.has(draft.key) && digests.get(draft.key) !== digestOf(draft),
  );
  const before = await statedBefore(transaction, origin.name, updated);
  for (const draft of updated)
    report.updated.push({
      key: draft.key,
      changes: fieldChanges(draft.description, before.get(draft.key) ?? null, draft),
    });
  report.created = keys.filter((key) => !digests.has(key));
  if (mode === 'try' || report.created.length + report.updated.length === 0) return report;
  const withdrawal = { vanished: new Set<string>(), gone: new Set<string>(), problems: [], tooMany: null };
  const groups = groupsOf(drafts, { known, digests, withdrawal, registry });
  await writeAll(transaction, groups, startedAt, { origin, registry, now });
  return report;
}

/** What the origin said of these records before. */
async function statedBefore(
  transaction: PartTransaction,
  origin: string,
  drafts: readonly Draft[],
): Promise<Map<string, OriginState>> {
  const keys = drafts.map(({ key }) => key);
  const stated = await transaction.origins.of(keys);
  const own = new Map(
    keys.map((key) => [key, stated.get(key)?.find((each) => each.origin === origin)?.row ?? null]),
  );
  const rows = await transaction.rows(keys.filter((key) => own.get(key) === null));
  const beside = await transaction.statementsOf(origin, keys);
  const found = new Map<string, OriginState>();
  for (const key of keys) {
    const row = own.get(key) ?? rows.get(key);
    if (row) found.set(key, { row, ...(beside.get(key) ?? { identifiers: [], evidence: [] }) });
  }
  return found;
}
