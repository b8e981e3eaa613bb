/** Reads all that a source publishes, and counts what a steward should know of it. */
import type { Finding } from '../finding';
import type { HarvestedRecord } from '../harvested-record';
import type { IdentifiedRecords } from './identified';
import type { ReadPart } from './source-reading';

/** Findings beyond so many are only counted. */
const mostFindings = 10_000;

/** Findings of a run, with their number by severity. */
export class GatheredFindings {
  readonly all: Finding[] = [];
  readonly severities = { errors: 0, warnings: 0, infos: 0 };
  /** How many individuals were left out. */
  persons = 0;
  /** The first thing because of which a part of the source could not be fetched or read. */
  firstLost: Finding | null = null;
  /** What could not be read of records, by the record: it costs them alone, if the rest of them was read. */
  private readonly brokenIn = new Map<string, Finding>();

  /** Whether a part of the source could not be fetched or read. */
  get isIncomplete(): boolean {
    return this.firstLost !== null;
  }

  add(finding: Finding): void {
    if (this.all.length < mostFindings) this.all.push(finding);
    const { severity, kind } = finding;
    this.severities[severity === 'ERROR' ? 'errors' : severity === 'WARNING' ? 'warnings' : 'infos'] += 1;
    if (kind === 'person') this.persons += finding.number ?? 1;
    if (severity !== 'ERROR') return;
    if (kind === 'fetch' || (kind === 'syntax' && finding.subject === null)) this.firstLost ??= finding;
    else if (kind === 'syntax' && finding.subject !== null) this.brokenIn.set(finding.subject, finding);
  }

  /** All was read: of what a fault left nothing, nobody knows what it was. */
  readAll(records: Pick<IdentifiedRecords, 'has'>): void {
    for (const [subject, finding] of this.brokenIn) if (!records.has(subject)) this.firstLost ??= finding;
  }
}

export interface Collecting {
  findings: GatheredFindings;
  onRecord: (record: HarvestedRecord) => Promise<void>;
}

/** Hands on the records and findings of a source as they come, so that they are there when reading breaks off. */
export async function collect(
  parts: AsyncIterable<ReadPart>,
  { findings, onRecord }: Collecting,
): Promise<void> {
  for await (const part of parts) {
    if ('severity' in part) findings.add(part);
    else await onRecord(part);
  }
}
