/** One run: source → records → linked drafts → what differs from before → transactions, one for each few groups → report. */
import type { Origin } from '../../resource/origin';
import type { HarvestSource } from '../harvest-source';
import type { Reconciler } from '../reconcile/reconciler';
import { collect, GatheredFindings } from './collect';
import { ending, failureOf } from './ending';
import { IdentifiedRecords } from './identified';
import { linkedDrafts, type LinkedDrafts } from './linked-drafts';
import { Phases } from './phases';
import { refusedFinding } from './drafting';
import { saveRun } from './saving';
import type { HarvestReport } from './report';
import type { RunParts } from './run-parts';
import type { ReadingEnd } from './source-reading';
import { stateBefore, type StateBefore } from './state-before';
import { withdrawUnseen, type Unseen } from './withdrawing';
import { writeChanged, type Written } from './writing';

/** Whose statements a source's are. */
const originOf = ({ name, rank }: Pick<HarvestSource, 'name' | 'rank'>): Origin => ({
  name: `harvest:${name}`,
  kind: 'HARVEST',
  rank,
});

/** Harvests a source once. It does not throw: what goes wrong stands in the report. */
export async function runHarvest(source: HarvestSource, parts: RunParts): Promise<HarvestReport> {
  const begin = performance.now();
  const run = new Run(source, parts);
  const report = await run.report();
  report.milliseconds = Math.round(performance.now() - begin);
  await run.keep(report);
  return report;
}

/** The linking of a run, and the records that it has identified. */
interface Opened {
  reconciler: Reconciler;
  identified: IdentifiedRecords;
}

const nothing = { has: () => false };

class Run {
  private readonly findings = new GatheredFindings();
  private readonly phases = new Phases();
  private readonly startedAt: string;
  private readonly origin: Origin;
  private before: StateBefore | null = null;
  private read: ReadingEnd | null = null;
  private linked: LinkedDrafts | null = null;
  private written: Written | null = null;
  private unseen: Unseen | null = null;
  private unchanged = 0;
  private opened: Promise<Opened> | null = null;
  private failure: string | null = null;

  constructor(
    private readonly source: HarvestSource,
    private readonly parts: RunParts,
  ) {
    this.startedAt = parts.now().toISOString();
    this.origin = originOf(source);
  }

  async report(): Promise<HarvestReport> {
    try {
      await this.harvest();
    } catch (error) {
      this.failure = failureOf(error, this.parts.onError);
    } finally {
      this.linked?.drafts.close();
    }
    return ending({
      source: this.source.name,
      number: this.before?.number ?? null,
      startedAt: this.startedAt,
      stopped: this.parts.signal.aborted,
      failure: this.failure,
      findings: this.findings,
      phases: this.phases.took,
      unchanged: this.unchanged,
      read: this.read,
      linked: this.linked,
      written: this.written,
      unseen: this.unseen,
    });
  }

  private async harvest(): Promise<void> {
    const { source, parts, phases } = this;
    this.before = await stateBefore(source, this.origin, { ...parts, startedAt: this.startedAt });
    const linked = await this.readAndLink();
    if (parts.signal.aborted) return;
    if (!linked) return this.withdraw(null);
    const { drafts } = linked;
    this.unchanged = drafts.size - drafts.changed.length;
    this.written = await phases.of('write', () =>
      writeChanged(drafts, {
        ...parts,
        part: this.part(),
        addresses: linked.addresses,
        knownAddresses: this.before?.addresses ?? new Map<string, string>(),
      }),
    );
    const others = new Set([...linked.refused, ...this.written.refused].map(({ key }) => key));
    for (const refused of this.written.refused)
      this.findings.add(refusedFinding(refused, drafts.statedOf(refused.key), others));
    if (!this.written.stopped && !this.findings.isIncomplete && this.failure === null)
      await this.withdraw(linked);
  }

  /** @returns null if the source says that nothing has changed, or the run was stopped */
  private async readAndLink(): Promise<LinkedDrafts | null> {
    const { parts, phases } = this;
    try {
      await phases.of('read', () => this.readSource());
      if (parts.signal.aborted || this.read?.unchanged) return null;
      return await phases.of('link', async () => this.link(await this.identifying()));
    } finally {
      (await this.opened)?.identified.close();
    }
  }

  /** What is known here is read when there is something to compare with it. */
  private identifying(): Promise<Opened> {
    const { source, parts, findings, before } = this;
    const { registry } = parts;
    return (this.opened ??= parts
      .reconcilerFor(source, before?.addresses ?? new Map())
      .then((reconciler) => ({
        reconciler,
        identified: new IdentifiedRecords({ source, registry, reconciler, findings }),
      })));
  }

  /** An error in the middle of reading makes the run incomplete; what was read before comes in. */
  private async readSource(): Promise<void> {
    const { source, parts, findings } = this;
    const { signal, onProgress } = parts;
    const reading = parts.read(source, { signal, states: this.before?.documents ?? new Map() });
    let done = 0;
    try {
      await collect(reading.parts, {
        findings,
        onRecord: async (record) => {
          (await this.identifying()).identified.add(record);
          onProgress?.({ phase: 'read', done: (done += 1), total: null });
        },
      });
      findings.readAll((await this.opened)?.identified ?? nothing);
    } catch (error) {
      if (!signal.aborted) this.failure = failureOf(error, parts.onError);
    }
    this.read = reading.ended();
  }

  private async link({ identified, reconciler }: Opened): Promise<LinkedDrafts> {
    const { source, parts, findings, before, read } = this;
    parts.onProgress?.({ phase: 'link', done: 0, total: identified.size });
    const lastModified = read?.lastModified ?? new Map<string, string>();
    const { registry } = parts;
    return (this.linked = await linkedDrafts(identified, {
      source,
      registry,
      reconciler,
      findings,
      lastModified,
      addresses: before?.addresses ?? new Map<string, string>(),
      digests: before?.digests ?? new Map<string, string>(),
      isHeld: (key) => before?.digests.has(key) ?? false,
      now: this.startedAt,
    }));
  }

  /** @param linked what the run has seen; null if it saw what the last one saw */
  private async withdraw(linked: LinkedDrafts | null): Promise<void> {
    const { source, parts, before, findings, phases } = this;
    if (!before) return;
    this.unseen = await phases.of('withdraw', () =>
      withdrawUnseen({
        source,
        seen: linked && { keys: linked.seen, drafts: linked.drafts },
        before,
        part: this.part(),
        mode: parts.mode,
        withdrawals: parts.withdrawals,
        write: parts.write,
        onFinding: (finding) => findings.add(finding),
      }),
    );
  }

  private part() {
    const { registry, now } = this.parts;
    return { origin: this.origin, registry, now, startedAt: this.startedAt };
  }

  /** Keeps the run, unless it was a dry one or never began. What cannot be kept makes it a failure. */
  async keep(report: HarvestReport): Promise<void> {
    const { parts, source, read, unseen, linked } = this;
    const { number } = report;
    if (parts.mode === 'try' || number === null) return;
    const origin = this.origin.name;
    const finishedAt = parts.now().toISOString();
    await saveRun({ source, origin, number, report, finishedAt, read, linked, unseen }, parts.write).catch(
      (error: unknown) => {
        report.error ??= failureOf(error, parts.onError);
        report.outcome = 'FAILED';
      },
    );
  }
}
