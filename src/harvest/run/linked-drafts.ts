/** Records as a source states them → drafts: what it may state, with keys, references and evidence. */
import type { Draft } from '../../intake/draft';
import { digestOf } from '../../intake/draft';
import type { RefusedDraft } from '../../intake/partial/parts';
import { recordKey } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import type { HarvestSource } from '../harvest-source';
import type { HarvestedRecord } from '../harvested-record';
import type { Proposal } from '../reconcile/proposal';
import type { Reconciler } from '../reconcile/reconciler';
import type { GatheredFindings } from './collect';
import { slugOfSource } from './cited-sources';
import { drafted, refusedFinding } from './drafting';
import { withEvidence } from './evidence';
import { mappingFinding } from './finding-texts';
import { Linking } from './linking';
import { shownAddresses } from './shown-address';
import { inTurns, taken } from './in-turns';
import { nothingBeside } from './new-record';
import { allowedPart } from './may-state';
import { whereStated, type WhereStated } from './where-stated';

export interface DraftingParts {
  source: HarvestSource;
  registry: Registry;
  reconciler: Reconciler;
  findings: GatheredFindings;
  /** When the publisher last changed a document, by address. */
  lastModified: ReadonlyMap<string, string>;
  /** What earlier runs kept of addresses and mentions. */
  addresses: ReadonlyMap<string, string>;
  /** Whether the source has stated a record before. */
  isHeld: (key: string) => boolean;
  /** The day on which a file or document without such a day was read, as an instant. */
  now: string;
}

/** What a run would bring in. */
export interface LinkedDrafts {
  drafts: Map<string, Draft>;
  refused: RefusedDraft[];
  /** The keys of records that the source has, whether they can come in or not. */
  seen: Set<string>;
  /** The keys of records by the address under which the source knows them. */
  addresses: Map<string, string>;
  proposals: readonly Proposal[];
  /** Where the records of the drafts stand. */
  recordOf: Map<string, WhereStated>;
}

/** @param records is empty afterwards */
export async function linkedDrafts(records: HarvestedRecord[], parts: DraftingParts): Promise<LinkedDrafts> {
  const { source, registry, reconciler, findings, lastModified } = parts;
  const found: LinkedDrafts = {
    drafts: new Map(),
    refused: [],
    seen: new Set(),
    addresses: new Map(),
    proposals: [],
    recordOf: new Map(),
  };
  const identified = await identifiedRecords(records, parts, found);
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
    if (draft) addDraft(draft, record, found, findings);
  };
  for await (const record of inTurns(taken(identified))) {
    const resolved = linking.resolve(record);
    // Why an end is left out, such as a doubtful mention, is said already.
    if (!lacksEnd(record, resolved, registry)) add(record, resolved);
  }
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

/** The records with their slugs: as all are identified before, those that refer to one another find each other. */
async function identifiedRecords(
  records: HarvestedRecord[],
  { source, registry, reconciler, findings }: DraftingParts,
  found: LinkedDrafts,
): Promise<HarvestedRecord[]> {
  const identified: HarvestedRecord[] = [];
  for await (const each of inTurns(taken(records))) {
    const description = registry.ofType(each.type);
    const ends = description?.ends.map(({ name }) => name) ?? [];
    const record = allowedPart(each, source, { ends, onFinding: (finding) => findings.add(finding) });
    if (!record) continue;
    if (!description || description.kind === 'link') {
      if (!record.broken) identified.push(record);
      continue;
    }
    const slug =
      description.kind === 'source' ? slugOfSource(record) : (reconciler.identify(record)?.slug ?? null);
    if (slug === null) {
      const words = { type: record.type };
      findings.add(
        mappingFinding('record-unidentified', { place: record.at([]), subject: record.iri, words }),
      );
      found.refused.push({ key: `${record.type} ${record.iri ?? ''}`.trim(), problems: [] });
      continue;
    }
    const key = recordKey(description, slug);
    found.seen.add(key);
    if (record.iri !== null) found.addresses.set(record.iri, key);
    // What is broken is there, but must not come in.
    if (record.broken) found.refused.push({ key, problems: [] });
    else identified.push({ ...record, data: { ...record.data, slug } });
  }
  return identified;
}

function addDraft(
  draft: Draft,
  record: HarvestedRecord,
  found: LinkedDrafts,
  findings: GatheredFindings,
): void {
  const { key } = draft;
  found.seen.add(key);
  const first = found.drafts.get(key);
  if (!first) {
    found.drafts.set(key, draft);
    found.recordOf.set(key, whereStated(record));
    return;
  }
  if (found.recordOf.get(key)?.beside && !record.beside) {
    found.drafts.set(key, draft);
    found.recordOf.set(key, whereStated(record));
    return;
  }
  if (record.beside || digestOf(first) === digestOf(draft)) return;
  const { iri } = record;
  findings.add(mappingFinding('record-repeated', { place: record.at([]), subject: iri, words: { key } }));
}

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
