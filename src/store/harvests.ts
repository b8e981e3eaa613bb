/** What is kept of harvests, read and written within one transaction. It raises no version: only what the catalogue says has one. */
import { In, type EntityManager } from 'typeorm';
import {
  harvestedSourceOf,
  harvestAddressTable,
  harvestDocumentTable,
  harvestMissingTable,
  harvestProposalTable,
  harvestSourceTable,
  harvestTable,
  type Harvest,
  type HarvestedSource,
} from '../resource/harvests';
import type { Row } from '../resource/values';
import { batches } from './batches';
import { Leases } from './leases';
import { putRows } from './row-sets';

/** A record that the last full runs did not see. */
export interface MissingRecord {
  /** The start of the first run that did not see it. */
  since: string;
  /** How many full runs have not seen it. */
  runs: number;
}

/** So many runs are looked at to tell how often a source died. */
const mostDeaths = 20;
/** How many runs of a source are kept. */
const mostRuns = 500;

export class Harvests {
  readonly leases: Leases;

  constructor(private readonly manager: EntityManager) {
    this.leases = new Leases(manager);
  }

  /** The last run of a source; null if there was none. One that never ended was stopped, or died with its process. */
  async lastRun(slug: string): Promise<{ startedAt: string; stopped: boolean; died: number } | null> {
    const runs = await this.manager.find<Row>(harvestTable.name, {
      select: { id: true, started_at: true, outcome: true, phases: true },
      where: { source_slug: slug },
      order: { number: 'DESC' },
      take: mostDeaths,
    });
    const [last] = runs;
    if (!last) return null;
    const stopped = last.outcome === 'STOPPED' || last.outcome === 'RUNNING';
    // A run that ended has noted its phases, even if it was stopped.
    const ended = runs.findIndex(({ phases }) => phases !== null);
    return { startedAt: last.started_at as string, stopped, died: ended === -1 ? runs.length : ended };
  }

  /** Begins a run. Runs of the source that never ended have been stopped. @returns its number */
  async begin(source: HarvestedSource, startedAt: string): Promise<number> {
    await this.saveSource(source);
    const where = { source_slug: source.slug };
    await this.manager.update<Row>(
      harvestTable.name,
      { ...where, outcome: 'RUNNING' },
      { outcome: 'STOPPED', finished_at: startedAt },
    );
    const [last] = await this.manager.find<Row>(harvestTable.name, {
      select: { id: true, number: true },
      where,
      order: { number: 'DESC' },
      take: 1,
    });
    const number = ((last?.number as number | undefined) ?? 0) + 1;
    await this.manager.insert<Row>(harvestTable.name, {
      id: `${source.slug}/${number}`,
      number,
      ...where,
      started_at: startedAt,
      outcome: 'RUNNING',
      ...columnsOfCounts(noCounts),
      errors: 0,
      warnings: 0,
      notes: 0,
      milliseconds: 0,
    });
    if (number > mostRuns)
      await this.manager.delete<Row>(harvestTable.name, { id: `${source.slug}/${number - mostRuns}` });
    return number;
  }

  /** Keeps how a run ended. */
  async finish({ id, counts, findings, ...run }: Harvest): Promise<void> {
    await this.manager.update<Row>(
      harvestTable.name,
      { id },
      {
        finished_at: run.finishedAt,
        outcome: run.outcome,
        error: run.error,
        ...columnsOfCounts(counts),
        errors: findings.errors,
        warnings: findings.warnings,
        notes: findings.infos,
        findings: JSON.stringify(run.findingsKept),
        milliseconds: Math.round(run.milliseconds),
        phases: JSON.stringify(run.phases),
      },
    );
  }

  /** What is kept of a source; null if it was never harvested. */
  async source(slug: string): Promise<HarvestedSource | null> {
    const row = await this.manager.findOne<Row>(harvestSourceTable.name, { where: { slug } });
    return row && harvestedSourceOf(row);
  }

  /** Keeps what is known of a source. */
  async saveSource({ owner, failingSince, nextAt, ...source }: HarvestedSource): Promise<void> {
    const row = { ...source, owner_id: owner, failing_since: failingSince, next_at: nextAt };
    await this.manager.upsert<Row>(harvestSourceTable.name, [row], ['slug']);
  }

  /** The keys of the records that a source knows under an address. */
  async addresses(origin: string): Promise<Map<string, string>> {
    const rows = await this.manager.query<{ address: string; subject_id: string }[]>(
      `SELECT address, subject_id FROM ${harvestAddressTable.name} WHERE origin = $1`,
      [origin],
    );
    return new Map(rows.map((row) => [row.address, row.subject_id]));
  }

  /** Remembers under which addresses a source knows records. */
  async rememberAddresses(origin: string, addresses: ReadonlyMap<string, string>): Promise<void> {
    const rows = [...addresses].map(([address, subject]) => ({ origin, address, subject_id: subject }));
    await putRows(this.manager, harvestAddressTable, rows);
  }

  /** The records that the last full runs did not see. */
  async missing(origin: string): Promise<Map<string, MissingRecord>> {
    const rows = await this.manager.find<Row>(harvestMissingTable.name, { where: { origin } });
    return new Map(
      rows.map((row) => [row.subject_id as string, { since: row.since as string, runs: row.runs as number }]),
    );
  }

  /** Puts these in place of the records that were missing before. */
  async saveMissing(origin: string, missing: ReadonlyMap<string, MissingRecord>): Promise<void> {
    const known = await this.missing(origin);
    const found = [...known.keys()].filter((key) => !missing.has(key));
    for (const batch of batches(found))
      await this.manager.delete<Row>(harvestMissingTable.name, { origin, subject_id: In([...batch]) });
    const rows = [...missing].map(([subject, kept]) => ({ origin, subject_id: subject, ...kept }));
    for (const batch of batches(rows))
      await this.manager.upsert<Row>(harvestMissingTable.name, [...batch], ['origin', 'subject_id']);
  }

  /** Puts these doubtful links in place of those of the last run of a source. */
  async saveProposals(slug: string, proposals: readonly { readonly id: string }[]): Promise<void> {
    await this.manager.delete<Row>(harvestProposalTable.name, { source_slug: slug });
    const rows = proposals.map((each) => ({
      source_slug: slug,
      id: each.id,
      proposal: JSON.stringify(each),
    }));
    for (const batch of batches(rows)) await this.manager.insert<Row>(harvestProposalTable.name, [...batch]);
  }

  /** What servers said of the documents of a source, by address. */
  async documents(slug: string): Promise<Map<string, unknown>> {
    const rows = await this.manager.find<Row>(harvestDocumentTable.name, { where: { source_slug: slug } });
    return new Map(rows.map((row) => [row.address as string, JSON.parse(row.state as string) as unknown]));
  }

  /** Puts these in place of what servers said of the documents before. */
  async saveDocuments(slug: string, documents: ReadonlyMap<string, unknown>): Promise<void> {
    await this.manager.delete<Row>(harvestDocumentTable.name, { source_slug: slug });
    const rows = [...documents].map(([address, state]) => ({
      source_slug: slug,
      address,
      state: JSON.stringify(state),
    }));
    for (const batch of batches(rows)) await this.manager.insert<Row>(harvestDocumentTable.name, [...batch]);
  }
}

const noCounts: Harvest['counts'] = {
  documents: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  notSeen: 0,
  withdrawn: 0,
  persons: 0,
};

const columnsOfCounts = ({ notSeen, ...counts }: Harvest['counts']): Row => ({
  ...counts,
  not_seen: notSeen,
});
