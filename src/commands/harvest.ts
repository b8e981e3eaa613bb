/** `num-gateway harvest` brings in what sources publish, or tells what it would bring in. */
import type { Config } from '../config';
import { StartFailed } from '../errors';
import type { HarvestSource } from '../harvest/harvest-source';
import type { HarvestReport } from '../harvest/run/report';
import { Harvester, sourcesOf } from '../harvesting';
import { openStore } from '../open-store';
import { stopSignal } from '../stop-signal';
import { lowerPriority } from './harvest/lower-priority';
import { progressOf } from './harvest/progress';
import { wordsOf } from './harvest/words';
import { reportAsText, type TextOptions } from './harvest/as-text';

export interface HarvestCommandOptions {
  dryRun?: true;
  withdraw?: true;
  all?: true;
  format: 'text' | 'json';
  lang: TextOptions['lang'];
  findings: string;
}

/** Exit status: 0 all came in, 1 something was refused or a part could not be read, 2 nothing of a source could be read, 3 another process does it. */
export async function harvestCommand(
  name: string | undefined,
  options: HarvestCommandOptions,
  config: Config,
): Promise<void> {
  lowerPriority();
  const sources = chosen(await sourcesOf(config), name, config);
  const store = await openStore(options.dryRun ? { ...config, migrate: false } : config);
  const stopping = new AbortController();
  void stopSignal().then(() => stopping.abort());
  try {
    const harvester = new Harvester(store, config, (error) => console.error(error));
    const reports: HarvestReport[] = [];
    for (const source of sources) {
      if (stopping.signal.aborted) break;
      const progress = progressOf(source.name, options.lang);
      const result = await harvester
        .harvest(source, {
          mode: options.dryRun ? 'try' : 'write',
          withdrawals: options.withdraw ? 'all' : 'due',
          unchangedDocuments: options.all || options.dryRun || options.withdraw ? 'read' : 'skip',
          signal: stopping.signal,
          onProgress: progress.show,
          onDocument: progress.read,
        })
        .finally(progress.end);
      if ('heldBy' in result) {
        console.error(`${source.name}: ${wordsOf(options.lang).heldBy(result.heldBy)}`);
        raiseStatus(3);
        continue;
      }
      reports.push(result.done);
      if (options.format === 'text') console.log(reportAsText(result.done, textOptions(options)));
      raiseStatus(statusOf(result.done));
    }
    if (options.format === 'json') console.log(JSON.stringify(reports, null, 2));
  } finally {
    await store.close();
  }
}

const textOptions = ({ lang, dryRun, findings }: HarvestCommandOptions): TextOptions => ({
  lang,
  dryRun: dryRun === true,
  mostFindings: findings === 'all' ? Infinity : Number(findings),
});

function chosen(
  sources: readonly HarvestSource[],
  name: string | undefined,
  config: Config,
): readonly HarvestSource[] {
  if (name === undefined) return sources;
  const found = sources.filter((source) => source.name === name);
  if (found.length > 0) return found;
  const known = sources.map((source) => source.name).join(', ') || 'none';
  throw new StartFailed(
    `There is no source "${name}" in ${config.harvesting.sourcesFile ?? ''}. It lists: ${known}.`,
  );
}

function statusOf({ outcome, refused, severities }: HarvestReport): number {
  if (outcome === 'FAILED') return 2;
  if (outcome === 'INCOMPLETE' || outcome === 'STOPPED') return 1;
  return refused.length > 0 || severities.errors > 0 ? 1 : 0;
}

/** The worst of all sources counts. */
function raiseStatus(status: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), status);
}
