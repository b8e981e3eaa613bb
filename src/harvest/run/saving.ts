/** Keeps a run, and what the next run of its source needs of it. */
import type { HarvestSource } from '../harvest-source';
import type { Finding } from '../finding';
import type { LinkedDrafts } from './linked-drafts';
import type { HarvestReport } from './report';
import type { HarvestState, WriteHarvest } from './run-parts';
import { shownAddresses } from './shown-address';
import type { ReadingEnd } from './source-reading';
import type { Unseen } from './withdrawing';

/** How many findings are kept of a run. */
const findingsKept = 200;

/** What a run leaves behind; parts that it did not reach are null. */
interface SavedRun {
  readonly source: HarvestSource;
  readonly origin: string;
  readonly number: number;
  readonly report: HarvestReport;
  readonly finishedAt: string;
  readonly read: ReadingEnd | null;
  readonly linked: LinkedDrafts | null;
  readonly unseen: Unseen | null;
}

/** Keeps all of it in one transaction. */
export function saveRun(run: SavedRun, write: WriteHarvest): Promise<void> {
  const { source, origin, report, read, linked, unseen } = run;
  return write(async ({ harvests }) => {
    await harvests.finish(runOf(run));
    await keepFailing(run, harvests);
    if (linked) await harvests.saveProposals(source.name, linked.proposals);
    if (report.outcome === 'COMPLETE' && read) await harvests.saveDocuments(source.name, read.states);
    if (unseen) await harvests.saveMissing(origin, unseen.missing);
  });
}

function runOf({ source, number, report, finishedAt }: SavedRun): Parameters<HarvestState['finish']>[0] {
  const shown = shownAddresses(source);
  return {
    id: `${source.name}/${number}`,
    number,
    source: source.name,
    startedAt: report.startedAt,
    finishedAt,
    outcome: report.outcome,
    error: report.error && shown(report.error),
    counts: report.counts,
    findings: report.severities,
    findingsKept: report.findings
      .slice(0, findingsKept)
      .map((finding) => JSON.parse(shown(JSON.stringify(finding))) as Finding),
    milliseconds: report.milliseconds,
    phases: report.phases,
  };
}

/** Since when the source fails. A run that was stopped says nothing of it. */
async function keepFailing({ source, report }: SavedRun, harvests: HarvestState): Promise<void> {
  const known = await harvests.source(source.name);
  if (!known || report.outcome === 'STOPPED') return;
  const failed = report.outcome === 'FAILED' || report.outcome === 'INCOMPLETE';
  const failingSince = failed ? (known.failingSince ?? report.startedAt) : null;
  if (failingSince !== known.failingSince) await harvests.saveSource({ ...known, failingSince });
}
