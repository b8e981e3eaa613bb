/** Records as a source states them → drafts: what it may state, with keys, references and evidence. */
import type { RefusedDraft } from '../../intake/partial/parts';
import type { Registry } from '../../resource/registry';
import type { HarvestedRecord } from '../harvested-record';
import type { Proposal } from '../reconcile/proposal';
import type { Reconciler } from '../reconcile/reconciler';
import { drafted, refusedFinding } from './drafting';
import { withEvidence } from './evidence';
import { mappingFinding } from './finding-texts';
import { Linking } from './linking';
import { shownAddresses } from './shown-address';
import { inTurns } from './in-turns';
import type { IdentifiedRecords, Identifying } from './identified';
import { nothingBeside } from './new-record';
import { SetAsideDrafts } from './set-aside';
import { whereStated } from './where-stated';

export interface DraftingParts extends Identifying {
  reconciler: Reconciler;
  /** When the publisher last changed a document, by address. */
  lastModified: ReadonlyMap<string, string>;
  /** What earlier runs kept of addresses and mentions. */
  addresses: ReadonlyMap<string, string>;
  /** Whether the source has stated a record before. */
  isHeld: (key: string) => boolean;
  /** The day on which a file or document without such a day was read, as an instant. */
  now: string;
  /** Digests of all that the source stated before, by key. */
  digests: ReadonlyMap<string, string>;
}

/** What a run would bring in. */
export interface LinkedDrafts {
  drafts: SetAsideDrafts;
  refused: RefusedDraft[];
  /** The keys of records that the source has, whether they can come in or not. */
  seen: Set<string>;
  /** The keys of records by the address under which the source knows them. */
  addresses: Map<string, string>;
  proposals: readonly Proposal[];
}

export async function linkedDrafts(
  identified: IdentifiedRecords,
  parts: DraftingParts,
): Promise<LinkedDrafts> {
  const { source, registry, reconciler, findings, lastModified } = parts;
  const { seen, addresses, refused } = identified;
  const drafts = new SetAsideDrafts(registry, parts.digests);
  const found: LinkedDrafts = { drafts, refused, seen, addresses, proposals: [] };
  const described = new Set(found.seen);
  const linking = new Linking({
    registry,
    reconciler,
    findings,
    source: source.name,
    persons: source.persons,
    sourceAt: (iri) => found.addresses.get(iri) ?? null,
    made: { before: parts.addresses, now: found.addresses },
    isHeld: parts.isHeld,
    isDescribed: (key) => described.has(key),
  });
  const shown = shownAddresses(source);
  const add = (record: HarvestedRecord, resolved: Record<string, unknown>) => {
    const description = registry.ofType(record.type);
    const { document } = record;
    const proving = {
      source: source.name,
      document: { ...document, address: shown(document.address) },
      lastModified: lastModified.get(document.address) ?? null,
      concluded: record.concluded,
    };
    const prove = (data: Record<string, unknown>) =>
      description ? withEvidence(description, data, proving) : data;
    const { draft, refused } = drafted({ record, data: prove(resolved), prove }, registry, findings);
    if (refused) {
      found.seen.add(refused.key);
      found.refused.push(refused);
      findings.add(refusedFinding(refused, whereStated(record)));
    }
    if (!draft) return;
    const { key } = draft;
    found.seen.add(key);
    if (!drafts.add(draft, whereStated(record)).repeats) return;
    const words = { key };
    findings.add(mappingFinding('record-repeated', { place: record.at([]), subject: record.iri, words }));
  };
  for await (const record of inTurns(identified.all())) {
    const resolved = linking.resolve(record);
    // Why an end is left out, such as a doubtful mention, is said already.
    if (!lacksEnd(record, resolved, registry)) add(record, resolved);
  }
  identified.close();
  for (const record of linking.made) add(record, { ...record.data });
  for (const key of linking.mentioned) found.seen.add(key);
  const own = sourceRecord(parts);
  add(own, { ...own.data });
  found.proposals = linking.proposals.all;
  return found;
}

/** Whether what a link states at one of its ends was left out. */
const lacksEnd = (
  { type, data }: HarvestedRecord,
  resolved: Readonly<Record<string, unknown>>,
  registry: Registry,
): boolean => registry.ofType(type)?.ends.some(({ name }) => name in data && !(name in resolved)) ?? false;

/** The record of the source itself, which the evidence cites. */
function sourceRecord({ source, now }: DraftingParts): HarvestedRecord {
  const { name, title, address, licence } = source;
  const place = { document: 'SOURCES_FILE', line: null, column: null };
  return {
    type: 'Source',
    iri: null,
    data: {
      slug: name,
      title,
      ...(address !== null && { url: address }),
      ...(licence !== null && { licence }),
    },
    at: () => place,
    ...nothingBeside,
    document: { address: address ?? '', digest: '', fetchedAt: now },
  };
}
